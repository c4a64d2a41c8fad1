package org.phigiay.dossiers;

import org.phigiay.forms.FormRef;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Hồ sơ đang giải quyết theo một biểu mẫu: a number for whoever is about to publish the form's next version.
@Service
public class OpenDossiers {

    private final OpenDossierStore store;
    private final Access access;
    private final Transactions transactions;

    OpenDossiers(OpenDossierStore store, Access access, Transactions transactions) {
        this.store = store;
        this.access = access;
        this.transactions = transactions;
    }

    /// How many dossiers that were filed with that version are not settled yet.
    public long count(Actor actor, FormRef ref) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.count(ref));
    }
}
