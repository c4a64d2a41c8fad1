package org.phigiay.dossiers;

import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// A filed dossier that nobody received within eight working hours is told to the leader and counted in public. Looks
/// once a minute; several copies of the program may look at once, each dossier is told once.
@Component
class EscalateLateReception implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateLateReception.class);
    private static final int BATCH = 200;
    private static final long PAUSE_MILLIS = 60_000;

    private final DossierStore store;
    private final Journal journal;
    private final Transactions transactions;
    private volatile @Nullable Thread thread;

    EscalateLateReception(DossierStore store, Journal journal, Transactions transactions) {
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
    public void start() {
        thread = Thread.ofVirtual().name("escalate-late-reception").start(() -> {
            while (thread != null) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                    while (look() == BATCH) {
                        LOG.info("{} dossiers have waited too long for reception", BATCH);
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("Could not look for late receptions: {}", e.getMessage());
                }
            }
        });
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
