package org.phigiay.guidance;

import java.util.List;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// The lists of papers that signed-in people keep for themselves. Nobody else reads them; like an unfinished filing
/// they are the person's own.
@Service
public class KeptLists {

    /// After so many days a list is forgotten.
    public static final int DAYS = 90;

    private static final int LONGEST = 4_000;

    private final KeptListStore store;
    private final Access access;
    private final Transactions transactions;
    private final Journal journal;

    KeptLists(KeptListStore store, Access access, Transactions transactions, Journal journal) {
        this.store = store;
        this.access = access;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// Keeps a list in place of the one kept before.
    ///
    /// @param choice see [KeptList#choice()]
    /// @throws SignInNeeded when nobody is signed in
    /// @throws Invalid on field `choice` when it is too long to be anybody's list
    public void keep(Actor actor, ProcedureCode procedure, String choice) {
        signedIn(actor);
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        if (choice.length() > LONGEST) {
            throw Invalid.of("choice", "guidance.list.too-long");
        }
        boolean _ = transactions.write(actor, () -> {
            store.keep(actor.person(), procedure, choice);
            journal.append(Draft.of("guidance.list-kept", actor.person().value(), null, actor)
                    .with("procedure", procedure.value()));
            return true;
        });
    }

    /// Throws a list away; where there is none nothing happens.
    public void drop(Actor actor, ProcedureCode procedure) {
        signedIn(actor);
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        boolean _ = transactions.write(actor, () -> {
            boolean there = store.drop(actor.person(), procedure) > 0;
            if (there) {
                journal.append(Draft.of("guidance.list-dropped", actor.person().value(), null, actor)
                        .with("procedure", procedure.value()));
            }
            return there;
        });
    }

    /// The person's lists, the newest first, at most a hundred.
    public List<KeptList> own(Actor actor) {
        signedIn(actor);
        access.require(actor, Right.DRAFT_READ, Target.ownedBy(actor.person()));
        return transactions.read(actor, () -> store.of(actor.person()));
    }

    private static void signedIn(Actor actor) {
        if (actor.anonymous()) {
            throw new SignInNeeded();
        }
    }
}
