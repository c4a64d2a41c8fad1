package org.phigiay.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.JsonNode;

/// Câu hỏi: one page of a form, which asks one thing.
///
/// @param id last part of the page's address, e.g. `ngay-sinh`
/// @param section id of the [Section] it is listed under
/// @param title the question, heading of the page
/// @param note a sentence worth reading before answering
/// @param why why it is asked
/// @param showIf the page is asked only when all of these hold
/// @param fields at least one
public record FormPage(
        String id,
        String section,
        Bilingual title,
        @Nullable Bilingual hint,
        @Nullable Bilingual note,
        @Nullable WhyWeAsk why,
        List<Condition> showIf,
        List<Field> fields) {

    @SuppressWarnings("NullAway") // Jackson passes null for a list that is not there
    public FormPage {
        showIf = showIf == null ? List.of() : List.copyOf(showIf);
        fields = List.copyOf(fields);
    }

    /// Whether these answers lead to the page.
    public boolean asked(JsonNode answers) {
        return Condition.allHold(showIf, answers);
    }

    boolean has(String field) {
        return fields.stream().anyMatch(each -> each.id().equals(field));
    }
}
