package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Instant MONDAY_AT_THREE = Instant.parse("2026-11-23T08:00:00Z");
    private final Dates vietnamese = Dates.in(Language.VI);
    private final Dates english = Dates.in(Language.EN);

    @Test
    void a_moment_has_its_weekday_date_and_hour_in_the_time_of_viet_nam() {
        assertThat(vietnamese.moment(MONDAY_AT_THREE)).isEqualTo("thứ Hai, 23/11/2026, 15:00");
        assertThat(english.moment(MONDAY_AT_THREE)).isEqualTo("Monday, 23/11/2026, 15:00");
        assertThat(vietnamese.day(Instant.parse("2026-11-22T17:30:00Z"))).isEqualTo("thứ Hai, 23/11/2026");
        assertThat(vietnamese.day(LocalDate.of(2026, 11, 29))).isEqualTo("Chủ nhật, 29/11/2026");
        assertThat(vietnamese.machine(MONDAY_AT_THREE)).isEqualTo("2026-11-23T15:00:00+07:00");
    }

    @Test
    void what_is_left_and_what_is_late_is_said_in_words() {
        Instant due = MONDAY_AT_THREE;
        assertThat(vietnamese.until(due, due.minus(Duration.ofHours(50)))).isEqualTo("còn 2 ngày");
        assertThat(vietnamese.until(due, due.minus(Duration.ofMinutes(90)))).isEqualTo("còn 1 giờ");
        assertThat(vietnamese.until(due, due.plus(Duration.ofDays(2)))).isEqualTo("trễ 2 ngày");
        assertThat(english.until(due, due.plus(Duration.ofDays(1)))).isEqualTo("1 day late");
        assertThat(vietnamese.ago(due, due.plusSeconds(300))).isEqualTo("5 phút trước");
        assertThat(vietnamese.ago(due, due.plusSeconds(5))).isEqualTo("vừa xong");
    }

    @Test
    void a_length_of_time_has_at_most_two_units() {
        assertThat(vietnamese.duration(Duration.ofMinutes(2 * 24 * 60 + 4 * 60 + 5)))
                .isEqualTo("2 ngày 4 giờ");
        assertThat(vietnamese.duration(Duration.ofMinutes(210))).isEqualTo("3 giờ 30 phút");
        assertThat(vietnamese.duration(Duration.ofHours(3))).isEqualTo("3 giờ");
        assertThat(vietnamese.duration(Duration.ofSeconds(20))).isEqualTo("dưới 1 phút");
        assertThat(english.duration(Duration.ofMinutes(61))).isEqualTo("1 hour 1 minute");
    }
}
