package org.phigiay.calendar;

import java.time.Instant;
import java.util.List;

/// Hẹn trả: when a term ends, and how that was reckoned.
///
/// @param at the last moment that is in time; a full minute
/// @param lines the reckoning, line by line, from the reception to the promise
public record Due(Instant at, List<Line> lines) {
    public Due {
        lines = List.copyOf(lines);
    }
}
