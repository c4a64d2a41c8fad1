package org.phigiay.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a first answer comes from before the person has given one. Exactly one source is named.
///
/// @param account a fact of the signed-in person's account
/// @param value a fixed value
/// @param answer dotted path of an earlier answer, offered again
/// @param result a line of the person's own newest valid result of a kind
/// @param when only under these conditions, e.g. when somebody files for themself
public record Prefill(
        @Nullable AccountFact account,
        @Nullable String value,
        @Nullable String answer,
        @Nullable FromResult result,
        List<Condition> when) {

    /// @param kind of the result, as its [ResultSheet] names it
    /// @param line id of a line of that sheet
    public record FromResult(String kind, String line) {}

    @SuppressWarnings("NullAway") // Jackson passes null for a list that is not there
    public Prefill {
        when = when == null ? List.of() : List.copyOf(when);
    }

    static Prefill account(AccountFact fact, List<Condition> when) {
        return new Prefill(fact, null, null, null, when);
    }

    static Prefill value(String value) {
        return new Prefill(null, value, null, null, List.of());
    }

    /// The same with every path rewritten.
    Prefill moved(java.util.function.UnaryOperator<String> path) {
        return new Prefill(
                account,
                value,
                answer == null ? null : path.apply(answer),
                result,
                when.stream()
                        .map(condition -> condition.on(path.apply(condition.field())))
                        .toList());
    }
}
