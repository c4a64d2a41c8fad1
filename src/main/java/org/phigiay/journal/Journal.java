package org.phigiay.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nhật ký: where every verb leaves its entry. There is no way to change or remove one.
@Component
public class Journal {
    private final JournalStore store;
    private final ObjectProvider<JournalListener> listeners;
    private final Transactions transactions;
    private final Bell bell;
    private final JsonMapper json;
    private volatile @Nullable List<JournalListener> found;

    Journal(
            JournalStore store,
            ObjectProvider<JournalListener> listeners,
            Transactions transactions,
            Bell bell,
            JsonMapper json) {
        this.store = store;
        this.listeners = listeners;
        this.transactions = transactions;
        this.bell = bell;
        this.json = json;
    }

    /// The legal time of the verb under way: `transaction_timestamp()` of PostgreSQL.
    public Instant now() {
        return transactions.now();
    }

    /// Appends one entry in the verb's own transaction.
    public Entry append(Draft draft) {
        return written(draft, store.append(params(draft)));
    }

    /// Named parameters for the SQL function `journal.append`, with which a store writes the move and its entry in
    /// one statement: `… cross join lateral ` + [#APPEND]. The entry's id must then be given to [#written].
    public Map<String, Object> params(Draft draft) {
        return JournalStore.params(draft, draft.data().isEmpty() ? "{}" : json.writeValueAsString(draft.data()));
    }

    /// SQL text of the call; returns the entry's id (uuid).
    public static final String APPEND = JournalStore.APPEND;

    /// Tells the journal of an entry that a store's statement has just appended with [#APPEND].
    public Entry written(Draft draft, UUID id) {
        JsonNode data = json.valueToTree(draft.data());
        Entry entry = new Entry(
                id,
                now(),
                draft.type(),
                draft.version(),
                draft.subject(),
                draft.agency(),
                draft.actor(),
                draft.post(),
                draft.fromState(),
                draft.toState(),
                draft.purpose(),
                draft.reason(),
                draft.legalBasis(),
                data);
        listening().forEach(listener -> listener.appended(entry));
        ringAfterCommit();
        return entry;
    }

    /// All that happened to one subject, oldest first.
    public List<Entry> of(UUID subject) {
        return store.of(subject);
    }

    /// Position up to which entries are numbered, 0 when there are none.
    public long position() {
        return store.position();
    }

    /// How many seconds the oldest entry without a number has waited, 0 when all are numbered.
    public double lag() {
        return store.lag();
    }

    /// Whether a person did something to a subject since an instant; used to write one reading entry, not ten.
    public boolean happenedSince(String type, UUID subject, PersonId actor, Instant since) {
        return store.happenedSince(type, subject, actor, since);
    }

    /// Found at the first entry, not at start-up: the listeners are beans of higher modules that use this one.
    private List<JournalListener> listening() {
        List<JournalListener> known = found;
        if (known == null) {
            known = listeners.orderedStream().toList();
            found = known;
        }
        return known;
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Ring) {
                return;
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new Ring(bell));
    }

    private record Ring(Bell bell) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            bell.ring();
        }
    }
}
