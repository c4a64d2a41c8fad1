package org.phigiay.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.Bilingual;

/// Random calendars, receptions, terms and pauses: the reckoning must agree with [Naive] on each.
class ReckoningAgainstNaiveTest {
    private static final long SEED = 20261125;
    private static final int CALENDARS = 200;
    private static final int CASES = 500;
    private static final Bilingual TEXT = new Bilingual("thử", "test");

    /// One random calendar, in both shapes.
    private record Pair(Naive naive, WorkingTime time) {}

    @Test
    void both_implementations_agree_on_a_hundred_thousand_due_dates() {
        SplittableRandom random = new SplittableRandom(SEED);
        int open = 0;
        for (int i = 0; i < CALENDARS; i++) {
            Pair pair = calendar(random);
            Reckoning reckoning = new Reckoning(pair.time());
            for (int j = 0; j < CASES; j++) {
                LocalDateTime received = moment(random, pair.naive().first, 400);
                Term term = term(random);
                List<LocalDateTime[]> pauses = pauses(random, received);
                String name = "calendar " + i + ", received " + received + ", " + term + ", paused " + text(pauses);
                LocalDateTime expected = pair.naive().due(received, term, pauses);
                Clock clock = reckoning.clock(instant(received), term, instants(pauses));
                switch (clock) {
                    case Clock.Running(Due due) -> {
                        assertThat(due.at()).as(name).isEqualTo(expected == null ? null : instant(expected));
                        assertThat(due.lines().getLast().args()).as(name).containsExactly(due.at());
                    }
                    case Clock.Paused paused -> {
                        open++;
                        assertThat(expected).as(name).isNull();
                        assertThat(paused.left()).as(name).isBetween(Duration.ZERO, Duration.ofDays(500));
                    }
                }
                if (j % 50 == 0) {
                    assertThat(Explanation.texts(clock.lines(), Locale.ENGLISH))
                            .as(name)
                            .noneMatch(line -> line.contains("{"));
                }
            }
        }
        assertThat(open).isGreaterThan(1000);
    }

