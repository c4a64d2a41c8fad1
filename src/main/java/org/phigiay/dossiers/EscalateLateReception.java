package org.phigiay.dossiers;

import java.time.Duration;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Regularly;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A filed dossier that nobody received within eight working hours is told to the leader and counted in public. Looks
/// once a minute; several copies of the program may look at once, each dossier is told once.
@Component
class EscalateLateReception extends Regularly {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateLateReception.class);
    private static final int BATCH = 200;

    private final DossierStore store;
    private final Journal journal;
    private final Transactions transactions;

    EscalateLateReception(DossierStore store, Journal journal, Transactions transactions) {
        super("escalate-late-reception", Duration.ofMinutes(1));
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// @return how many were told
    int look() {
        return transactions.write(Actor.SYSTEM, () -> {
            var late = store.escalate(BATCH);
            late.forEach(dossier -> journal.append(
                    Draft.of("dossier.reception-overdue", dossier.subject(), dossier.agency(), Actor.SYSTEM)
                            .with("receptionDueAt", dossier.receptionDueAt().toString())));
            return late.size();
        });
    }

    @Override
    protected void round() {
        while (look() == BATCH) {
            LOG.info("{} dossiers have waited too long for reception", BATCH);
        }
    }
}
