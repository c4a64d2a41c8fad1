package org.phigiay.wallet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.signing.Reason;
import org.phigiay.signing.SignatureReport;

/// Kết luận xác minh: whether a PDF is a result we issued, and whether it still holds.
///
/// @param signatures what each signature of the file says, oldest first
/// @param reasons all that speaks against it, as message keys; empty when it is genuine
/// @param result what we issued; null when these bytes are not ours
public record Verdict(
        Outcome outcome,
        List<SignatureReport> signatures,
        List<Reason> reasons,
        @Nullable KeptResult result) {
    public Verdict {
        signatures = List.copyOf(signatures);
        reasons = List.copyOf(reasons);
    }

    /// The three answers.
    public enum Outcome {
        /// Every signature holds under the strict policy, the bytes are those issued, and the result is in force.
        GENUINE,
        /// Issued by us exactly so, but revoked or past its last day.
        NO_LONGER_IN_FORCE,
        /// Altered, signed by others, or nothing we issued.
        NOT_GENUINE
    }

    /// Genuine and in force.
    public boolean genuine() {
        return outcome == Outcome.GENUINE;
    }
}
