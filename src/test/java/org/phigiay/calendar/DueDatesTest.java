package org.phigiay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.TestDatabase;

/// The rules on the real calendar of 2025 to 2027, as the migration fills it in.
class DueDatesTest {
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final Calendars CALENDARS =
            new Calendars(new CalendarStore(TestDatabase.shared().jdbc()));
    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource({
        // An ordinary week.
        "16/11/2026 09:12, 1, working-day, 17/11/2026 17:00",
        "16/11/2026 16:59, 3, working-day, 19/11/2026 17:00",
        "20/11/2026 09:00, 1, working-day, 23/11/2026 17:00",
        // Received on a rest day or at night: that day is day 0.
        "21/11/2026 10:00, 1, working-day, 23/11/2026 17:00",
        "23/11/2026 23:59, 1, working-day, 25/11/2026 17:00",
        // 24 November 2026, Vietnam Culture Day.
        "23/11/2026 08:00, 1, working-day, 25/11/2026 17:00",
        "24/11/2026 08:00, 1, working-day, 25/11/2026 17:00",
        "20/11/2026 08:00, 3, working-day, 26/11/2026 17:00",
        // Tết 2026: 16 to 20 February.
        "13/02/2026 10:00, 1, working-day, 23/02/2026 17:00",
        "12/02/2026 10:00, 3, working-day, 24/02/2026 17:00",
        "18/02/2026 10:00, 1, working-day, 23/02/2026 17:00",
        // Swapped: Friday 2 January off, Saturday 10 January worked.
        "31/12/2025 10:00, 1, working-day, 05/01/2026 17:00",
        "09/01/2026 10:00, 1, working-day, 10/01/2026 17:00",
        "09/01/2026 10:00, 2, working-day, 12/01/2026 17:00",
        // Hùng Kings on a Sunday, in lieu Monday 27 April; 30 April and 1 May.
        "24/04/2026 10:00, 1, working-day, 28/04/2026 17:00",
        "29/04/2026 10:00, 1, working-day, 04/05/2026 17:00",
        "28/04/2026 10:00, 3, working-day, 05/05/2026 17:00",
        // 2 September 2026; Monday 31 August off, Saturday 22 August worked.
        "21/08/2026 10:00, 1, working-day, 22/08/2026 17:00",
        "28/08/2026 10:00, 1, working-day, 03/09/2026 17:00",
        // 2025: Friday 2 May off, Saturday 26 April worked.
        "25/04/2025 10:00, 1, working-day, 26/04/2025 17:00",
        "29/04/2025 10:00, 1, working-day, 05/05/2025 17:00",
        // 2027: Tết 4 to 10 February; Monday 3 May in lieu of Saturday 1 May.
        "03/02/2027 10:00, 1, working-day, 11/02/2027 17:00",
        "29/04/2027 10:00, 1, working-day, 04/05/2027 17:00",
        // Hours inside the sessions.
        "16/11/2026 09:12, 1, hour, 16/11/2026 10:12",
        "16/11/2026 11:00, 1, hour, 16/11/2026 14:00",
        "16/11/2026 09:00, 8, hour, 17/11/2026 09:30",
        "16/11/2026 07:30, 4, hour, 16/11/2026 11:30",
        "16/11/2026 12:00, 1, hour, 16/11/2026 14:30",
        "20/11/2026 16:30, 1, hour, 23/11/2026 08:00",
        "21/11/2026 03:00, 8, hour, 25/11/2026 08:00",
        "09/01/2026 16:30, 8, hour, 10/01/2026 17:00",
        // Calendar days: the last day moves off a rest day.
        "16/11/2026 10:00, 1, day, 17/11/2026 17:00",
        "16/11/2026 10:00, 5, day, 23/11/2026 17:00",
        "16/11/2026 10:00, 8, day, 25/11/2026 17:00",
        "10/02/2026 10:00, 5, day, 23/02/2026 17:00",
        // Months and their ends.
        "31/01/2025 10:00, 1, month, 28/02/2025 17:00",
        "31/01/2026 10:00, 1, month, 02/03/2026 17:00",
        "31/03/2026 10:00, 1, month, 04/05/2026 17:00",
        "31/05/2026 10:00, 1, month, 30/06/2026 17:00",
        "30/11/2025 10:00, 3, month, 02/03/2026 17:00",
        "24/10/2026 10:00, 1, month, 25/11/2026 17:00",
        "16/11/2026 10:00, 12, month, 16/11/2027 17:00",
        // The 15:00 rule, for same-day procedures only.
        "16/11/2026 07:00, 1, same-day, 16/11/2026 17:00",
        "16/11/2026 14:59, 1, same-day, 16/11/2026 17:00",
        "16/11/2026 15:00, 1, same-day, 17/11/2026 17:00",
        "20/11/2026 15:00, 1, same-day, 23/11/2026 17:00",
        "23/11/2026 15:01, 1, same-day, 25/11/2026 17:00",
        "21/11/2026 09:00, 1, same-day, 23/11/2026 17:00",
        "16/11/2026 15:01, 1, working-day, 17/11/2026 17:00",
    })
    void a_term_ends_when_the_law_says(String from, int amount, String unit, String due) {
        Term term = new Term(amount, TermUnit.parse(unit));
        assertThat(CALENDARS.due(COMMUNE, at(from), term).at()).isEqualTo(at(due));
    }

