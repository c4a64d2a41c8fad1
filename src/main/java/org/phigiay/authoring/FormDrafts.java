package org.phigiay.authoring;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.FormRef;
import org.phigiay.guidance.Score;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Soạn và duyệt biểu mẫu: one officer writes, a second one publishes. Whoever saved a form last never publishes it,
/// and
/// a form that is wrong is not published at all.
@Service
public class FormDrafts {

    private final FormDraftStore store;
    private final Catalogue catalogue;
    private final Quality quality;
    private final Publishing publishing;
    private final Access access;
    private final Transactions transactions;
    private final Journal journal;

    FormDrafts(
            FormDraftStore store,
            Catalogue catalogue,
            Quality quality,
            Publishing publishing,
            Access access,
            Transactions transactions,
            Journal journal) {
        this.store = store;
        this.catalogue = catalogue;
        this.quality = quality;
        this.publishing = publishing;
        this.access = access;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// What became of a change.
    public sealed interface Outcome {

        /// It is kept.
        record Saved(FormDraft draft) implements Outcome {}

        /// Somebody else has changed the same place meanwhile; nothing has been changed.
        ///
        /// @param now the form as it stands there now
        /// @param by who saved it last
        record Overtaken(FormDraft now, PersonId by) implements Outcome {}
    }

    /// What is being written or waits for a second person, for that procedure.
    public Optional<FormDraft> open(Actor actor, ProcedureCode code) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.open(code));
    }

    /// Everything that is being written or waits for a second person, the longest waiting first.
    public List<FormDraft> open(Actor actor) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.open());
    }

    /// Begins a form. One that is being written already goes on, except that an uploaded file takes its place.
    ///
    /// @param seen version of the draft that the officer saw, 0 when there was none
    /// @throws Invalid on `tep` when an uploaded file is no form; every place is named
    /// @throws NotFound when there is no form to begin from
    /// @throws Conflict when an upload would write over what somebody has saved meanwhile
    public FormDraft begin(Actor actor, ProcedureCode code, int seen, Beginning from) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            Procedure procedure = procedure(code);
            FormDraft there = store.lock(code).orElse(null);
            if (there != null && !(from instanceof Beginning.Upload)) {
                return there;
            }
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            content.set("form", publishing.beginning(procedure, from));
            FormTree.bounded(content);
            if (there == null) {
                boolean begun =
                        store.begin(FormDraftId.next(), code, content, Publishing.inForce(procedure), actor.person());
                FormDraft now = store.lock(code).orElseThrow(() -> new Conflict("authoring.changed"));
                if (begun) {
                    note(actor, now, "authoring.begun", null, null);
                }
                return now;
            }
            if (there.version() != seen) {
                throw new Conflict("authoring.changed");
            }
            content.set("offer", there.content().path("offer"));
            return saved(actor, procedure, there, content);
        });
    }

    /// Changes one place. What somebody else has changed elsewhere meanwhile stays; a form that waits for a second
    /// person is taken back by it.
    ///
    /// @param seen version of the draft that the officer saw
    /// @throws Conflict when nothing is being written any more, or the place is not there
    /// @throws Invalid when the form would become too large
    public Outcome change(Actor actor, ProcedureCode code, int seen, Change change) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            Procedure procedure = procedure(code);
            FormDraft draft = store.lock(code).orElseThrow(() -> new Conflict("authoring.gone"));
            if (seen != draft.version() && touched(draft, seen, change)) {
                return new Outcome.Overtaken(draft, draft.preparer());
            }
            ObjectNode content = FormTree.changed(draft.content(), FormTree.cleaned(change));
            if (content == null) {
                throw new Conflict("authoring.place-gone");
            }
            FormTree.bounded(content);
            return new Outcome.Saved(content.equals(draft.content()) ? draft : saved(actor, procedure, draft, content));
        });
    }

    /// Hands a form to a second person.
    ///
    /// @param seen version of the draft that the officer saw
    /// @throws Invalid when something stands in the way of publishing it; every place is named
    public FormDraft send(Actor actor, ProcedureCode code, int seen) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            FormDraft draft = store.lock(code).orElseThrow(() -> new Conflict("authoring.gone"));
            if (draft.sent()) {
                return draft;
            }
            if (draft.version() != seen) {
                throw new Conflict("authoring.changed");
            }
            Quality.Checked checked = quality.check(procedure(code), draft);
            refuseBlocked(checked);
            store.move(draft.id(), FormDraftState.WRITING, FormDraftState.SENT, null);
            note(actor, draft, "authoring.sent", null, checked.score());
            return store.open(code).orElseThrow();
        });
    }

    /// Gives a form back to whoever wrote it.
    ///
    /// @throws Invalid on `back` when no reason is given
    public FormDraft giveBack(Actor actor, ProcedureCode code, int seen, String reason) {
        return transactions.write(actor, () -> {
            FormDraft draft = toJudge(actor, code, seen);
            String why = Reason.required("back", reason, "authoring.return-reason");
            store.move(draft.id(), FormDraftState.SENT, FormDraftState.WRITING, why);
            note(actor, draft, "authoring.returned", why, null);
            return store.open(code).orElseThrow();
        });
    }

    /// Throws a form in the making away; what was written stays in the history.
    ///
    /// @throws Conflict when it is not what was seen any more
    public FormDraft discard(Actor actor, ProcedureCode code, int seen) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            FormDraft draft = store.lock(code).orElseThrow(() -> new Conflict("authoring.gone"));
            if (draft.version() != seen) {
                throw new Conflict("authoring.changed");
            }
            store.move(draft.id(), draft.state(), FormDraftState.DISCARDED, null);
            note(actor, draft, "authoring.discarded", null, null);
            return draft;
        });
    }

    /// Publishes a form that somebody else has prepared: the version of the form and the edition that leads to it, in
    /// one step. Running drafts keep the version they were begun with.
    ///
    /// @param seen version of the draft that was read
    /// @param reason why it is published although it is not plain enough; of no account when it is
    /// @throws Forbidden when the actor has prepared it
    /// @throws Conflict when it is not what was read any more, or another form has been published meanwhile
    /// @throws Invalid when something is wrong with it, or on `reason` when one is needed and none is given
    public FormRef publish(Actor actor, ProcedureCode code, int seen, String reason) {
        return transactions.write(actor, () -> {
            FormDraft draft = toJudge(actor, code, seen);
            Procedure procedure = procedure(code);
            FormRef inForce = Publishing.inForce(procedure);
            if (inForce == null ? draft.basedOn() != null : !inForce.equals(draft.basedOn())) {
                throw new Conflict("authoring.published-meanwhile");
            }
            Quality.Checked checked = quality.check(procedure, draft);
            refuseBlocked(checked);
            Score score = checked.score();
            String why = score.publishable() ? null : Reason.required("reason", reason, "authoring.reason-missing");
            FormRef ref = publishing.publish(actor, procedure, draft, why);
            store.move(draft.id(), FormDraftState.SENT, FormDraftState.PUBLISHED, null);
            note(actor, draft, "authoring.published", why, score, ref);
            return ref;
        });
    }

    /// Whether the place of a change is not what it was in the version that was seen.
    private boolean touched(FormDraft draft, int seen, Change change) {
        if (change instanceof Change.Add || change instanceof Change.Move) {
            return false;
        }
        ObjectNode before = store.content(draft.id(), seen).orElse(null);
        if (before == null) {
            return true;
        }
        ObjectNode then = FormTree.at(before, change.place());
        ObjectNode now = FormTree.at(draft.content(), change.place());
        if (then == null || now == null) {
            return (then == null) != (now == null);
        }
        boolean whole = change instanceof Change.Remove;
        return whole
                ? !then.equals(now)
                : !FormTree.own(then, change.place()).equals(FormTree.own(now, change.place()));
    }

    private FormDraft saved(Actor actor, Procedure procedure, FormDraft draft, ObjectNode content) {
        store.save(draft.id(), content, Publishing.inForce(procedure), actor.person());
        note(actor, draft, "authoring.saved", null, null);
        return store.open(draft.code()).orElseThrow();
    }

    private FormDraft toJudge(Actor actor, ProcedureCode code, int seen) {
        access.require(actor, Right.CATALOGUE_PUBLISH, Target.general());
        FormDraft draft = store.lock(code).orElseThrow(() -> new Conflict("authoring.not-sent"));
        if (draft.preparer().equals(actor.person())) {
            throw new Forbidden("authoring.own");
        }
        if (!draft.sent()) {
            throw new Conflict("authoring.not-sent");
        }
        if (draft.version() != seen) {
            throw new Conflict("authoring.read-again");
        }
        return draft;
    }

    private static void refuseBlocked(Quality.Checked checked) {
        List<FieldError> blocking = checked.remarks().stream()
                .filter(Remark::blocks)
                .map(remark ->
                        new FieldError(String.join("/", remark.place().steps()), remark.message(), remark.args()))
                .toList();
        if (!blocking.isEmpty()) {
            throw new Invalid(blocking);
        }
    }

    private void note(Actor actor, FormDraft draft, String type, @Nullable String reason, @Nullable Score score) {
        note(actor, draft, type, reason, score, null);
    }

    private void note(
            Actor actor,
            FormDraft draft,
            String type,
            @Nullable String reason,
            @Nullable Score score,
            @Nullable FormRef ref) {
        journal.append(Draft.of(type, draft.id().value(), actor.agency().orElse(null), actor)
                .with("procedure", draft.code().value())
                .with("points", score == null ? null : score.points())
                .with("form", ref == null ? null : ref.id())
                .with("version", ref == null ? null : ref.version())
                .because(reason, null));
    }

    private Procedure procedure(ProcedureCode code) {
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }
}
