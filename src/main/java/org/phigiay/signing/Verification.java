package org.phigiay.signing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The verdict on a PDF.
///
/// @param intact at least one signature, every one valid and of a signer we trust, every byte of the file covered,
///     nothing in it that acts by itself. Whether we issued exactly this file is a further question, not asked here.
/// @param signatures oldest first; empty when the file could not be read
/// @param reasons all that speaks against the file, none when it is intact
public record Verification(boolean intact, List<SignatureReport> signatures, List<Reason> reasons) {
    public Verification {
        signatures = List.copyOf(signatures);
        reasons = List.copyOf(reasons);
    }

    static Verification refused(Reason reason) {
        return new Verification(false, List.of(), List.of(reason));
    }

    /// Intact only when nothing speaks against it.
    static Verification of(List<SignatureReport> signatures, List<Reason> findings) {
        Set<Reason> reasons = new LinkedHashSet<>(findings);
        signatures.forEach(signature -> reasons.addAll(signature.reasons()));
        boolean intact = reasons.isEmpty()
                && !signatures.isEmpty()
                && signatures.stream().allMatch(SignatureReport::valid);
        if (!intact && reasons.isEmpty()) {
            reasons.add(Reason.of("not-proved"));
        }
        return new Verification(intact, signatures, new ArrayList<>(reasons));
    }
}
