package org.phigiay.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Khách: somebody who begins before signing in. The browser holds a random token, the database its hash; a
/// code on
/// paper and a telephone number bring the guest to another browser. Thirty days, then everything of a guest
/// is deleted;
/// a guest who signs in becomes the person, once.
@Service
public class Guests {
    /// How long a guest's things are kept, counted from the beginning or from the last code given. Law
    /// 91/2025/QH15 on
    /// personal data: no longer than the purpose needs.
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int TOKEN_BYTES = 32;
    private static final int TRIES_OF_PHONE = 10;
    private static final int TRIES_OF_ADDRESS = 30;
    private static final int BEGINNINGS_OF_ADDRESS = 60;
    private static final int AT_ONCE = 200;

    private final GuestStore store;
    private final Transactions transactions;
    private final Sealer sealer;
    private final ObjectProvider<GuestThings> things;

    Guests(GuestStore store, Transactions transactions, Sealer sealer, ObjectProvider<GuestThings> things) {
        this.store = store;
        this.transactions = transactions;
        this.sealer = sealer;
        this.things = things;
    }

    /// A guest in a browser.
    ///
    /// @param token for the browser: 256 random bits
    public record Begun(String token, Actor guest) {}

    /// A code as it is shown to the guest it was given to.
    ///
    /// @param code in two halves
    /// @param until when the code and the guest's things end
    /// @param sealed with this the same guest can look at the code again
    public record Written(String code, Instant until, String sealed) {}

    /// What a telephone number and a code led to.
    public sealed interface Resumed {
        /// They fit.
        record Here(Begun begun) implements Resumed {}

        /// They do not fit; nobody is told whether the number is known.
        record Wrong() implements Resumed {}

        /// Too many tries within the hour, of the number or from the address.
        record TooMany() implements Resumed {}
    }

    /// Begins a guest.
    ///
    /// @param address network address of the browser
    /// @throws Conflict when the address has begun 60 within the hour
    public Begun open(String address) {
        return transactions.reserve(Actor.ANYONE, () -> {
            if (!store.count(who("begin", network(address)), BEGINNINGS_OF_ADDRESS)) {
                throw new Conflict("identity.guest.tooMany");
            }
            Actor guest = Actor.guest(new PersonId(UUID.randomUUID()));
            store.insert(guest.person(), KEPT.toSeconds());
            return browser(guest);
        });
    }

    /// The guest whose browser this is.
    public Optional<Actor> find(String token) {
        return store.find(Sealer.hash(token)).map(Actor::guest);
    }

    /// When the guest's things end.
    ///
    /// @throws NotFound when there is no such guest
    public Instant until(Actor guest) {
        return store.endsAt(guest.person()).orElseThrow(NotFound::new);
    }

    public boolean hasCode(Actor guest) {
        return store.hasCode(guest.person());
    }

    /// Gives the guest a code; one given before is no longer good.
    ///
    /// @param phone as typed
    /// @throws Invalid on `phone` when it is no telephone number
    public Written giveCode(Actor guest, String phone) {
        String number = phone(phone).orElseThrow(() -> Invalid.of("phone", "identity.guest.phone"));
        String code = ResumeCode.next();
        Instant until = transactions.reserve(guest, () -> {
            Instant _ = store.endsAt(guest.person()).orElseThrow(NotFound::new);
            store.giveCode(guest.person(), hash(number, code), KEPT.toSeconds());
            return store.endsAt(guest.person()).orElseThrow(NotFound::new);
        });
        return new Written(
                ResumeCode.shown(code), until, sealer.seal("guest-code", guest.person() + " " + until + " " + code));
    }

    /// The code once more, for the guest it was given to; empty for anybody else, and for what is not ours.
    public Optional<Written> look(Actor guest, String sealed) {
        return sealer.open("guest-code", sealed)
                .map(text -> List.of(text.split(" ")))
                .filter(parts -> parts.getFirst().equals(guest.person().toString()))
                .map(parts -> new Written(ResumeCode.shown(parts.get(2)), Instant.parse(parts.get(1)), sealed));
    }

    /// Goes on in another browser. A code that cannot be one, or a number that cannot be one, is not a try.
    ///
    /// @param address network address of the browser
    /// @throws Invalid on `phone` or `code`
    public Resumed resume(String phone, String typed, String address) {
        String number = phone(phone).orElseThrow(() -> Invalid.of("phone", "identity.guest.phone"));
        String code = ResumeCode.read(typed).orElseThrow(() -> Invalid.of("code", "identity.guest.code"));
        String byPhone = who("phone", number);
        String byAddress = who("address", network(address));
        return transactions.reserve(Actor.ANYONE, () -> {
            boolean mayTry = store.mayTry(byPhone, TRIES_OF_PHONE) && store.mayTry(byAddress, TRIES_OF_ADDRESS);
            Optional<PersonId> found = store.withCode(hash(number, code));
            if (!mayTry) {
                return new Resumed.TooMany();
            }
            if (found.isEmpty()) {
                return new Resumed.Wrong();
            }
            store.untry(byPhone);
            store.untry(byAddress);
            return new Resumed.Here(browser(Actor.guest(found.get())));
        });
    }

    /// The guest of a browser has signed in: what was the guest's is the person's, in one transaction and
    /// once, whatever
    /// is clicked twice and wherever else the guest is.
    ///
    /// @return whether there was anything to take over
    public boolean become(Actor person, String token) {
        return transactions.reserve(person, () -> {
            PersonId guest = store.find(Sealer.hash(token)).orElse(null);
            if (guest == null || !store.delete(guest)) {
                return false;
            }
            things.forEach(own -> own.become(person, guest));
            return true;
        });
    }

    /// This browser is the guest's no longer; the guest goes on elsewhere.
    public void leave(String token) {
        boolean _ = transactions.reserve(Actor.ANYONE, () -> {
            store.deleteBrowser(Sealer.hash(token));
            return true;
        });
    }

    /// Deletes what has outlived its time.
    ///
    /// @return how many guests
    int forget() {
        boolean _ = transactions.reserve(Actor.SYSTEM, () -> {
            store.forgetTries();
            return true;
        });
        List<PersonId> ended = transactions.read(Actor.SYSTEM, () -> store.ended(AT_ONCE));
        for (PersonId id : ended) {
            Actor guest = Actor.guest(id);
            boolean _ = transactions.reserve(guest, () -> {
                things.forEach(own -> own.end(guest));
                return store.delete(id);
            });
        }
        return ended.size();
    }

    private Begun browser(Actor guest) {
        String token = Ids.secret(TOKEN_BYTES);
        store.insertBrowser(Sealer.hash(token), guest.person());
        return new Begun(token, guest);
    }

    private String hash(String number, String code) {
        return sealer.code("guest-code-hash", number + "\n" + code);
    }

    private String who(String kind, String value) {
        return sealer.code("guest-try", kind + "\n" + value);
    }

    /// A telephone number in one way of writing: Vietnamese ones begin with 0, others with their country.
    static Optional<String> phone(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0.()\\-]", "")
                .replaceFirst("^(\\+84|0084|84(?=\\d{9}$))", "0")
                .replaceFirst("^00", "+");
        return plain.matches("0\\d{9}|\\+\\d{8,15}") ? Optional.of(plain) : Optional.empty();
    }

    /// One household has one network: of an IPv6 address the first four groups.
    private static String network(String address) {
        if (!address.contains(":") || address.contains("::")) {
            return address;
        }
        String[] groups = address.split(":");
        return groups.length < 8 ? address : String.join(":", List.of(groups).subList(0, 4));
    }
}
