package org.phigiay.organisation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Remembered;
import org.phigiay.shared.Role;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Cơ cấu tổ chức: which agencies, units and posts there are today. Every read is answered from memory.
@Service
public class Organisation {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(2);

    private final OrganisationStore store;
    private final Transactions transactions;
    private final Clock clock = Clock.system(ZONE);
    private final Remembered<Rows> rows;

    private record Rows(List<Agency> agencies, List<Unit> units, List<Post> posts) {}

    Organisation(OrganisationStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.rows = new Remembered<>(
                LOOK_FOR_CHANGES,
                store::revision,
                () -> new Rows(List.copyOf(store.agencies()), List.copyOf(store.units()), List.copyOf(store.posts())));
    }

    /// The agency as it is today.
    public Optional<Agency> agency(AgencyCode code) {
        return today(rows.get().agencies(), Agency::from, Agency::to)
                .filter(agency -> agency.code().equals(code))
                .findFirst();
    }

    /// Every agency of today, by code.
    public List<Agency> agencies() {
        return today(rows.get().agencies(), Agency::from, Agency::to).toList();
    }

    /// The unit as it is today, by its code such as `H99.01.04`.
    public Optional<Unit> unit(String code) {
        return today(rows.get().units(), Unit::from, Unit::to)
                .filter(unit -> unit.code().equals(code))
                .findFirst();
    }

    /// The units of an agency today, by code.
    public List<Unit> unitsOf(AgencyCode agency) {
        return today(rows.get().units(), Unit::from, Unit::to)
                .filter(unit -> unit.agency().equals(agency))
                .toList();
    }

    /// The post as it is today.
    public Optional<Post> post(PostCode code) {
        return today(rows.get().posts(), Post::from, Post::to)
                .filter(post -> post.code().equals(code))
                .findFirst();
    }

    /// The posts of an agency today, by code.
    public List<Post> postsOf(AgencyCode agency) {
        return today(rows.get().posts(), Post::from, Post::to)
                .filter(post -> post.agency().equals(agency))
                .toList();
    }

    /// The posts of an agency today that have this role, by code.
    public List<Post> postsOf(AgencyCode agency, Role role) {
        return postsOf(agency).stream().filter(post -> post.role() == role).toList();
    }

    /// A number that every change raises; asks the database.
    public long revision() {
        return store.revision();
    }

    /// Adds what is not there yet; rows with the same code and first day stay as they are.
    ///
    /// @return whether anything was added
    boolean establish(Actor actor, List<Agency> agencies, List<Unit> units, List<Post> posts) {
        boolean added = transactions.write(actor, () -> {
            boolean any = false;
            for (Agency agency : agencies) {
                any |= store.insert(agency);
            }
            for (Unit unit : units) {
                any |= store.insert(unit);
            }
            for (Post post : posts) {
                any |= store.insert(post);
            }
            if (any) {
                store.raiseRevision();
            }
            return any;
        });
        rows.forget();
        return added;
    }

    private <T> Stream<T> today(List<T> all, Function<T, LocalDate> from, Function<T, @Nullable LocalDate> to) {
        LocalDate today = LocalDate.now(clock);
        return all.stream().filter(row -> {
            LocalDate end = to.apply(row);
            return !from.apply(row).isAfter(today) && (end == null || end.isAfter(today));
        });
    }
}
