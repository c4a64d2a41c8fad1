package org.phigiay.calendar;

import org.phigiay.shared.Invalid;

/// Thời hạn giải quyết: a legal term, such as three working days.
///
/// @param amount 1 to 1000; always 1 with [TermUnit#SAME_DAY]
/// @param unit what is counted
public record Term(int amount, TermUnit unit) {
    public static final int LARGEST = 1000;

    /// @throws Invalid on field `amount` when it is out of bounds
    public Term {
        if (amount < 1 || amount > LARGEST) {
            throw Invalid.of("amount", "calendar.amount-range");
        }
        if (unit == TermUnit.SAME_DAY && amount != 1) {
            throw Invalid.of("amount", "calendar.same-day-amount");
        }
    }

    public static Term sameDay() {
        return new Term(1, TermUnit.SAME_DAY);
    }

    public static Term workingDays(int amount) {
        return new Term(amount, TermUnit.WORKING_DAY);
    }

    public static Term hours(int amount) {
        return new Term(amount, TermUnit.HOUR);
    }
}
