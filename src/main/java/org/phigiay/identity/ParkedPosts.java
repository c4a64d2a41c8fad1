package org.phigiay.identity;

import java.util.Optional;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what somebody was sending when the session had ended: two hours, for the same person only, given back once.
@Service
public class ParkedPosts {
    private static final int LIMIT = 200_000;

    private final ParkedPostStore store;
    private final Transactions transactions;
    private final JsonMapper json;

    ParkedPosts(ParkedPostStore store, Transactions transactions, JsonMapper json) {
        this.store = store;
        this.transactions = transactions;
        this.json = json;
    }

    /// Keeps the post for the person whose session it was.
    ///
    /// @return the handle for the browser; empty when it is too large to be a form somebody typed
    public Optional<String> park(PersonId person, ParkedPost post) {
        String text = json.writeValueAsString(post.fields());
        if (text.length() > LIMIT || text.contains("\\u0000")) {
            return Optional.empty();
        }
        String handle = Ids.secret(32);
        transactions.reserve(Actor.SYSTEM, () -> {
            store.sweep();
            store.insert(Sealer.hash(handle), person, post.path(), text, post.hadFiles());
            return true;
        });
        return Optional.of(handle);
    }

    /// The post, left where it is.
    public Optional<ParkedPost> look(String handle, PersonId person) {
        return store.find(Sealer.hash(handle), person);
    }

    /// The post, once: it is no longer kept.
    public Optional<ParkedPost> take(String handle, PersonId person) {
        byte[] hash = Sealer.hash(handle);
        return transactions.reserve(Actor.SYSTEM, () -> {
            Optional<ParkedPost> found = store.find(hash, person);
            store.delete(hash);
            return found;
        });
    }
}
