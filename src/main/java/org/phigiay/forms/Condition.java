package org.phigiay.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// "Only when the answer to that earlier field is one of these." Of `in`, `notIn`, `atLeast`, `atMost`, `answered` a
/// condition states at least one; all it states must hold. An unanswered field fulfils `answered: false` alone.
///
/// @param field dotted path of an earlier leaf field; in a page asked for each item of a list, a path that begins with
///     the list's id means this item
/// @param in values as text; booleans are `true` and `false`
/// @param atLeast least value of a number
/// @param answered whether there is an answer at all
public record Condition(
        String field,
        List<String> in,
        List<String> notIn,
        @Nullable Long atLeast,
        @Nullable Long atMost,
        @Nullable Boolean answered) {

    @SuppressWarnings("NullAway") // Jackson passes null for what is not there
    public Condition {
        in = in == null ? List.of() : List.copyOf(in);
        notIn = notIn == null ? List.of() : List.copyOf(notIn);
    }

    public Condition(String field, List<String> in) {
        this(field, in, List.of(), null, null, null);
    }

    /// Whether the answers fulfil the condition.
    public boolean holds(JsonNode answers) {
        JsonNode answer = Answers.at(answers, field);
        boolean there = !answer.isMissingNode() && !answer.isNull();
        if (answered != null && answered != there) {
            return false;
        }
        if (!there) {
            return Boolean.FALSE.equals(answered);
        }
        return (in.isEmpty() || says(answer, in))
                && (notIn.isEmpty() || !says(answer, notIn))
                && (atLeast == null || (number(answer) && answer.decimalValue().longValue() >= atLeast))
                && (atMost == null || (number(answer) && answer.decimalValue().longValue() <= atMost));
    }

    private static boolean number(JsonNode answer) {
        return answer.isNumber();
    }

    /// Of several choices one is enough.
    private static boolean says(JsonNode answer, List<String> values) {
        if (answer.isArray()) {
            return answer.valueStream().anyMatch(each -> values.contains(each.asString("")));
        }
        return !answer.isContainer() && values.contains(answer.asString());
    }

    /// The same condition on another field.
    Condition on(String other) {
        return new Condition(other, in, notIn, atLeast, atMost, answered);
    }

    static boolean allHold(List<Condition> conditions, JsonNode answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }
}
