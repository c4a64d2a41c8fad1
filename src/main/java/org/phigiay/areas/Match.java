package org.phigiay.areas;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit, of today or of earlier, found by a name, and what it is today.
///
/// @param name as it is or was called
/// @param province the province it lies or lay in, by the name of that time; empty for a province
/// @param until for a former name: the day of the first list that no longer has it; null when no list says
/// @param now what it is today, the unit itself when it still is; several when it was divided; empty when no list says
/// @param exact the name is the one asked for, not only like it
public record Match(
        Era era,
        String code,
        String name,
        String province,
        @Nullable LocalDate until,
        List<Successor> now,
        boolean exact) {

    /// When the name holds or held.
    public enum Era {
        /// Of today.
        NOW,
        /// Today's unit under a name it bore before.
        RENAMED,
        /// A unit that is no longer.
        OLD
    }

    public Match {
        now = List.copyOf(now);
    }

    /// The old unit went to several, so that only the person knows in which they are.
    public boolean divided() {
        return now.size() > 1;
    }

    /// What a unit, or a part of it, is today.
    ///
    /// @param area null when the list in force has no such unit
    /// @param name as the list in force calls it, else as the list of changes does
    /// @param part only a part of the old unit went there
    /// @param statedCode the code in the list of changes, when the list in force has another one for that name
    public record Successor(
            @Nullable Area area,
            String name,
            boolean part,
            @Nullable String statedCode) {}
}
