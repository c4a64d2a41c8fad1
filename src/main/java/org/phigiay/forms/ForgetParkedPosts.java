package org.phigiay.forms;

import java.time.Duration;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Regularly;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What was kept for a person whose session had ended is forgotten after two hours, also when nobody comes for it.
@Component
class ForgetParkedPosts extends Regularly {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetParkedPosts.class);

    private final DraftStore store;
    private final Transactions transactions;

    ForgetParkedPosts(DraftStore store, Transactions transactions) {
        super("forget-parked-posts", Duration.ofMinutes(10));
        this.store = store;
        this.transactions = transactions;
    }

    /// @return how many were forgotten
    int forget() {
        return transactions.reserve(Actor.SYSTEM, store::forgetParked);
    }

    @Override
    protected void round() {
        LOG.debug("{} parked posts forgotten", forget());
    }
}
