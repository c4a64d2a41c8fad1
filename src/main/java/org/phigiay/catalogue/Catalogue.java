package org.phigiay.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Remembered;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Danh mục thủ tục hành chính: what can be asked of the state, in every version there was. All reading is from memory.
@Service
public class Catalogue {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(2);

    private final CatalogueStore store;
    private final Forms forms;
    private final Transactions transactions;
    private final Access access;
    private final Journal journal;
    private final Clock clock = Clock.system(ZONE);
    private final Remembered<Snapshot> snapshot;

    /// @param byCode every version of a procedure, the oldest first
    private record Snapshot(Map<ProcedureCode, List<Procedure>> byCode, SearchIndex index) {}

    Catalogue(CatalogueStore store, Forms forms, Transactions transactions, Access access, Journal journal) {
        this.store = store;
        this.forms = forms;
        this.transactions = transactions;
        this.access = access;
        this.journal = journal;
        // A new day may bring another version into force, so it counts as a change.
        this.snapshot =
                new Remembered<>(LOOK_FOR_CHANGES, () -> store.revision() * 100_000 + today().toEpochDay(), this::load);
    }

    /// The procedure as it applies today.
    public Optional<Procedure> find(ProcedureCode code) {
        return on(versions(code), today());
    }

    /// The procedure as it applied at that moment.
    public Optional<Procedure> at(ProcedureCode code, Instant moment) {
        return on(versions(code), moment.atZone(ZONE).toLocalDate());
    }

    /// One version of a procedure, in force or not.
    public Optional<Procedure> version(ProcedureCode code, int version) {
        return versions(code).stream()
                .filter(procedure -> procedure.version() == version)
                .findFirst();
    }

    /// Every version of a procedure, the oldest first; empty when there is no such procedure.
    public List<Procedure> versions(ProcedureCode code) {
        return snapshot.get().byCode().getOrDefault(code, List.of());
    }

    /// What applies today, by the words a person would use: accents optional, best first, 20 at a time. An empty
    /// question
    /// lists everything by code.
    ///
    /// @param after the `next` of the page before, null for the first
    /// @throws Invalid on field `after` when it is not a `next` of ours
    public Page<Procedure> search(@Nullable String question, @Nullable String after) {
        List<SearchIndex.Hit> hits = snapshot.get().index().search(question == null ? "" : question);
        Cursor from = after == null || after.isEmpty() ? null : Cursor.read(after);
        List<SearchIndex.Hit> rest = hits.stream()
                .filter(hit -> from == null || from.before(hit))
                .limit(Page.SIZE + 1L)
                .toList();
        return Page.of(
                        rest,
                        Page.SIZE,
                        hit -> new Cursor(hit.score(), hit.procedure().code().value()).write())
                .map(SearchIndex.Hit::procedure);
    }

    /// Publishes a version; the one in force before it ends the day before. A version that is there already stays.
    ///
    /// @return whether it was new
    /// @throws NotFound when its form does not exist
    /// @throws IllegalArgumentException when its form asks for a paper that is not among its components
    public boolean publish(Actor actor, ProcedureVersion version) {
        require(actor);
        checkPapers(version);
        boolean added = transactions.write(actor, () -> {
            var id = store.insert(version);
            id.ifPresent(subject -> {
                store.fitDates(version);
                store.raiseRevision();
                journal.append(Draft.of("catalogue.published", subject, null, actor)
                        .with("procedure", version.code().value())
                        .with("version", version.version())
                        .because(null, version.announcement().number()));
            });
            return id.isPresent();
        });
        snapshot.forget();
        return added;
    }

    /// Says that an agency performs a procedure.
    ///
    /// @return whether it was new
    public boolean configure(Actor actor, AgencySetting setting) {
        require(actor);
        boolean added = transactions.write(actor, () -> {
            var id = store.insert(setting);
            id.ifPresent(subject -> {
                store.raiseRevision();
                journal.append(Draft.of("catalogue.configured", subject, setting.agency(), actor)
                        .with("procedure", setting.procedure().value()));
            });
            return id.isPresent();
        });
        snapshot.forget();
        return added;
    }

    /// What this agency performs today, by code.
    public List<Procedure> of(AgencyCode agency) {
        return snapshot.get().byCode().values().stream()
                .flatMap(versions -> on(versions, today()).stream())
                .filter(procedure -> procedure.setting(agency).isPresent())
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    private void require(Actor actor) {
        if (actor.via() != Actor.Via.SYSTEM) {
            access.require(actor, Right.CATALOGUE_PUBLISH, Target.general());
        }
    }

    private void checkPapers(ProcedureVersion version) {
        forms.definition(version.form()).fields().forEach(field -> {
            String component = field.component();
            boolean there = component == null
                    || version.components().stream()
                            .anyMatch(each -> each.code().equals(component));
            if (!there) {
                throw new IllegalArgumentException(version.code() + ": no component " + component);
            }
        });
    }

    private Snapshot load() {
        LocalDate day = today();
        List<AgencySetting> settings = store.settings();
        Map<ProcedureCode, List<Procedure>> byCode = store.versions().stream()
                .map(dated -> new Procedure(
                        dated.version(),
                        dated.to(),
                        of(settings, dated.version().code(), day)))
                .collect(Collectors.groupingBy(Procedure::code, Collectors.toUnmodifiableList()));
        List<Procedure> inForce = byCode.values().stream()
                .flatMap(versions -> on(versions, day).stream())
                .toList();
        return new Snapshot(byCode, new SearchIndex(inForce));
    }

    private static List<AgencySetting> of(List<AgencySetting> settings, ProcedureCode code, LocalDate day) {
        return settings.stream()
                .filter(setting -> setting.procedure().equals(code))
                .filter(setting -> applies(setting.from(), setting.to(), day))
                .toList();
    }

    private static Optional<Procedure> on(List<Procedure> versions, LocalDate day) {
        return versions.stream()
                .filter(procedure -> applies(procedure.national().from(), procedure.to(), day))
                .findFirst();
    }

    private static boolean applies(LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return !from.isAfter(day) && (to == null || to.isAfter(day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Where a page of hits ended.
    private record Cursor(long score, String code) {

        boolean before(SearchIndex.Hit hit) {
            return hit.score() < score
                    || (hit.score() == score && hit.procedure().code().value().compareTo(code) > 0);
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((score + " " + code).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return new Cursor(Long.parseLong(parts[0]), parts[1]);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Invalid.of("after", "catalogue.search.after");
            }
        }
    }
}
