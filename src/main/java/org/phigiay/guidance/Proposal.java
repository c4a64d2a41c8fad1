package org.phigiay.guidance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;

/// Bản đề nghị: guidance that an officer prepares and a second one publishes.
///
/// @param version raised by every change; a page says which one it showed
/// @param basedOn the guidance in force when it was last saved, 0 when there was none
/// @param preparer who saved it last; that person may not publish it
/// @param returned why the second person gave it back, null when nobody did
public record Proposal(
        ProposalId id,
        ProcedureCode code,
        ProposalState state,
        int version,
        ProposedText text,
        int basedOn,
        PersonId preparer,
        Instant savedAt,
        @Nullable String returned) {

    public boolean sent() {
        return state == ProposalState.SENT;
    }
}
