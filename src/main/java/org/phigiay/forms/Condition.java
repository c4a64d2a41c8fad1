package org.phigiay.forms;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// "Only when the answer to that earlier field is one of these."
///
/// @param field an earlier field: a choice or a yes-no
/// @param in values as text; booleans are `true` and `false`
public record Condition(String field, List<String> in) {

    public Condition {
        in = List.copyOf(in);
    }

    /// Whether the answers fulfil the condition; an unanswered field does not.
    public boolean holds(JsonNode answers) {
        JsonNode answer = answers.path(field);
        return !answer.isMissingNode() && !answer.isContainer() && in.contains(answer.asString());
    }

    static boolean allHold(List<Condition> conditions, JsonNode answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }
}
