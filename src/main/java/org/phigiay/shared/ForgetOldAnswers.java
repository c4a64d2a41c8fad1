package org.phigiay.shared;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Answers remembered for idempotency keys are forgotten after 30 days, a few thousand at a time, so that nobody waits.
@Component
class ForgetOldAnswers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldAnswers.class);
    private static final int BATCH = 5000;
    private static final long PAUSE_MILLIS = 3_600_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private volatile @Nullable Thread thread;

    ForgetOldAnswers(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @return how many were forgotten
    int forget() {
        return transactions.reserve(
                Actor.SYSTEM, () -> jdbc.sql("""
                        delete from shared.once
                         where ctid = any (array(
                               select ctid from shared.once
                                where at < transaction_timestamp() - interval '30 days'
                                limit :batch for update skip locked))
                        """).param("batch", BATCH).update());
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("forget-old-answers").start(() -> {
            while (thread != null) {
                try {
                    Thread.sleep(PAUSE_MILLIS);
                    while (forget() == BATCH) {
                        LOG.debug("{} old answers forgotten", BATCH);
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("Could not forget old answers: {}", e.getMessage());
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
