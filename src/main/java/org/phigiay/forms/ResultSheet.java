package org.phigiay.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Kết quả: what the result document of the procedure prints from the answers.
///
/// @param kind name of the document's template, e.g. `single-status`
/// @param code national type code of the result, e.g. `KQ.G15.000038`
/// @param title the document's title
/// @param validMonths for how many months it holds from the day of issue; null when it does not end
/// @param symbol type abbreviation in the document's number, e.g. `XNTTHN`
public record ResultSheet(
        String kind,
        String code,
        Bilingual title,
        String symbol,
        @Nullable Integer validMonths,
        List<ResultField> fields) {

    public ResultSheet {
        fields = List.copyOf(fields);
    }

    /// One line of the document.
    ///
    /// @param id name of the line for the template
    /// @param label as printed
    /// @param answer field of the form whose answer is printed; a line without an answer is left out
    /// @param worded whether the drafting officer words the line, in reply to that answer
    public record ResultField(String id, Bilingual label, String answer, boolean worded) {}
}
