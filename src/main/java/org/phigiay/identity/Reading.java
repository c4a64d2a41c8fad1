package org.phigiay.identity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A permitted reading. Where [#noted()], whoever reads writes one journal entry with the purpose, in the same
/// transaction; a person who reads what is their own leaves none.
///
/// @param right what is read
/// @param as how the reader stands to it
/// @param purpose why; null when the data are the reader's own or public
public record Reading(Right right, Who as, @Nullable String purpose) {

    /// What the holder of an open task reads under, unasked.
    public static final String PROCESS = "process";

    /// Whether the reading leaves a journal entry.
    public boolean noted() {
        return purpose != null;
    }

    /// The purpose for the journal entry of a noted reading.
    public String why() {
        return Objects.requireNonNull(purpose, "not a noted reading");
    }
}
