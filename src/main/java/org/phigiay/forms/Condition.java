package org.phigiay.forms;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// "Only when the answer to that earlier field is one of these."
///
/// @param field an earlier field: a choice, several choices or a yes-no
/// @param in values as text; booleans are `true` and `false`
public record Condition(String field, List<String> in) {

    public Condition {
        in = List.copyOf(in);
    }

    /// Whether the answers fulfil the condition; an unanswered field does not. Of several choices one is enough.
    public boolean holds(JsonNode answers) {
        JsonNode answer = answers.path(field);
        if (answer.isArray()) {
            return answer.valueStream().anyMatch(each -> in.contains(each.asString()));
        }
        return !answer.isMissingNode() && !answer.isContainer() && in.contains(answer.asString());
    }

    static boolean allHold(List<Condition> conditions, JsonNode answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }
}