    @Test
    void a_reception_one_second_before_three_still_counts_for_the_same_day() {
        Instant from = at("16/11/2026 14:59").plusSeconds(59);
        assertThat(CALENDARS.due(COMMUNE, from, Term.sameDay()).at()).isEqualTo(at("16/11/2026 17:00"));
    }

    @Test
    void the_minute_under_way_is_not_counted() {
        Instant from = at("16/11/2026 09:12").plusSeconds(1);
        assertThat(CALENDARS.due(COMMUNE, from, Term.hours(1)).at()).isEqualTo(at("16/11/2026 10:13"));
    }

    @ParameterizedTest(name = "{0} + {1} {2} needs {3}")
    @CsvSource({
        "20/12/2027 10:00, 20, working-day, 2028",
        "20/12/2027 10:00, 1000, hour, 2028",
        "20/12/2027 10:00, 1000, day, 2028",
        "20/12/2027 10:00, 1000, month, 2028",
        "31/12/2027 16:00, 1, same-day, 2028",
        "02/05/2031 10:00, 1, working-day, 2028",
        "31/12/2024 10:00, 3, working-day, 2024",
    })
    void a_year_nobody_filled_in_gives_an_error_that_names_it(String from, int amount, String unit, String year) {
        Term term = new Term(amount, TermUnit.parse(unit));
        assertThatThrownBy(() -> CALENDARS.due(COMMUNE, at(from), term))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .containsExactly(FieldError.of("from", "calendar.year-missing", year)));
    }

    @Test
    void terms_are_between_one_and_a_thousand() {
        for (int amount : new int[] {-1, 0, 1001, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Term.workingDays(amount)).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> new Term(2, TermUnit.SAME_DAY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> TermUnit.parse("fortnight")).isInstanceOf(Invalid.class);
        for (TermUnit unit : TermUnit.values()) {
            assertThat(TermUnit.parse(unit.apiName())).isEqualTo(unit);
        }
    }

    @ParameterizedTest(name = "{0} + {1} {2}, paused {3} to {4} = {5}")
    @CsvSource({
        // Working time: 18 hours from Tuesday 10:00 to Thursday 15:00 (5, 7½ and 5½).
        "16/11/2026 09:00, 4, working-day, 17/11/2026 10:00, 19/11/2026 15:00, 26/11/2026 10:30",
        "16/11/2026 09:00, 8, hour, 16/11/2026 10:00, 16/11/2026 11:00, 17/11/2026 10:30",
        // A pause without working time in it moves nothing.
        "16/11/2026 09:00, 4, working-day, 16/11/2026 18:00, 17/11/2026 07:00, 20/11/2026 17:00",
        "20/11/2026 09:00, 1, working-day, 21/11/2026 08:00, 22/11/2026 20:00, 23/11/2026 17:00",
        // A pause after the promise moves nothing.
        "16/11/2026 09:00, 1, working-day, 18/11/2026 08:00, 19/11/2026 17:00, 17/11/2026 17:00",
        // A pause over the promise counts whole.
        "16/11/2026 09:00, 1, working-day, 17/11/2026 16:00, 19/11/2026 08:00, 19/11/2026 09:00",
        // Days and months: by the days from the day it began to the day it ended, then off a rest day.
        "16/11/2026 09:00, 10, day, 17/11/2026 16:00, 18/11/2026 08:00, 27/11/2026 17:00",
        "16/11/2026 09:00, 10, day, 17/11/2026 08:00, 17/11/2026 16:00, 26/11/2026 17:00",
        "16/11/2026 09:00, 10, day, 17/11/2026 08:00, 19/11/2026 16:00, 30/11/2026 17:00",
    })
    void a_pause_moves_the_promise(String from, int amount, String unit, String stops, String runs, String due) {
        Term term = new Term(amount, TermUnit.parse(unit));
        List<Pause> pauses = List.of(new Pause(at(stops), at(runs)));
        assertThat(CALENDARS.due(COMMUNE, at(from), term, pauses).at()).isEqualTo(at(due));
    }

    @Test
    void pauses_that_overlap_count_once_and_seconds_never_count_for_a_minute() {
        Instant from = at("16/11/2026 09:00");
        Pause hour = new Pause(at("16/11/2026 10:00"), at("16/11/2026 11:00"));
        Pause same = new Pause(at("16/11/2026 10:30"), at("16/11/2026 11:00"));
        Pause moment = new Pause(at("16/11/2026 14:00").plusSeconds(1), at("16/11/2026 14:01"));
        Due once = CALENDARS.due(COMMUNE, from, Term.hours(4), List.of(hour));
        Due twice = CALENDARS.due(COMMUNE, from, Term.hours(4), List.of(same, moment, hour, hour));
        assertThat(twice).isEqualTo(once);
        assertThat(once.at()).isEqualTo(at("16/11/2026 16:00"));
    }

    @Test
    void while_the_clock_stands_still_what_is_left_is_told_and_no_date() {
        Instant from = at("16/11/2026 09:00");
        List<Pause> open = List.of(new Pause(at("18/11/2026 10:00"), null));
        assertThat(CALENDARS.clock(COMMUNE, from, Term.workingDays(3), open))
                .isInstanceOfSatisfying(Clock.Paused.class, paused -> {
                    assertThat(paused.left()).isEqualTo(Duration.ofHours(12).plusMinutes(30));
                    assertThat(paused.working()).isTrue();
                    assertThat(Explanation.text(paused.lines().getLast(), Locale.of("vi")))
                            .isEqualTo("Thời hạn còn lại: 12 giờ 30 phút làm việc.");
                });
        assertThat(CALENDARS.clock(COMMUNE, from, new Term(10, TermUnit.DAY), open))
                .isInstanceOfSatisfying(Clock.Paused.class, paused -> {
                    assertThat(paused.left()).isEqualTo(Duration.ofDays(8));
                    assertThat(paused.working()).isFalse();
                });
        assertThatThrownBy(() -> CALENDARS.due(COMMUNE, from, Term.workingDays(3), open))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eight_working_hours_after_a_filing_on_the_eve_of_tet() {
        Instant filed = at("13/02/2026 20:00");
        Instant late = CALENDARS.after(COMMUNE, filed, Duration.ofHours(8));
        assertThat(late).isEqualTo(at("24/02/2026 08:00"));
        assertThat(CALENDARS.worked(COMMUNE, filed, late)).isEqualTo(Duration.ofHours(8));
        assertThat(CALENDARS.worked(COMMUNE, late, filed)).isEqualTo(Duration.ZERO);
        assertThat(CALENDARS.after(COMMUNE, filed, Duration.ZERO)).isEqualTo(filed);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time.replaceAll("\\b0(\\d)/", "$1/"), SHAPE)
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }
}
