package org.phigiay.journal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Wakes those who wait for new entries on this node. Verbs only ring; nobody waits for anybody inside a transaction.
@Component
class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /// Waits until rung, at most the given time; true when it rang.
    boolean await(long millis) throws InterruptedException {
        boolean rang = rung.tryAcquire(millis, TimeUnit.MILLISECONDS);
        rung.drainPermits();
        return rang;
    }
}
