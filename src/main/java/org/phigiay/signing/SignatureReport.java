package org.phigiay.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one signature of a PDF says about itself and what became of it.
///
/// @param signer the name in the certificate; empty when there is none
/// @param organisation the signer's agency or organisation in the certificate; empty when there is none
/// @param title the signer's post in the certificate; empty when there is none
/// @param at trusted time when there is one, else the time the signer claims; null when neither is there
/// @param level such as `PAdES-BASELINE-T`
/// @param valid whether this signature holds and its signer is one we trust
public record SignatureReport(
        String signer,
        String organisation,
        String title,
        @Nullable Instant at,
        String level,
        boolean valid,
        List<Reason> reasons) {
    public SignatureReport {
        reasons = List.copyOf(reasons);
    }
}
