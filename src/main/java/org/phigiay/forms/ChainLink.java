package org.phigiay.forms;

import java.util.List;
import java.util.Map;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;

/// Thủ tục liên thông: another procedure filed from the same answers once this one has its result (Decree
/// 63/2024/NĐ-CP as amended by 301/2026/NĐ-CP).
///
/// @param procedure what is filed then
/// @param when only when all of these hold, e.g. when the person chose it
/// @param title what it is for the person, e.g. "Đăng ký thường trú cho con"
/// @param answers by dotted path in the other form: a string is a path in this form, `{"value": …}` a fixed answer,
///     `{"result": "<line>"}` a line of this procedure's result
public record ChainLink(ProcedureCode procedure, List<Condition> when, Bilingual title, Map<String, JsonNode> answers) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is not there
    public ChainLink {
        when = when == null ? List.of() : List.copyOf(when);
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    /// Whether these answers ask for it.
    public boolean asked(JsonNode given) {
        return Condition.allHold(when, given);
    }
}
