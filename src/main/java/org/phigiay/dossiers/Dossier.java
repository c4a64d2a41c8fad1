package org.phigiay.dossiers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.identity.Target;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;

/// Hồ sơ: one matter of one applicant before one agency.
///
/// @param id inside the installation
/// @param agency who settles it
/// @param procedure what is asked for
/// @param procedureVersion version under which it was filed; kept for good
/// @param formId form that was filled
/// @param formVersion its version
/// @param requestCode code given at filing
/// @param code dossier code, given at reception
/// @param state where it stands
/// @param filer who handed it in
/// @param applicant whose matter it is
/// @param applicantName as filed; personal data
/// @param channel how it came in
/// @param representation for whom the filer filed
/// @param filedAt legal time of filing
/// @param receptionDueAt by when it must be received: eight working hours after filing
/// @param receivedAt legal time of reception
/// @param dueAt the promise as it stands now
/// @param firstDueAt the promise as first given
/// @param pausedAt since when the promise is paused; null while it runs
/// @param finishedAt when processing ended (issued, refused, withdrawn)
/// @param returnedAt when the result was handed over
/// @param supplements how many supplements were asked
/// @param termAmount amount of the legal term; 0 while the announcement leaves it open and nobody has stated it
/// @param termUnit unit of the legal term; null while it is open
/// @param rating one to five, given by the citizen; null when not rated
public record Dossier(
        DossierId id,
        AgencyCode agency,
        ProcedureCode procedure,
        int procedureVersion,
        String formId,
        int formVersion,
        String requestCode,
        @Nullable String code,
        DossierState state,
        PersonId filer,
        PersonId applicant,
        String applicantName,
        Channel channel,
        Representation representation,
        Instant filedAt,
        Instant receptionDueAt,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant firstDueAt,
        @Nullable Instant pausedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant returnedAt,
        int supplements,
        int termAmount,
        @Nullable TermUnit termUnit,
        @Nullable Integer rating) {

    /// The code by which people call it: the dossier code, before reception the request code.
    public String anyCode() {
        return code != null ? code : requestCode;
    }

    /// The legal term; every received dossier has one.
    ///
    /// @throws IllegalStateException while it is open, see [#statedTerm()]
    public Term term() {
        return statedTerm().orElseThrow(() -> new IllegalStateException("No term is stated for " + id));
    }

    /// The legal term; empty while the announcement leaves it open: then the desk states it at reception.
    public Optional<Term> statedTerm() {
        return termUnit == null ? Optional.empty() : Optional.of(new Term(termAmount, termUnit));
    }

    /// What the authorisation point must know: whoever filed online for another stands for that other.
    public Target target() {
        Target target = Target.of(agency, applicant, filer);
        boolean stands = representation != Representation.SELF && channel == Channel.ONLINE;
        return stands ? target.withRepresentatives(java.util.Set.of(filer)) : target;
    }

    public UUID subject() {
        return id.value();
    }

    /// When the next thing is due: reception while it waits, then the promise.
    public Instant nextDue() {
        return dueAt != null ? dueAt : receptionDueAt;
    }

    Dossier with(DossierState next) {
        return moved(
                next,
                code,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                returnedAt,
                supplements,
                rating);
    }

    /// With a term that the desk has stated.
    Dossier stated(Term term) {
        return new Dossier(
                id,
                agency,
                procedure,
                procedureVersion,
                formId,
                formVersion,
                requestCode,
                code,
                state,
                filer,
                applicant,
                applicantName,
                channel,
                representation,
                filedAt,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                returnedAt,
                supplements,
                term.amount(),
                term.unit(),
                rating);
    }

    Dossier received(String given, Instant now, Instant due) {
        return moved(
                state, given, receptionDueAt, now, due, due, pausedAt, finishedAt, returnedAt, supplements, rating);
    }

    Dossier finished(Instant now) {
        return moved(
                state, code, receptionDueAt, receivedAt, dueAt, firstDueAt, null, now, returnedAt, supplements, rating);
    }

    Dossier returned(Instant now) {
        return moved(
                state,
                code,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                now,
                supplements,
                rating);
    }

    Dossier supplementAsked(@Nullable Instant paused) {
        return moved(
                state,
                code,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                paused,
                finishedAt,
                returnedAt,
                supplements + 1,
                rating);
    }

    Dossier waitingAgain(Instant receptionDue) {
        return moved(
                state,
                code,
                receptionDue,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                returnedAt,
                supplements,
                rating);
    }

    Dossier resumed(Instant due) {
        return moved(
                state,
                code,
                receptionDueAt,
                receivedAt,
                due,
                firstDueAt,
                null,
                finishedAt,
                returnedAt,
                supplements,
                rating);
    }

    Dossier rated(int stars) {
        return moved(
                state,
                code,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                returnedAt,
                supplements,
                Integer.valueOf(stars));
    }

    /// The same matter with what can change in its life.
    private Dossier moved(
            DossierState state,
            @Nullable String code,
            Instant receptionDueAt,
            @Nullable Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant firstDueAt,
            @Nullable Instant pausedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant returnedAt,
            int supplements,
            @Nullable Integer rating) {
        return new Dossier(
                id,
                agency,
                procedure,
                procedureVersion,
                formId,
                formVersion,
                requestCode,
                code,
                state,
                filer,
                applicant,
                applicantName,
                channel,
                representation,
                filedAt,
                receptionDueAt,
                receivedAt,
                dueAt,
                firstDueAt,
                pausedAt,
                finishedAt,
                returnedAt,
                supplements,
                termAmount,
                termUnit,
                rating);
    }
}
