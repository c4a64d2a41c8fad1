package org.phigiay.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.TestDatabase;

class CalendarVersionsTest {
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private Calendars calendars() {
        return new Calendars(new CalendarStore(DATABASE.jdbc()));
    }

    @Test
    void a_day_off_announced_later_does_not_move_an_earlier_promise() {
        Instant before = Instant.parse("2026-12-01T02:00:00Z");
        Instant announced = Instant.parse("2026-12-02T00:00:00Z");
        Term term = Term.workingDays(5);
        Due promised = calendars().due(COMMUNE, before, term);
        special("2026-12-08", null, "HOLIDAY", announced);
        assertThat(calendars().due(COMMUNE, before, term)).isEqualTo(promised);
        assertThat(calendars().due(COMMUNE, announced, Term.workingDays(4)).at())
                .isEqualTo(at(2026, 12, 9, 17));
        // Taken back later still: whoever was received in between keeps it.
        special("2026-12-08", null, "ORDINARY", announced.plusSeconds(3600));
        assertThat(calendars().due(COMMUNE, announced, Term.workingDays(4)).at())
                .isEqualTo(at(2026, 12, 9, 17));
        assertThat(calendars()
                        .due(COMMUNE, announced.plusSeconds(3600), Term.workingDays(4))
                        .at())
                .isEqualTo(at(2026, 12, 8, 17));
    }

    @Test
    void the_calendar_of_a_dossier_is_the_one_known_when_it_was_received() {
        // The swap of 2 January 2026 was announced on 25 December 2025; the Culture Day on 24 April 2026.
        assertThat(calendars()
                        .due(COMMUNE, at(2025, 12, 24, 9), Term.workingDays(7))
                        .at())
                .isEqualTo(at(2026, 1, 5, 17));
        assertThat(calendars()
                        .due(COMMUNE, at(2025, 12, 25, 9), Term.workingDays(6))
                        .at())
                .isEqualTo(at(2026, 1, 6, 17));
        assertThat(calendars().worked(COMMUNE, at(2026, 3, 2, 9), at(2026, 11, 25, 7)))
                .isGreaterThan(calendars().worked(COMMUNE, at(2026, 4, 24, 9), at(2026, 11, 25, 7)));
        assertThat(calendars().specialDays(COMMUNE, 2026, at(2026, 4, 23, 9)))
                .extracting(SpecialDay::day)
                .doesNotContain(LocalDate.of(2026, 11, 24));
    }

    @Test
    void an_agency_has_hours_and_days_of_its_own_and_those_under_it_follow() {
        DATABASE.ownerJdbc().sql("""
                        with added as (
                            insert into calendar.opening (scope, return_hour, basis, known_from)
                            values ('H98', 'RECEPTION_HOUR', 'default-hours', '2026-06-01 00:00+07') returning id)
                        insert into calendar.session (opening, weekday, opens, closes)
                        select id, weekday, '08:00', '12:00' from added, generate_series(1, 6) weekday
                        """).update();
        special("2026-06-08", "H98.07", "HOLIDAY", Instant.parse("2026-01-01T00:00:00Z"));
        Instant monday = at(2026, 6, 1, 9);
        Term term = Term.workingDays(6);
        assertThat(calendars().due(new AgencyCode("H98.02"), monday, term).at()).isEqualTo(at(2026, 6, 8, 9));
        assertThat(calendars().due(new AgencyCode("H98.07.01"), monday, term).at())
                .isEqualTo(at(2026, 6, 9, 9));
        assertThat(calendars().due(new AgencyCode("H981"), monday, term).at()).isEqualTo(at(2026, 6, 9, 17));
        assertThat(calendars().sessions(new AgencyCode("H98"), LocalDate.of(2026, 6, 6), monday))
                .containsExactly(new Session(LocalTime.of(8, 0), LocalTime.of(12, 0)));
        // Before its hours were known the agency had the default ones.
        assertThat(calendars()
                        .due(new AgencyCode("H98.02"), at(2026, 5, 29, 9), Term.workingDays(1))
                        .at())
                .isEqualTo(at(2026, 6, 1, 17));
    }

    @Test
    void a_year_filled_in_later_counts_for_a_promise_that_a_pause_pushes_into_it() {
        Instant received = at(2027, 12, 20, 9);
        DATABASE.ownerJdbc()
                .sql("insert into calendar.filled_year (year, known_from) values (2028, '2027-12-25 00:00+07')")
                .update();
        special("2028-01-03", null, "HOLIDAY", Instant.parse("2027-12-24T00:00:00Z"));
        List<Pause> pauses = List.of(new Pause(at(2027, 12, 21, 9), at(2027, 12, 31, 9)));
        assertThat(calendars()
                        .due(COMMUNE, received, new Term(5, TermUnit.DAY), pauses)
                        .at())
                .isEqualTo(at(2028, 1, 4, 17));
    }

