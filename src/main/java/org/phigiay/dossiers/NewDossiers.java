package org.phigiay.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Calendars;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.Forms;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.PersonId;
import org.springframework.stereotype.Component;

/// Nộp hồ sơ: makes a dossier of what is filed, once it has been checked and it is known whose it is. Every method is
/// called inside a verb.
@Component
class NewDossiers {
    private final DossierStore store;
    private final Intake intake;
    private final Parties parties;
    private final Calendars calendars;
    private final Journal journal;
    private final Forms forms;
    private final ChainStore chains;

    NewDossiers(
            DossierStore store,
            Intake intake,
            Parties parties,
            Calendars calendars,
            Journal journal,
            Forms forms,
            ChainStore chains) {
        this.store = store;
        this.intake = intake;
        this.parties = parties;
        this.calendars = calendars;
        this.journal = journal;
        this.forms = forms;
        this.chains = chains;
    }

    /// Files for the actor, or for whom the actor stands.
    ///
    /// @throws Invalid when something is missing or wrong, each with its field
    Dossier file(Actor actor, Submission submission) {
        Intake.Accepted accepted = intake.check(actor, submission, journal.now());
        Parties.Applicant applicant = parties.applicant(actor, accepted.party());
        Dossier dossier = write(actor, actor.person(), applicant, submission, accepted);
        FormDefinition form = forms.definition(accepted.form());
        for (int i = 0; i < form.chain().size(); i++) {
            if (form.chain().get(i).asked(accepted.answers())) {
                chains.plan(dossier, i + 1, form.chain().get(i));
            }
        }
        return dossier;
    }

    /// Files a further part of a filing: for the same applicant and filer, by the system on their behalf, with papers
    /// that
    /// are the first dossier's.
    Dossier fileLinked(Dossier parent, Submission submission) {
        Intake.Accepted accepted = intake.checkLinked(submission, journal.now());
        Parties.Applicant applicant = new Parties.Applicant(parent.applicant(), parent.applicantName());
        return write(Actor.SYSTEM, parent.filer(), applicant, submission, accepted);
    }

    private Dossier write(
            Actor actor, PersonId filer, Parties.Applicant applicant, Submission submission, Intake.Accepted accepted) {
        Instant now = journal.now();
        Dossier dossier = new Dossier(
                DossierId.next(),
                submission.agency(),
                submission.procedure(),
                accepted.procedureVersion(),
                accepted.form().id(),
                accepted.form().version(),
                requestCode(),
                null,
                DossierState.SUBMITTED,
                filer,
                applicant.id(),
                applicant.name(),
                submission.channel(),
                accepted.party().representation(),
                now,
                calendars.after(submission.agency(), now, Dossiers.RECEPTION_LIMIT),
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                accepted.term() == null ? 0 : accepted.term().amount(),
                accepted.term() == null ? null : accepted.term().unit(),
                null);
        @Nullable String others = dossier.applicant().equals(actor.person()) ? null : "true";
        Draft draft = Draft.of("dossier.submitted", dossier.subject(), dossier.agency(), actor)
                .as(null)
                .moving(null, DossierState.SUBMITTED.code())
                .sealing(accepted.hash())
                .with("procedure", dossier.procedure().value())
                .with("channel", dossier.channel().code())
                .with("receptionDueAt", dossier.receptionDueAt().toString())
                .with("forAnother", others);
        journal.written(
                draft,
                store.insert(
                        dossier,
                        accepted.party(),
                        accepted.answers(),
                        submission.origins(),
                        accepted.papers(),
                        journal.params(draft)));
        return dossier;
    }

    private static String requestCode() {
        String code = Ids.code(12);
        return "YC-" + code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }
}
