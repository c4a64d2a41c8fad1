package org.phigiay.calendar.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Due;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;

/// What the page `/lich` shows.
///
/// @param due the answer; null before a question and after one with mistakes
/// @param years years whose days off are filled in
/// @param days rows of the table: day, what it is, legal basis
/// @param hours opening hours, one line for weekdays that are alike
/// @param provisional whether a row is provisional
public record CalendarView(
        CalendarForm form,
        Errors errors,
        @Nullable Due due,
        List<Option> agencies,
        List<Option> units,
        int year,
        List<Integer> years,
        List<List<String>> days,
        List<String> hours,
        boolean provisional) {}
