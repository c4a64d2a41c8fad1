package org.phigiay.dossiers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the templates of the slips receive: the facts of Forms 01–03 of Circular 03/2025/TT-VPCP, already in words and
/// in Vietnamese. Texts are empty where a form has no such fact.
///
/// @param unit the one-stop desk, which answers questions
/// @param day day of the act, `ngày 25 tháng 11 năm 2026`
/// @param code dossier code, before reception the request code
/// @param representation for whom the filer filed; empty when for themself
/// @param stage before reception or while processing
/// @param sheets what was handed in
/// @param items what is missing
/// @param link address at which the dossier is followed
/// @param qr the same as a QR code, `data:` image
public record SlipPaper(
        String agency,
        String unit,
        String address,
        String phone,
        String place,
        String day,
        String code,
        Party applicant,
        String filerName,
        String representation,
        String procedure,
        String procedureCode,
        String stage,
        List<Sheet> sheets,
        String term,
        String received,
        String due,
        String fee,
        @Nullable String note,
        List<Item> items,
        String reason,
        String clause,
        @Nullable String until,
        @Nullable String wayOn,
        String officerTitle,
        String officerName,
        String link,
        String qr) {

    /// A person or an organisation as a slip names them; how to reach them, or whoever filed for them.
    public record Party(
            String name,
            @Nullable String personalNumber,
            @Nullable String taxCode,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {}

    /// One kind of paper handed in.
    ///
    /// @param electronic number of files
    public record Sheet(String title, int electronic) {}

    /// One thing to be supplemented.
    public record Item(String title, String note) {}
}
