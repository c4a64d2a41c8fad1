package org.phigiay.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Mã truy cập API: what a program shows to act with the rights of a person. 256 random bits; only the hash is kept.
@Service
public class Tokens {
    private static final int TOKEN_BYTES = 32;
    private static final String PREFIX = "phg_";
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int KEPT_AT_MOST = 10_000;

    private final TokenStore store;
    private final People people;
    private final Transactions transactions;
    private final Journal journal;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Actor actor, long at) {}

    Tokens(TokenStore store, People people, Transactions transactions, Journal journal) {
        this.store = store;
        this.people = people;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// Makes a token for a person; earlier ones stay good.
    ///
    /// @param name what the person calls it
    /// @param steppedUp whether it may sign without proving again who holds it: demo tokens only
    /// @return the token, shown this once
    public String make(PersonId person, String name, boolean steppedUp, Duration goodFor) {
        Actor actor = people.actor(person, Actor.Via.WEB);
        return transactions.reserve(actor, () -> {
            String token = PREFIX + Ids.secret(TOKEN_BYTES);
            store.insert(Sealer.hash(token), person, name, steppedUp, goodFor.toSeconds());
            journal.append(Draft.of("identity.token-made", person.value(), null, actor));
            return token;
        });
    }

    /// Makes a token worthless: here at once, on other copies of the program within a second.
    public void revoke(Actor actor, String token) {
        byte[] hash = Sealer.hash(token);
        transactions.reserve(actor, () -> {
            if (store.revoke(hash) > 0) {
                journal.append(Draft.of("identity.token-revoked", actor.person().value(), null, actor));
            }
            return true;
        });
        kept.remove(HexFormat.of().formatHex(hash));
    }

    /// Who acts with this token; empty for one that is unknown, expired or revoked. Remembered for at most a second.
    public Optional<Actor> find(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        byte[] hash = Sealer.hash(token);
        String key = HexFormat.of().formatHex(hash);
        Kept known = kept.get(key);
        if (known != null && System.nanoTime() - known.at < KEPT_NANOS) {
            return Optional.of(known.actor);
        }
        long asked = System.nanoTime();
        Optional<Actor> found = store.find(hash)
                .map(bearer -> new Actor(
                        bearer.person(),
                        bearer.name(),
                        people.held(bearer.posts()),
                        Actor.Via.API,
                        bearer.steppedUp() ? Instant.now() : null,
                        null));
        if (kept.size() >= KEPT_AT_MOST) {
            kept.clear();
        }
        found.ifPresentOrElse(actor -> kept.put(key, new Kept(actor, asked)), () -> kept.remove(key));
        return found;
    }
}
