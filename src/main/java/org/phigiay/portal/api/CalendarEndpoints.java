package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Due;
import org.phigiay.calendar.Explanation;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Languages;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// When a term would end at an agency, explained line by line: public.
@RestController
@RequestMapping(path = "/api/v1/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarEndpoints {
    private static final int MOST = 1000;

    private final Calendars calendars;
    private final Organisation organisation;

    CalendarEndpoints(Calendars calendars, Organisation organisation) {
        this.calendars = calendars;
        this.organisation = organisation;
    }

    record DueAnswer(String due, List<String> lines) {}

    @GetMapping("/due")
    DueAnswer due(
            @RequestParam String agency,
            @RequestParam String from,
            @RequestParam int amount,
            @RequestParam String unit,
            HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>();
        AgencyCode code = new AgencyCode(agency);
        if (organisation.agency(code).isEmpty()) {
            errors.add(FieldError.of("agency", "portal.api.error.agency", agency));
        }
        TermUnit counted = TermUnit.parse(unit);
        boolean sameDay = counted == TermUnit.SAME_DAY;
        if (amount < (sameDay ? 0 : 1) || amount > MOST) {
            errors.add(FieldError.of("amount", "portal.api.error.amount", MOST));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        Due due = calendars.due(code, ApiTimes.read("from", from), new Term(amount, counted));
        return new DueAnswer(
                ApiTimes.of(due.at()),
                Explanation.texts(due.lines(), Languages.of(request).locale()));
    }
}
