package org.phigiay.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a first answer comes from before the person has given one.
///
/// @param account a fact of the signed-in person's account
/// @param value a fixed value, when no account fact is named
/// @param when only under these conditions, e.g. when somebody files for themself
public record Prefill(
        @Nullable AccountFact account, @Nullable String value, List<Condition> when) {

    @SuppressWarnings("NullAway") // Jackson passes null for a list that is not there
    public Prefill {
        when = when == null ? List.of() : List.copyOf(when);
    }
}
