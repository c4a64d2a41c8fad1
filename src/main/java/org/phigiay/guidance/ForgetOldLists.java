package org.phigiay.guidance;

import java.time.Duration;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Regularly;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A kept list is forgotten after ninety days: by then it was used or is not needed.
@Component
class ForgetOldLists extends Regularly {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldLists.class);

    private final KeptListStore store;
    private final Transactions transactions;

    ForgetOldLists(KeptListStore store, Transactions transactions) {
        super("forget-old-lists", Duration.ofHours(1));
        this.store = store;
        this.transactions = transactions;
    }

    /// @return how many were forgotten
    int forget() {
        return transactions.reserve(Actor.SYSTEM, () -> store.forget(KeptLists.DAYS));
    }

    @Override
    protected void round() {
        LOG.debug("{} old lists forgotten", forget());
    }
}
