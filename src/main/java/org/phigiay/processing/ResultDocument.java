package org.phigiay.processing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.files.FileId;
import org.phigiay.forms.ResultLine;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// Kết quả: the document that settles a dossier, from its draft to its issue.
///
/// @param kind name of its template
/// @param code national type code, `KQ.G15.000038`
/// @param title its title
/// @param symbol abbreviation in its number
/// @param fields what it prints, line by line
/// @param verifyCode code in its QR
/// @param draftFile the document as read before signing
/// @param signedFile the same, signed by the leader
/// @param number its number in the agency's register of the year
/// @param issuedFile the same, with the agency's signature: the original
public record ResultDocument(
        DossierId dossier,
        AgencyCode agency,
        String kind,
        String code,
        String title,
        String symbol,
        List<ResultLine> fields,
        String verifyCode,
        @Nullable FileId draftFile,
        @Nullable String draftSha256,
        @Nullable FileId signedFile,
        @Nullable String signedSha256,
        @Nullable PersonId signedBy,
        @Nullable PostCode signedPost,
        @Nullable Instant signedAt,
        @Nullable Integer number,
        @Nullable Integer numberYear,
        @Nullable FileId issuedFile,
        @Nullable String issuedSha256,
        @Nullable Instant issuedAt,
        Instant draftedAt) {

    public ResultDocument {
        fields = List.copyOf(fields);
    }

    /// Số, ký hiệu: `12/XNTTHN-UBND`; empty before it has a number.
    public String numberAndSymbol() {
        return number == null ? "" : numberAndSymbol(number);
    }

    /// The same with a number it may get.
    String numberAndSymbol(int given) {
        return (given < 10 ? "0" + given : given) + "/" + symbol + "-UBND";
    }

    UUID subject() {
        return dossier.value();
    }
}
