package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Kể từng dòng: tells which days a term went through and why others did not count. Days of one kind that follow one
/// another share a line; a term longer than [#LONG] days tells only what differs from the week, then the sums.
final class Telling {
    static final int LONG = 60;
    private final WorkingTime time;

    Telling(WorkingTime time) {
        this.time = time;
    }

    /// The working days from the day after `dayZero` to `end`, numbered from 1.
    void countedDays(LocalDate dayZero, LocalDate end, List<Line> lines) {
        LocalDate first = dayZero.plusDays(1);
        boolean brief = brief(first, end);
        runs(first, end, (from, to, special) -> {
            int number = time.workedDays(first, from);
            if (!time.worked(from)) {
                leftOut(from, to, special, brief, lines);
            } else if (special != null) {
                lines.add(swapped("counted.swapped", from, special, number));
            } else if (!brief) {
                lines.add(
                        from.equals(to)
                                ? Line.of("counted.day", number, from)
                                : Line.of("counted.days", number, time.workedDays(first, to), from, to));
            }
        });
        sums(first, end, brief, lines);
    }

    /// The working hours from `start` to `end`, by runs of days.
    void countedHours(Instant start, Instant end, List<Line> lines) {
        LocalDate first = WorkingTime.date(start);
        LocalDate last = WorkingTime.date(end);
        Instant begins = time.after(start, Duration.ofMinutes(1)).minus(1, ChronoUnit.MINUTES);
        if (begins.isAfter(start)) {
            lines.add(Line.of("hours.start", begins));
        }
        boolean brief = brief(first, last);
        runs(first, last, (from, to, special) -> {
            if (!time.worked(from)) {
                leftOut(from, to, special, brief, lines);
                return;
            }
            Instant until = to.equals(last) ? end : time.closes(to);
            Duration work = time.worked(from.equals(first) ? start : time.opens(from), until);
            if (work.isZero()) {
                return;
            }
            if (special != null) {
                lines.add(swapped("counted.hours.swapped", from, special, work));
            } else if (!brief) {
                lines.add(
                        from.equals(to)
                                ? Line.of("counted.hours", work, from)
                                : Line.of("counted.hours.days", work, from, to));
            }
        });
        sums(first, last, brief, lines);
    }

    /// The rest days from `from` to `to`; nothing when there are none between.
    void leftOut(LocalDate from, LocalDate to, List<Line> lines) {
        runs(from, to, (first, last, special) -> {
            if (!time.worked(first)) {
                leftOut(first, last, special, false, lines);
            }
        });
    }

    private static void leftOut(
            LocalDate from, LocalDate to, @Nullable SpecialDay special, boolean brief, List<Line> lines) {
        if (special == null) {
            if (!brief) {
                lines.add(from.equals(to) ? Line.of("out.weekly", from) : Line.of("out.weekly.days", from, to));
            }
            return;
        }
        LocalDate counterpart = special.counterpart();
        String key = switch (special.kind()) {
            case SUBSTITUTE -> "out.substitute";
            case SWAPPED_OFF -> "out.swapped";
            case HOLIDAY, SWAPPED_WORKING, ORDINARY -> "out.holiday";
        };
        String days = from.equals(to) ? "" : ".days";
        if (special.kind() == DayKind.SWAPPED_OFF && counterpart != null) {
            lines.add(Line.of(key + days, from, to, counterpart, special.basis()));
        } else {
            lines.add(Line.of(key + days, from, to, special.name(), special.basis()));
        }
        if (special.provisional()) {
            lines.add(Line.of("provisional"));
        }
    }

    private static Line swapped(String key, LocalDate day, SpecialDay special, Object count) {
        LocalDate counterpart = special.counterpart();
        return Line.of(key, count, day, counterpart == null ? day : counterpart, special.basis());
    }

    private void sums(LocalDate from, LocalDate to, boolean brief, List<Line> lines) {
        if (brief) {
            int worked = time.workedDays(from, to);
            int all = (int) ChronoUnit.DAYS.between(from, to) + 1;
            lines.add(Line.of("sums", from, to, worked, all - worked));
        }
    }

    private static boolean brief(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) > LONG;
    }

    private interface Run {
        void tell(LocalDate from, LocalDate to, @Nullable SpecialDay special);
    }

    private void runs(LocalDate from, LocalDate to, Run run) {
        LocalDate begin = from;
        while (!begin.isAfter(to)) {
            LocalDate end = begin;
            while (end.isBefore(to) && alike(begin, end.plusDays(1))) {
                end = end.plusDays(1);
            }
            run.tell(begin, end, time.special(begin));
            begin = end.plusDays(1);
        }
    }

    private boolean alike(LocalDate one, LocalDate other) {
        SpecialDay first = time.special(one);
        SpecialDay second = time.special(other);
        if (first == null || second == null) {
            return first == null && second == null && time.worked(one) == time.worked(other);
        }
        return first.kind() == second.kind()
                && first.kind() != DayKind.SWAPPED_WORKING
                && first.kind() != DayKind.SWAPPED_OFF
                && Objects.equals(first.name(), second.name())
                && Objects.equals(first.basis(), second.basis())
                && first.provisional() == second.provisional();
    }
}
