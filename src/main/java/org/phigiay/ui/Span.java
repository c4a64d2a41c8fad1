package org.phigiay.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The three marks of the clock: from when, now, until when.
///
/// @param from when the time began to run
/// @param now when the page is read, or when the time stopped
/// @param due what was promised
/// @param words how it stands, in words ("còn 2 ngày làm việc"); the drawing says no more than they do
/// @param paused why the time stands still, null while it runs
public record Span(
        Instant from,
        Instant now,
        Instant due,
        String words,
        @Nullable String paused) {
    public boolean late() {
        return now.isAfter(due);
    }

    /// Where a mark stands on the bar, 0 to 100.
    public int percent(Instant mark) {
        Instant end = late() ? now : due;
        long whole = Math.max(1, Duration.between(from, end).toSeconds());
        long part = Duration.between(from, mark).toSeconds();
        return Math.clamp(part * 100 / whole, 0, 100);
    }
}
