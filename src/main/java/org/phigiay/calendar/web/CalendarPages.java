package org.phigiay.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.DayKind;
import org.phigiay.calendar.Due;
import org.phigiay.calendar.Opening;
import org.phigiay.calendar.Session;
import org.phigiay.calendar.SpecialDay;
import org.phigiay.calendar.TermUnit;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Lịch làm việc: the public page with the days off of a year, opening hours, and a calculator of due dates.
@Controller
class CalendarPages {
    private static final List<TermUnit> UNITS =
            List.of(TermUnit.WORKING_DAY, TermUnit.DAY, TermUnit.MONTH, TermUnit.HOUR, TermUnit.SAME_DAY);

    private final Calendars calendars;
    private final Organisation organisation;
    private final Clock clock = Clock.system(Dates.ZONE);

    CalendarPages(Calendars calendars, Organisation organisation) {
        this.calendars = calendars;
        this.organisation = organisation;
    }

    @GetMapping("/lich")
    String show(@RequestParam Map<String, String> query, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        Instant now = clock.instant();
        List<Agency> agencies = organisation.agencies();
        String first = agencies.stream()
                .filter(agency -> agency.parent() != null)
                .findFirst()
                .map(agency -> agency.code().value())
                .orElse("");
        CalendarForm form = CalendarForm.of(query, first, ZonedDateTime.ofInstant(now, Dates.ZONE));
        Errors errors = Errors.NONE;
        if (form.asked()) {
            try {
                model.addAttribute("due", due(form));
            } catch (Invalid wrong) {
                errors = Errors.of(wrong, texts);
            }
        }
        AgencyCode agency = new AgencyCode(form.agency());
        int year = year(query.getOrDefault("nam", ""), now);
        List<SpecialDay> days = calendars.specialDays(agency, year, now);
        model.addAttribute(
                "view",
                new CalendarView(
                        form,
                        errors,
                        (Due) model.getAttribute("due"),
                        agencies.stream()
                                .map(each -> Option.of(
                                        each.code().value(),
                                        each.name(language.code()),
                                        each.code().equals(agency)))
                                .toList(),
                        UNITS.stream()
                                .map(unit -> Option.of(
                                        unit.apiName(),
                                        texts.get("calendar.unit." + unit.apiName()),
                                        unit.apiName().equals(form.unit())))
                                .toList(),
                        year,
                        calendars.years(),
                        days.stream().map(day -> row(day, language)).toList(),
                        hours(calendars.opening(agency, now), texts),
                        days.stream().anyMatch(SpecialDay::provisional)));
        return "calendar/web/show";
    }

    private Due due(CalendarForm form) {
        CalendarForm.Question question = form.question();
        return calendars.due(question.agency(), question.from(), question.term());
    }

    private int year(String asked, Instant now) {
        List<Integer> years = calendars.years();
        return years.stream()
                .filter(year -> String.valueOf(year).equals(asked))
                .findFirst()
                .orElseGet(() ->
                        Math.clamp(LocalDate.ofInstant(now, Dates.ZONE).getYear(), years.getFirst(), years.getLast()));
    }

    private static List<String> row(SpecialDay day, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        LocalDate counterpart = day.counterpart() == null ? day.day() : day.counterpart();
        boolean swapped = day.kind() == DayKind.SWAPPED_OFF || day.kind() == DayKind.SWAPPED_WORKING;
        String what = texts.get(
                "calendar.kind." + day.kind().name(),
                swapped ? dates.day(counterpart) : day.name().in(language.code()));
        return List.of(
                dates.day(day.day()),
                day.provisional() ? what + " " + texts.get("calendar.provisional-mark") : what,
                day.basis().in(language.code()));
    }

    /// "thứ Hai – thứ Sáu: 07:30–11:30, 13:30–17:00", one line for weekdays that follow one another and are alike.
    private static List<String> hours(Opening opening, Texts texts) {
        List<String> lines = new ArrayList<>();
        List<DayOfWeek> weekdays = Arrays.asList(DayOfWeek.values());
        int from = 0;
        while (from < weekdays.size()) {
            List<Session> sessions = opening.on(weekdays.get(from));
            int to = from;
            while (to + 1 < weekdays.size() && opening.on(weekdays.get(to + 1)).equals(sessions)) {
                to++;
            }
            String first = texts.get("ui.weekday." + (from + 1));
            String days = from == to ? first : first + " – " + texts.get("ui.weekday." + (to + 1));
            String hours = sessions.isEmpty()
                    ? texts.get("calendar.page.closed")
                    : String.join(
                            ", ",
                            sessions.stream()
                                    .map(session -> session.opens() + "–" + session.closes())
                                    .toList());
            lines.add(days + ": " + hours);
            from = to + 1;
        }
        return lines;
    }
}
