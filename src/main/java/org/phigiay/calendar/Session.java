package org.phigiay.calendar;

import java.time.LocalTime;

/// Buổi làm việc: one stretch of a working day, to the minute.
///
/// @param opens first minute of work
/// @param closes first minute that is no longer work
public record Session(LocalTime opens, LocalTime closes) {
    public Session {
        if (!opens.isBefore(closes)
                || opens.getSecond() + opens.getNano() + closes.getSecond() + closes.getNano() != 0) {
            throw new IllegalArgumentException("Not a session: " + opens + " to " + closes);
        }
    }

    int minutes() {
        return closing() - opening();
    }

    int opening() {
        return opens.toSecondOfDay() / 60;
    }

    int closing() {
        return closes.toSecondOfDay() / 60;
    }
}
