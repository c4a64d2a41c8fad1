package org.phigiay.forms;

import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Chuyển sang biểu mẫu mới: a draft keeps the version of the form it was begun with until its owner moves
/// it, having
/// seen what becomes of every answer.
@Service
public class DraftMoves {

    private final DraftStore store;
    private final Forms forms;
    private final Transactions transactions;
    private final Access access;

    DraftMoves(DraftStore store, Forms forms, Transactions transactions, Access access) {
        this.store = store;
        this.forms = forms;
        this.transactions = transactions;
        this.access = access;
    }

    /// What would become of every answer; nothing is changed.
    public MovePlan plan(Draft draft, FormRef to, String language) {
        return MovePlan.of(forms, draft, forms.definition(draft.form()), forms.definition(to), language);
    }

    /// Moves the draft, in one transaction: what nobody asks for any more and what does not fit is kept
    /// among the
    /// earlier answers; what does not fit stays in its place as well, to be mended.
    ///
    /// @param seen version of the draft from which the plan was drawn
    /// @return the draft in its new form
    /// @throws NotFound when there is no such open draft of this person
    /// @throws Conflict when the draft was changed since, on another device
    public Draft move(Actor actor, DraftId id, FormRef to, long seen) {
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        return transactions.write(actor, () -> {
            Draft draft = store.lock(actor.person(), id).orElseThrow(() -> new NotFound("forms.draft.gone"));
            if (draft.form().equals(to)) {
                return draft;
            }
            if (draft.version() != seen) {
                throw new Conflict("forms.draft.changedElsewhere");
            }
            MovePlan plan = plan(draft, to, "vi");
            plan.gone().forEach(line -> keep(draft, line));
            plan.again().forEach(line -> keep(draft, line));
            store.move(draft, to, plan.answers());
            return store.find(actor.person(), id).orElseThrow(NotFound::new);
        });
    }

    private void keep(Draft draft, MovePlan.Line line) {
        if (!line.field().startsWith("files.")) {
            store.putAside(draft, null, line.field(), Answers.at(draft.answers(), line.field()), false);
        }
    }
}