    @Test
    void rows_are_only_added_by_those_who_may_and_count_a_little_later() {
        DATABASE.ownerJdbc().sql("""
                        insert into calendar.special_day (day, kind, name, english_name, basis)
                        values ('2026-12-30', 'HOLIDAY', 'thử', 'test', 'labour-112')
                        """).update();
        assertThat(DATABASE.jdbc()
                        .sql(
                                "select known_from > now() + interval '4 minutes' from calendar.special_day where day = '2026-12-30'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        for (String right : List.of("insert", "update", "delete")) {
            assertThat(DATABASE.jdbc()
                            .sql("select has_table_privilege('calendar.special_day', :right)")
                            .param("right", right)
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        }
    }

    @Test
    void every_line_of_an_explanation_can_be_read() {
        Due due = calendars().due(COMMUNE, at(2026, 11, 20, 9), Term.workingDays(3));
        assertThat(Explanation.texts(due.lines(), VIETNAMESE))
                .containsExactly(
                        "Nhận: thứ Sáu, 20/11/2026, 09:00. Ngày nhận là ngày 0, chưa tính vào thời hạn.",
                        "Thời hạn 3 ngày làm việc, tính từ ngày sau ngày nhận.",
                        "Không tính từ thứ Bảy, 21/11/2026 đến Chủ nhật, 22/11/2026: nghỉ hằng tuần.",
                        "Ngày làm việc thứ 1: thứ Hai, 23/11/2026.",
                        "Không tính thứ Ba, 24/11/2026: nghỉ Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Điều 2).",
                        "Ngày làm việc thứ 2 đến thứ 3: từ thứ Tư, 25/11/2026 đến thứ Năm, 26/11/2026.",
                        "Giờ trả kết quả: cuối ngày làm việc.",
                        "Hẹn trả: thứ Năm, 26/11/2026, 17:00.");
        Due year = calendars().due(COMMUNE, at(2026, 1, 5, 9), Term.workingDays(400));
        assertThat(year.lines()).hasSizeLessThan(45);
        assertThat(Explanation.texts(year.lines(), VIETNAMESE))
                .contains("Ngày nghỉ vừa nêu là tạm tính: chưa đối chiếu được với thông báo chính thức.")
                .anyMatch(
                        line -> line.startsWith("Ngày làm việc thứ 5: thứ Bảy, 10/01/2026, làm bù cho thứ Sáu, 02/01"));
    }

    @Test
    void the_days_off_are_those_of_an_independent_list_and_of_texts_newer_than_it() throws IOException {
        Path list = Path.of("../shared/data/holidays-vn/vn-holidays-2018-2030.csv");
        if (!Files.exists(list)) {
            System.err.println("SKIPPED: the list of holidays is not there: " + list);
        }
        Assumptions.assumeTrue(Files.exists(list), "needs " + list);
        TreeSet<LocalDate> theirs = new TreeSet<>();
        for (String line : Files.readAllLines(list)) {
            if (line.matches("202[567]-.*")) {
                theirs.add(LocalDate.parse(line.substring(0, 10)));
            }
        }
        TreeSet<LocalDate> ours = new TreeSet<>();
        Instant now = Instant.parse("2026-11-25T00:00:00Z");
        for (int year : List.of(2025, 2026, 2027)) {
            calendars().specialDays(COMMUNE, year, now).stream()
                    .filter(day -> day.kind() != DayKind.SWAPPED_WORKING)
                    .forEach(day -> ours.add(day.day()));
        }
        TreeSet<LocalDate> oursAlone = new TreeSet<>(ours);
        oursAlone.removeAll(theirs);
        theirs.removeAll(ours);
        // Theirs alone: the Saturday after Tết 2025. Ours alone: days swapped since 2025, and the Culture Day.
        assertThat(theirs).containsExactly(LocalDate.of(2025, 2, 1));
        assertThat(oursAlone)
                .containsExactly(
                        LocalDate.of(2025, 5, 2),
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2026, 8, 31),
                        LocalDate.of(2026, 11, 24),
                        LocalDate.of(2027, 11, 24));
    }

    @Test
    void a_due_date_takes_microseconds() {
        Calendars calendars = calendars();
        Instant from = at(2026, 11, 20, 9);
        for (int i = 0; i < 20_000; i++) {
            calendars.due(COMMUNE, from.plusSeconds(i), Term.workingDays(1 + i % 20));
        }
        var thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        int calls = 30_000;
        for (int i = 0; i < calls; i++) {
            calendars.due(COMMUNE, from.plusSeconds(i), Term.workingDays(1 + i % 20));
        }
        double each = (thread.getCurrentThreadCpuTime() - start) / 1000.0 / calls;
        System.out.printf(
                Locale.ROOT, "calendar: %.2f µs of processor time for a due date with its explanation%n", each);
        assertThat(each).isLessThan(200);
    }

    private void special(String day, @org.jspecify.annotations.Nullable String scope, String kind, Instant known) {
        DATABASE.ownerJdbc()
                .sql("""
                        insert into calendar.special_day (day, scope, kind, name, english_name, basis, known_from)
                        values (:day::date, :scope, :kind, 'thử', 'test', 'labour-112', :known)
                        """)
                .param("day", day)
                .param("scope", scope)
                .param("kind", kind)
                .param("known", known.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static Instant at(int year, int month, int day, int hour) {
        return WorkingTime.at(LocalDate.of(year, month, day), LocalTime.of(hour, 0));
    }
}
