package org.phigiay.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.identity.Target;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;

/// Việc: one step of one dossier that a post has to do.
///
/// @param dossier whose step it is
/// @param step number of the step in its table
/// @param first whether it is the first work after reception
/// @param applicant whose matter it is
/// @param filer who handed it in
/// @param assignee who took it over; null while it is the whole post's
/// @param openedAt since when it is open
/// @param dueAt when the dossier is due
/// @param budgetDueAt when the step should be done
/// @param paused waits for the citizen
/// @param closedAt when it was done; null while it is open
public record Task(
        TaskId id,
        DossierId dossier,
        AgencyCode agency,
        ProcedureCode procedure,
        java.util.UUID table,
        int step,
        StepKind kind,
        boolean first,
        PostCode post,
        PersonId applicant,
        PersonId filer,
        @Nullable PersonId assignee,
        Instant openedAt,
        Instant dueAt,
        Instant budgetDueAt,
        boolean paused,
        @Nullable Instant closedAt) {

    /// What the authorisation point must know of the dossier while this task is open: nobody works on a matter that
    /// they
    /// have filed for another.
    public Target target() {
        Target target = Target.of(agency, applicant, filer).withOpenTasks(java.util.Set.of(post));
        return filer.equals(applicant) ? target : target.withRepresentatives(java.util.Set.of(filer));
    }
}
