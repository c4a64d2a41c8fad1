package org.phigiay.guidance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Procedure;
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

/// Soạn và duyệt hướng dẫn: one officer writes, a second one publishes. Who wrote a text never publishes it, and a text
/// that is not plain enough is published only for a reason that everybody can read.
@Service
public class Proposals {

    private static final int LONGEST_REASON = 500;
    private static final Pattern CONTROL = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final ProposalStore store;
    private final Catalogue catalogue;
    private final Access access;
    private final Transactions transactions;
    private final Journal journal;

    Proposals(ProposalStore store, Catalogue catalogue, Access access, Transactions transactions, Journal journal) {
        this.store = store;
        this.catalogue = catalogue;
        this.access = access;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// What became of a text that was handed over to be saved.
    public sealed interface Outcome {

        /// It is kept.
        record Saved(Proposal proposal) implements Outcome {}

        /// Somebody else was faster; nothing has been changed.
        ///
        /// @param theirs what stands there now
        /// @param version what to show as seen, so that the next saving stands
        /// @param by who saved it; null when it has been published already
        record Overtaken(
                ProposedText theirs, int version, @Nullable PersonId by) implements Outcome {}
    }

    /// What is being written or waits for a second person, for that procedure.
    public Optional<Proposal> open(Actor actor, ProcedureCode code) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.open(code));
    }

    /// Everything that is being written or waits for a second person, the longest waiting first.
    public List<Proposal> open(Actor actor) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(actor, () -> store.open());
    }

    /// Keeps a text as it is, whole or not. A text that waits for a second person is taken back by it.
    ///
    /// @param seen version of the proposal that the officer saw, 0 when there was none
    /// @throws Invalid when a text is too long or contradicts itself
    public Outcome save(Actor actor, ProcedureCode code, int seen, ProposedText text) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            valid(text, false);
            return kept(actor, procedure(code), seen, text);
        });
    }

    /// Keeps a text and hands it to a second person.
    ///
    /// @param seen version of the proposal that the officer saw, 0 when there was none
    /// @throws Invalid when something is missing or too long
    public Outcome send(Actor actor, ProcedureCode code, int seen, ProposedText text) {
        return transactions.write(actor, () -> {
            access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
            valid(text, true);
            Procedure procedure = procedure(code);
            Outcome outcome = kept(actor, procedure, seen, text);
            if (outcome instanceof Outcome.Saved(Proposal saved)
                    && store.move(saved.id(), ProposalState.WRITING, ProposalState.SENT, null)) {
                Score score = text.score(procedure);
                note(actor, saved, "guidance.sent", null, score);
                return new Outcome.Saved(store.open(code).orElseThrow());
            }
            return outcome;
        });
    }

    /// Gives a text back to whoever wrote it.
    ///
    /// @param seen version of the proposal that was read
    /// @throws Invalid on `back` when no reason is given
    public void giveBack(Actor actor, ProcedureCode code, int seen, String reason) {
        boolean _ = transactions.write(actor, () -> {
            Proposal proposal = toJudge(actor, code, seen);
            String why = required("back", reason, "guidance.proposal.return-reason");
            store.move(proposal.id(), ProposalState.SENT, ProposalState.WRITING, why);
            note(actor, proposal, "guidance.returned", why, null);
            return true;
        });
    }

    /// Publishes a text that somebody else has prepared.
    ///
    /// @param seen version of the proposal that was read
    /// @param reason why it is published although it is not plain enough; of no account when it is
    /// @throws Forbidden when the actor has prepared it
    /// @throws Conflict when it is not what was read any more, or other guidance has been published meanwhile
    /// @throws Invalid on `reason` when one is needed and none is given
    public Guidance publish(Actor actor, ProcedureCode code, int seen, String reason) {
        return transactions.write(actor, () -> {
            Proposal proposal = toJudge(actor, code, seen);
            Procedure procedure = procedure(code);
            if (proposal.basedOn() != number(procedure)) {
                throw new Conflict("catalogue.guided-meanwhile", code.value());
            }
            Score score = proposal.text().score(procedure);
            String why = score.publishable() ? null : required("reason", reason, "guidance.proposal.reason-missing");
            Guidance guidance = proposal.text().on(procedure);
            catalogue.guide(actor, guidance, why);
            store.move(proposal.id(), ProposalState.SENT, ProposalState.PUBLISHED, null);
            note(actor, proposal, "guidance.published", why, score);
            return guidance;
        });
    }

    private Proposal toJudge(Actor actor, ProcedureCode code, int seen) {
        access.require(actor, Right.CATALOGUE_PUBLISH, Target.general());
        Proposal proposal = store.lock(code).orElseThrow(() -> new Conflict("guidance.proposal.not-sent"));
        if (proposal.preparer().equals(actor.person())) {
            throw new Forbidden("guidance.proposal.own");
        }
        if (!proposal.sent()) {
            throw new Conflict("guidance.proposal.not-sent");
        }
        if (proposal.version() != seen) {
            throw new Conflict("guidance.proposal.changed");
        }
        return proposal;
    }

    private Outcome kept(Actor actor, Procedure procedure, int seen, ProposedText text) {
        ProcedureCode code = procedure.code();
        Proposal proposal = store.lock(code).orElse(null);
        if (proposal == null) {
            if (seen != 0) {
                return new Outcome.Overtaken(ProposedText.inForce(procedure), 0, null);
            }
            boolean begun = store.begin(ProposalId.next(), code, text, number(procedure), actor.person());
            Proposal there = store.lock(code).orElseThrow(() -> new Conflict("guidance.proposal.changed"));
            if (begun) {
                note(actor, there, "guidance.saved", null, null);
            }
            return begun ? new Outcome.Saved(there) : overtaken(there);
        }
        if (proposal.text().equals(text) && proposal.basedOn() == number(procedure)) {
            return new Outcome.Saved(proposal);
        }
        if (proposal.version() != seen) {
            return overtaken(proposal);
        }
        store.save(proposal.id(), text, number(procedure), actor.person());
        note(actor, proposal, "guidance.saved", null, null);
        return new Outcome.Saved(store.open(code).orElseThrow());
    }

    private static Outcome overtaken(Proposal there) {
        return new Outcome.Overtaken(there.text(), there.version(), there.preparer());
    }

    private void note(Actor actor, Proposal proposal, String type, @Nullable String reason, @Nullable Score score) {
        journal.append(Draft.of(type, proposal.id().value(), actor.agency().orElse(null), actor)
                .with("procedure", proposal.code().value())
                .with("points", score == null ? null : score.points())
                .because(reason, null));
    }

    private static int number(Procedure procedure) {
        Guidance guidance = procedure.guidance();
        return guidance == null ? 0 : guidance.version();
    }

    private Procedure procedure(ProcedureCode code) {
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }

    private static void valid(ProposedText text, boolean whole) {
        List<FieldError> problems = text.problems(whole);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static String required(String field, String reason, String missing) {
        String why = CONTROL.matcher(reason).replaceAll(" ").strip();
        if (why.isEmpty()) {
            throw Invalid.of(field, missing);
        }
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }
}
