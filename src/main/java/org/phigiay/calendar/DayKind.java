package org.phigiay.calendar;

/// Loại ngày: in what a day differs from its weekday.
public enum DayKind {
    /// Nghỉ lễ, tết: a public holiday.
    HOLIDAY(false),
    /// Nghỉ bù: a day off because a holiday fell on a weekly rest day (Labour Code, Article 111(3)).
    SUBSTITUTE(false),
    /// Nghỉ hoán đổi: a working day given off, worked on another day.
    SWAPPED_OFF(false),
    /// Làm bù: a rest day worked in place of another, with that other day's sessions.
    SWAPPED_WORKING(true),
    /// Ngày thường: takes back an earlier row; the day is what its weekday says.
    ORDINARY(true);

    private final boolean worked;

    DayKind(boolean worked) {
        this.worked = worked;
    }

    /// Whether the day may have sessions.
    boolean worked() {
        return worked;
    }
}
