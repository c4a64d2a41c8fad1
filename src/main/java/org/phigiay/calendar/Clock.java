package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Đồng hồ của hồ sơ: the promise's clock, which runs or stands still.
public sealed interface Clock {

    /// The reckoning so far, line by line.
    List<Line> lines();

    /// The clock runs, or ran out: the due date is known.
    record Running(Due due) implements Clock {
        @Override
        public List<Line> lines() {
            return due.lines();
        }
    }

    /// The clock stands still: when it will be due depends on when it runs again.
    ///
    /// @param since the clock stopped
    /// @param left what is left of the term: working time, or whole days of 24 hours for terms in days and months
    /// @param working whether `left` is working time
    record Paused(Instant since, Duration left, boolean working, List<Line> lines) implements Clock {
        public Paused {
            lines = List.copyOf(lines);
        }
    }
}
