package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Invalid;

/// Thời gian làm việc của một cơ quan: which minutes an agency works, in the years that are filled in, according to
/// what was known at one moment. A value: built once from rows, then asked without SQL. Sums over whole days are
/// kept, so a question costs a few steps of a binary search whatever the length of the term.
final class WorkingTime {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long MINUTE = 60_000_000_000L;

    private final LocalDate first;
    private final LocalDate last;
    private final Opening opening;
    private final List<Day> days;
    /// Minutes worked, and days worked, before the day of that index.
    private final int[] minutesBefore;

    private final int[] daysBefore;

    private record Day(List<Session> sessions, @Nullable SpecialDay special) {}

    /// @param opening the agency's working week
    /// @param special what differs from the week, by day
    /// @param firstYear first year filled in
    /// @param lastYear last year filled in; none is missing between them
    WorkingTime(Opening opening, Map<LocalDate, SpecialDay> special, int firstYear, int lastYear) {
        this.opening = opening;
        this.first = LocalDate.of(firstYear, 1, 1);
        this.last = LocalDate.of(lastYear, 12, 31);
        int size = (int) ChronoUnit.DAYS.between(first, last) + 1;
        List<Day> all = new ArrayList<>(size);
        this.minutesBefore = new int[size + 1];
        this.daysBefore = new int[size + 1];
        for (int i = 0; i < size; i++) {
            LocalDate date = first.plusDays(i);
            Day day = day(date, special.get(date));
            all.add(day);
            minutesBefore[i + 1] = minutesBefore[i]
                    + day.sessions().stream().mapToInt(Session::minutes).sum();
            daysBefore[i + 1] = daysBefore[i] + (day.sessions().isEmpty() ? 0 : 1);
        }
        this.days = List.copyOf(all);
    }

    private Day day(LocalDate date, @Nullable SpecialDay special) {
        if (special == null || special.kind() == DayKind.ORDINARY) {
            return new Day(opening.on(date.getDayOfWeek()), null);
        }
        if (!special.kind().worked()) {
            return new Day(List.of(), special);
        }
        LocalDate like = special.counterpart() == null ? date : special.counterpart();
        return new Day(opening.on(like.getDayOfWeek()), special);
    }

    Opening opening() {
        return opening;
    }

    /// Sessions of a day, in order; none on a rest day.
    List<Session> sessions(LocalDate date) {
        return days.get(index(date)).sessions();
    }

    boolean worked(LocalDate date) {
        return !sessions(date).isEmpty();
    }

    /// In what a day differs from its weekday; null when it does not.
    @Nullable
    SpecialDay special(LocalDate date) {
        return days.get(index(date)).special();
    }

    Instant opens(LocalDate workingDay) {
        return at(workingDay, sessions(workingDay).getFirst().opens());
    }

    Instant closes(LocalDate workingDay) {
        return at(workingDay, sessions(workingDay).getLast().closes());
    }

    /// Days worked from `from` to `to`, both included; zero when `to` is earlier.
    int workedDays(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? 0 : daysBefore[index(to) + 1] - daysBefore[index(from)];
    }

    /// The n-th working day after a day; the day itself is day 0, worked or not.
    LocalDate workingDayAfter(LocalDate day, int n) {
        int wanted = daysBefore[index(day) + 1] + n;
        return first.plusDays(dayReaching(daysBefore, wanted));
    }

    /// The first working day not before a day.
    LocalDate workingDayFrom(LocalDate day) {
        return worked(day) ? day : workingDayAfter(day, 1);
    }

    /// Working time between two instants; zero when `to` is not later than `from`.
    Duration worked(Instant from, Instant to) {
        return Duration.ofNanos(Math.max(0, position(to) - position(from)));
    }

    /// The first instant by which that much working time has passed since `from`; `from` itself for none.
    Instant after(Instant from, Duration work) {
        long start = position(from);
        if (work.isZero()) {
            return from;
        }
        if (work.isNegative()) {
            throw new IllegalArgumentException("Working time cannot be negative: " + work);
        }
        if (work.toDays() > days.size()) {
            throw missing(last.getYear() + 1);
        }
        long target = start + work.toNanos();
        int day = dayReaching(minutesBefore, Math.toIntExact(Math.ceilDiv(target, MINUTE)));
        long left = target - minutesBefore[day] * MINUTE;
        for (Session session : days.get(day).sessions()) {
            long length = session.minutes() * MINUTE;
            if (left <= length) {
                return at(first.plusDays(day), session.opens()).plusNanos(left);
            }
            left -= length;
        }
        throw new IllegalStateException("Sums and sessions disagree on " + first.plusDays(day));
    }

    /// Working nanoseconds from the beginning of the first year to an instant.
    private long position(Instant instant) {
        LocalDate date = date(instant);
        int day = index(date);
        long time = instant.atZone(ZONE).toLocalTime().toNanoOfDay();
        long worked = minutesBefore[day] * MINUTE;
        for (Session session : days.get(day).sessions()) {
            long opens = session.opens().toNanoOfDay();
            worked += Math.clamp(time - opens, 0, session.minutes() * MINUTE);
        }
        return worked;
    }

    /// The first day at whose end a sum has reached the wanted number.
    private int dayReaching(int[] before, int wanted) {
        if (wanted > before[days.size()]) {
            throw missing(last.getYear() + 1);
        }
        int found = Arrays.binarySearch(before, wanted);
        int next = found < 0 ? -found - 1 : found;
        while (before[next - 1] == wanted) {
            next--;
        }
        return next - 1;
    }

    private int index(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw missing(date.isAfter(last) ? last.getYear() + 1 : date.getYear());
        }
        return (int) (date.toEpochDay() - first.toEpochDay());
    }

    /// Never a wrong date: the year whose days off nobody has filled in yet is named.
    private static Invalid missing(int year) {
        return Invalid.of("from", "calendar.year-missing", String.valueOf(year));
    }

    static LocalDate date(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }
}
