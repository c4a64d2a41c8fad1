package org.phigiay.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Dates;

/// What a visitor asks the calculator, as typed.
public record CalendarForm(
        String agency, String day, String month, String year, String hour, String amount, String unit, boolean asked) {
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:\\s*(?:[:.hg]|giờ)\\s*(\\d{1,2})?)?");

    /// The question understood.
    record Question(AgencyCode agency, Instant from, Term term) {}

    /// From the query; the first visit gets the present moment and three working days.
    static CalendarForm of(Map<String, String> query, String firstAgency, ZonedDateTime now) {
        boolean asked = query.containsKey("amount") || query.containsKey("unit");
        return new CalendarForm(
                query.getOrDefault("agency", firstAgency).strip(),
                given(query, "from.day", now.getDayOfMonth(), asked),
                given(query, "from.month", now.getMonthValue(), asked),
                given(query, "from.year", now.getYear(), asked),
                query.getOrDefault(
                                "hour",
                                asked
                                        ? ""
                                        : Dates.in(org.phigiay.ui.Language.VI).time(now.toLocalTime()))
                        .strip(),
                query.getOrDefault("amount", asked ? "" : "3").strip(),
                query.getOrDefault("unit", TermUnit.WORKING_DAY.apiName()).strip(),
                asked);
    }

    private static String given(Map<String, String> query, String name, int present, boolean asked) {
        return query.getOrDefault(name, asked ? "" : String.valueOf(present)).strip();
    }

    /// @throws Invalid with every mistake, each at its field
    Question question() {
        List<FieldError> errors = new ArrayList<>();
        LocalDate date = date();
        if (date == null) {
            errors.add(FieldError.of("from", "calendar.date-wrong"));
        }
        LocalTime time = time();
        if (time == null) {
            errors.add(FieldError.of("hour", "calendar.hour-wrong"));
        }
        Term term = null;
        try {
            TermUnit parsed = TermUnit.parse(unit);
            term = new Term(parsed == TermUnit.SAME_DAY ? 1 : number(amount), parsed);
        } catch (Invalid wrong) {
            errors.addAll(wrong.errors());
        }
        if (date == null || time == null || term == null) {
            throw new Invalid(errors);
        }
        return new Question(
                new AgencyCode(agency), date.atTime(time).atZone(Dates.ZONE).toInstant(), term);
    }

    private @Nullable LocalDate date() {
        try {
            return LocalDate.of(number(year), number(month), number(day));
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    /// "8", "8:05", "8h05", "8 giờ 5".
    private @Nullable LocalTime time() {
        Matcher typed = HOUR.matcher(hour);
        if (!typed.matches()) {
            return null;
        }
        String minutes = typed.group(2);
        try {
            return LocalTime.of(number(typed.group(1)), minutes == null ? 0 : number(minutes));
        } catch (DateTimeException wrong) {
            return null;
        }
    }

    /// The number typed, -1 when it is none or has more than six digits.
    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    }
}
