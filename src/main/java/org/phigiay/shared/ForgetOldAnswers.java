package org.phigiay.shared;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Answers remembered for idempotency keys are forgotten after 30 days, a few thousand at a time, so that nobody waits.
@Component
class ForgetOldAnswers extends Regularly {
    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldAnswers.class);
    private static final int BATCH = 5000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    ForgetOldAnswers(JdbcClient jdbc, Transactions transactions) {
        super("forget-old-answers", Duration.ofHours(1));
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
    protected void round() {
        while (forget() == BATCH) {
            LOG.debug("{} old answers forgotten", BATCH);
        }
    }
}