    @Test
    void both_implementations_agree_on_working_time() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 50; i++) {
            Pair pair = calendar(random);
            for (int j = 0; j < 400; j++) {
                LocalDateTime from =
                        moment(random, pair.naive().first, 400).withSecond(0).withNano(0);
                LocalDateTime to = from.plusMinutes(random.nextInt(60 * 24 * 40));
                String name = "calendar " + i + ", " + from + " to " + to;
                int minutes = pair.naive().worked(from, to);
                assertThat(pair.time().worked(instant(from), instant(to)))
                        .as(name)
                        .isEqualTo(Duration.ofMinutes(minutes));
                assertThat(pair.time().after(instant(from), Duration.ofMinutes(minutes)))
                        .as(name)
                        .isEqualTo(instant(pair.naive().after(from, minutes)));
            }
        }
    }

    @Test
    void seconds_are_counted_when_working_time_is_measured() {
        Pair pair = calendar(new SplittableRandom(SEED));
        SplittableRandom random = new SplittableRandom(SEED + 2);
        for (int j = 0; j < 20_000; j++) {
            Instant from = instant(moment(random, pair.naive().first, 300));
            Duration work =
                    Duration.ofNanos(random.nextLong(Duration.ofHours(100).toNanos()));
            Instant after = pair.time().after(from, work);
            assertThat(pair.time().worked(from, after)).isEqualTo(work);
            if (work.isPositive()) {
                assertThat(pair.time().worked(from, after.minusNanos(1))).isEqualTo(work.minusNanos(1));
            }
        }
    }

    private static Pair calendar(SplittableRandom random) {
        Map<DayOfWeek, List<Session>> week = week(random);
        LocalDate first = LocalDate.of(2027, 1, 1);
        LocalDate last = LocalDate.of(2029, 12, 31);
        Set<LocalDate> off = new HashSet<>();
        Map<LocalDate, LocalDate> like = new HashMap<>();
        Map<LocalDate, SpecialDay> special = new HashMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            LocalDate day = first.plusDays(random.nextInt(600));
            int length = random.nextInt(1, 8);
            for (int j = 0; j < length; j++) {
                DayKind kind = random.nextBoolean() ? DayKind.HOLIDAY : DayKind.SUBSTITUTE;
                special.put(day.plusDays(j), special(day.plusDays(j), kind, null));
            }
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            LocalDate day = first.plusDays(random.nextInt(600));
            LocalDate other = day.plusDays(random.nextInt(1, 10));
            special.put(day, special(day, DayKind.SWAPPED_OFF, other));
            special.put(other, special(other, DayKind.SWAPPED_WORKING, day));
        }
        special.forEach((day, row) -> {
            if (row.kind() == DayKind.SWAPPED_WORKING && row.counterpart() != null) {
                like.put(day, row.counterpart());
            } else {
                off.add(day);
            }
        });
        boolean hour = random.nextBoolean();
        Opening opening = new Opening(
                null,
                week,
                hour ? ReturnHour.RECEPTION_HOUR : ReturnHour.END_OF_DAY,
                LocalTime.of(15, 0),
                TEXT,
                Instant.EPOCH);
        return new Pair(new Naive(week, off, like, hour, first, last), new WorkingTime(opening, special, 2027, 2029));
    }

    private static Map<DayOfWeek, List<Session>> week(SplittableRandom random) {
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int chance = day == DayOfWeek.SUNDAY ? 1 : day == DayOfWeek.SATURDAY ? 4 : 9;
            if (random.nextInt(10) >= chance && day != DayOfWeek.WEDNESDAY) {
                continue;
            }
            List<Session> sessions = new ArrayList<>();
            int minute = random.nextInt(360, 540);
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                int end = minute + random.nextInt(1, 260);
                sessions.add(new Session(time(minute), time(end)));
                minute = end + random.nextInt(1, 120);
            }
            week.put(day, sessions);
        }
        return week;
    }

    private static Term term(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Term(random.nextInt(1, 70), TermUnit.DAY);
            case 1 -> new Term(random.nextInt(1, 40), TermUnit.WORKING_DAY);
            case 2 -> new Term(random.nextInt(1, 60), TermUnit.HOUR);
            case 3 -> new Term(random.nextInt(1, 4), TermUnit.MONTH);
            default -> Term.sameDay();
        };
    }

    private static List<LocalDateTime[]> pauses(SplittableRandom random, LocalDateTime received) {
        List<LocalDateTime[]> pauses = new ArrayList<>();
        for (int i = Math.max(0, random.nextInt(6) - 2); i > 0; i--) {
            LocalDateTime from = received.plusSeconds(random.nextInt(-40_000, 900_000));
            LocalDateTime to = random.nextInt(12) == 0 ? null : from.plusSeconds(random.nextInt(600_000));
            // To the minute, since Naive looks at whole minutes; PausesTest has the seconds.
            pauses.add(new LocalDateTime[] {minute(from), to == null ? null : minute(to)});
        }
        return pauses;
    }

    private static LocalDateTime minute(LocalDateTime time) {
        return time.withSecond(0).withNano(0);
    }

    private static LocalDateTime moment(SplittableRandom random, LocalDate first, int days) {
        LocalDateTime minute = first.atStartOfDay().plusMinutes(random.nextInt(days * 1440));
        return random.nextBoolean() ? minute : minute.plusNanos(random.nextLong(60_000_000_000L));
    }

    private static SpecialDay special(LocalDate day, DayKind kind, @Nullable LocalDate counterpart) {
        return new SpecialDay(day, null, kind, TEXT, counterpart, TEXT, false, Instant.EPOCH);
    }

    private static List<Pause> instants(List<LocalDateTime[]> pauses) {
        return pauses.stream()
                .map(pause -> new Pause(instant(pause[0]), pause[1] == null ? null : instant(pause[1])))
                .toList();
    }

    private static String text(List<LocalDateTime[]> pauses) {
        return String.join(", ", pauses.stream().map(p -> p[0] + "/" + p[1]).toList());
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(WorkingTime.ZONE).toInstant();
    }
}
