package org.phigiay.forms;

import java.time.Duration;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Regularly;
import org.phigiay.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Drafts that nobody touched for a year are deleted. A draft is no dossier and no archive keeps it;
/// personal data stay
/// no longer than their purpose needs (Law 91/2025/QH15), and whoever means to file comes back within a year.
@Component
class ForgetOldDrafts extends Regularly {

    /// For how many months a draft is kept after its last change; the database's function says the same.
    static final int KEPT_MONTHS = 12;

    private static final Logger LOG = LoggerFactory.getLogger(ForgetOldDrafts.class);
    private static final int AT_ONCE = 500;

    private final DraftStore store;
    private final Transactions transactions;

    ForgetOldDrafts(DraftStore store, Transactions transactions) {
        super("forget-old-drafts", Duration.ofHours(1));
        this.store = store;
        this.transactions = transactions;
    }

    /// @return how many were deleted
    long forget() {
        return transactions.reserve(Actor.SYSTEM, () -> store.forgetOld(AT_ONCE));
    }

    @Override
    protected void round() {
        LOG.debug("{} old drafts deleted", forget());
    }
}
