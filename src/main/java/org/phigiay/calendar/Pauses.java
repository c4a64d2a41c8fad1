package org.phigiay.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pauses made ready for reckoning.
final class Pauses {
    private Pauses() {}

    /// In order of time, none before the reception, overlapping ones as one, in full minutes inside the pause (a
    /// pause never counts for more than it lasted); empty ones left out. Only the last may be open.
    static List<Pause> merged(List<Pause> pauses, Instant received) {
        List<Pause> merged = new ArrayList<>();
        Instant start = fullMinuteNotBefore(received);
        List<Pause> ordered =
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        Pause current = null;
        for (Pause pause : ordered) {
            if (current == null || (current.to() != null && current.to().isBefore(pause.from()))) {
                keep(current, start, merged);
                current = pause;
            } else {
                current = new Pause(current.from(), later(current.to(), pause.to()));
            }
        }
        keep(current, start, merged);
        return merged;
    }

    private static void keep(@Nullable Pause pause, Instant start, List<Pause> kept) {
        if (pause == null) {
            return;
        }
        Instant from = fullMinuteNotBefore(pause.from().isBefore(start) ? start : pause.from());
        Instant to = pause.to() == null ? null : pause.to().truncatedTo(ChronoUnit.MINUTES);
        if (to == null || to.isAfter(from)) {
            kept.add(new Pause(from, to));
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    static Instant fullMinuteNotBefore(Instant instant) {
        Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }
}
