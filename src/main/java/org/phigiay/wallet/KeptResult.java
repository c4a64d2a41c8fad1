package org.phigiay.wallet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// Kết quả đã cấp: one issued result in the register.
///
/// @param code code in its QR; whoever has it may see that the result is genuine, not whose it is
/// @param holder whose it is
/// @param initials the holder's name as a stranger sees it, `N. T. M.`
/// @param typeCode national type code
/// @param signerName name of the official who signed
/// @param sha256 hash of the issued file: the original
/// @param validUntil last day; null when it does not end
/// @param revokedAt since when it no longer holds; null while it does
public record KeptResult(
        String code,
        PersonId holder,
        String initials,
        AgencyCode agency,
        UUID dossier,
        String dossierCode,
        String typeCode,
        String title,
        String number,
        PostCode signerPost,
        String signerName,
        Instant signedAt,
        FileId file,
        String sha256,
        Instant issuedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant revokedAt,
        @Nullable String revokedReason) {

    public boolean inForce(LocalDate day) {
        return revokedAt == null && (validUntil == null || !validUntil.isBefore(day));
    }
}
