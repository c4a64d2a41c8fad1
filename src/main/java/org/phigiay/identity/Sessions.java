package org.phigiay.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Phiên đăng nhập: which browser is signed in as whom. Kept in the database, hence the same on every copy of the
/// program; the browser holds a random token, the database its hash.
@Service
public class Sessions {
    private static final int TOKEN_BYTES = 32;
    private static final long SWEEP_NANOS = Duration.ofMinutes(10).toNanos();

    private final SessionStore store;
    private final People people;
    private final SessionLimits limits;
    private final Transactions transactions;
    private final Journal journal;
    private final AtomicLong sweptAt = new AtomicLong(System.nanoTime() - 2 * SWEEP_NANOS);

    Sessions(SessionStore store, People people, SessionLimits limits, Transactions transactions, Journal journal) {
        this.store = store;
        this.people = people;
        this.limits = limits;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// Signs a person in.
    ///
    /// @return the token for the browser: 256 random bits, never given out before
    public String open(PersonId person) {
        Actor actor = people.actor(person, Actor.Via.WEB);
        return transactions.reserve(actor, () -> {
            sweepNowAndThen();
            journal.append(Draft.of("identity.signed-in", person.value(), null, actor));
            return insert(actor, false);
        });
    }

    /// The person has just proved again who they are: the old token ends, the new one may sign for five minutes.
    ///
    /// @return the new token
    public String stepUp(String token, PersonId person) {
        Actor actor = people.actor(person, Actor.Via.WEB);
        return transactions.reserve(actor, () -> {
            store.delete(Sealer.hash(token));
            journal.append(Draft.of("identity.stepped-up", person.value(), null, actor));
            return insert(actor, true);
        });
    }

    private void sweepNowAndThen() {
        long last = sweptAt.get();
        long now = System.nanoTime();
        if (now - last > SWEEP_NANOS && sweptAt.compareAndSet(last, now)) {
            store.sweep();
        }
    }

    private String insert(Actor actor, boolean steppedUp) {
        String token = Ids.secret(TOKEN_BYTES);
        long idle = (actor.official() ? limits.officialIdle() : limits.citizenIdle()).toSeconds();
        store.insert(Sealer.hash(token), actor.person(), idle, limits.absolute().toSeconds(), steppedUp);
        return token;
    }

    /// Who is signed in with this token, with the posts held at this moment; empty when nobody is. Notes, at most once
    /// a minute, that the browser was seen.
    public Optional<Actor> find(String token) {
        byte[] hash = Sealer.hash(token);
        Session session = store.find(hash).orElse(null);
        if (session == null || !session.alive()) {
            return Optional.empty();
        }
        Actor actor = new Actor(
                session.person(),
                session.name(),
                people.held(session.posts()),
                Actor.Via.WEB,
                session.steppedUpAt(),
                null);
        if (!session.seenLately()) {
            transactions.reserve(actor, () -> {
                store.seen(hash);
                return true;
            });
        }
        return Optional.of(actor);
    }

    /// Whose browser this is or, until a day ago, was.
    public Optional<PersonId> whose(String token) {
        return store.find(Sealer.hash(token)).map(Session::person);
    }

    /// Signs out: from this moment the token is nobody's.
    public void end(String token) {
        byte[] hash = Sealer.hash(token);
        store.find(hash).ifPresent(session -> {
            Actor actor = people.actor(session.person(), Actor.Via.WEB);
            transactions.reserve(actor, () -> {
                if (store.delete(hash)) {
                    journal.append(
                            Draft.of("identity.signed-out", session.person().value(), null, actor));
                }
                return true;
            });
        });
    }
}
