package org.phigiay.forms;

import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Bản nháp đang dở: how many people are in the middle of a form, for whoever is about to publish its next version.
@Service
public class OpenDrafts {

    private final OpenDraftStore store;
    private final Access access;
    private final Transactions transactions;

    OpenDrafts(OpenDraftStore store, Access access, Transactions transactions) {
        this.store = store;
        this.access = access;
        this.transactions = transactions;
    }

    /// How many drafts of that version are neither filed nor thrown away.
    public long count(Actor actor, FormRef ref) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.count(ref));
    }
}
