package org.phigiay.forms;

import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// What was kept for a person whose session had ended is forgotten after two hours, also when nobody comes for it.
@Component
class ForgetParkedPosts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetParkedPosts.class);
    private static final long PAUSE_MILLIS = 600_000;

    private final DraftStore store;
    private final Transactions transactions;
    private volatile @Nullable Thread thread;

    ForgetParkedPosts(DraftStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /// @return how many were forgotten
    int forget() {
        return transactions.reserve(Actor.SYSTEM, store::forgetParked);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("forget-parked-posts").start(() -> {
            while (thread != null) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                    LOG.debug("{} parked posts forgotten", forget());
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("Could not forget parked posts: {}", e.getMessage());
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
