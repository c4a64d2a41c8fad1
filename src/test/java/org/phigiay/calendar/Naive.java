package org.phigiay.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The same rules once more, as simply as they can be written: one step a minute, one step a day, no sums, no search,
/// no instants. Only for comparison.
final class Naive {
    final Map<DayOfWeek, List<Session>> week;
    final Set<LocalDate> off;
    /// Days worked like another day's weekday.
    final Map<LocalDate, LocalDate> like;

    final boolean receptionHour;
    final LocalDate first;
    private final boolean[] working;

    Naive(
            Map<DayOfWeek, List<Session>> week,
            Set<LocalDate> off,
            Map<LocalDate, LocalDate> like,
            boolean receptionHour,
            LocalDate first,
            LocalDate last) {
        this.week = week;
        this.off = off;
        this.like = like;
        this.receptionHour = receptionHour;
        this.first = first;
        this.working = new boolean[(int) (last.toEpochDay() - first.toEpochDay() + 1) * 1440];
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Session session : sessions(day)) {
                for (int i = minute(day.atTime(session.opens())); i < minute(day.atTime(session.closes())); i++) {
                    working[i] = true;
                }
            }
        }
    }

    List<Session> sessions(LocalDate day) {
        if (off.contains(day)) {
            return List.of();
        }
        return week.getOrDefault(like.getOrDefault(day, day).getDayOfWeek(), List.of());
    }

    private int minute(LocalDateTime time) {
        return (int) ((time.toLocalDate().toEpochDay() - first.toEpochDay()) * 1440)
                + time.toLocalTime().toSecondOfDay() / 60;
    }

    int worked(LocalDateTime from, LocalDateTime to) {
        int count = 0;
        for (int i = minute(from); i < minute(to); i++) {
            count += working[i] ? 1 : 0;
        }
        return count;
    }

    LocalDateTime after(LocalDateTime from, int minutes) {
        int at = minute(from);
        for (int left = minutes; left > 0; at++) {
            left -= working[at] ? 1 : 0;
        }
        return first.atStartOfDay().plusMinutes(at);
    }

    /// The due date, or null when a pause still lasts.
    @Nullable
    LocalDateTime due(LocalDateTime received, Term term, List<LocalDateTime[]> pauses) {
        LocalDateTime start = received;
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            start = start.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        }
        LocalDate lastDay = null;
        LocalDateTime due;
        switch (term.unit()) {
            case HOUR -> due = after(start, term.amount() * 60);
            case WORKING_DAY -> {
                LocalDate day = received.toLocalDate();
                for (int left = term.amount(); left > 0; ) {
                    day = day.plusDays(1);
                    left -= sessions(day).isEmpty() ? 0 : 1;
                }
                due = hour(day, start);
            }
            case SAME_DAY -> {
                LocalDate day = received.toLocalDate();
                boolean today = !sessions(day).isEmpty()
                        && received.toLocalTime().isBefore(LocalTime.of(15, 0))
                        && received.isBefore(closes(day));
                if (!today) {
                    day = day.plusDays(1);
                    while (sessions(day).isEmpty()) {
                        day = day.plusDays(1);
                    }
                }
                due = closes(day);
            }
            case DAY -> {
                lastDay = received.toLocalDate();
                for (int i = 0; i < term.amount(); i++) {
                    lastDay = lastDay.plusDays(1);
                }
                due = moved(lastDay, start);
            }
            case MONTH -> {
                lastDay = month(received.toLocalDate(), term.amount());
                due = moved(lastDay, start);
            }
            default -> throw new IllegalStateException();
        }
        return paused(start, due, lastDay, pauses);
    }

    /// Minute by minute of the time after reception: is it paused, and has the due date come?
    private @Nullable LocalDateTime paused(
            LocalDateTime start, LocalDateTime promised, @Nullable LocalDate last, List<LocalDateTime[]> pauses) {
        LocalDateTime due = promised;
        LocalDate lastDay = last;
        boolean before = false;
        int pausedSince = 0;
        int work = 0;
        int[] begin = pauses.stream().mapToInt(pause -> minute(pause[0])).toArray();
        int[] end = pauses.stream()
                .mapToInt(pause -> pause[1] == null ? Integer.MAX_VALUE : minute(pause[1]))
                .toArray();
        int lastChange = minute(start);
        for (int i = 0; i < begin.length; i++) {
            lastChange = Math.max(lastChange, end[i] == Integer.MAX_VALUE ? begin[i] : end[i]);
        }
        for (int now = minute(start); now <= lastChange; now++) {
            boolean paused = false;
            boolean open = false;
            for (int i = 0; i < begin.length; i++) {
                boolean within = begin[i] <= now && now < end[i];
                paused |= within;
                open |= within && end[i] == Integer.MAX_VALUE;
            }
            if (paused && !before) {
                if (now >= minute(due)) {
                    return due;
                }
                pausedSince = now;
                work = 0;
            }
            if (open) {
                return null;
            }
            if (!paused && before) {
                if (lastDay == null) {
                    due = after(due, work);
                } else {
                    lastDay = lastDay.plusDays(now / 1440 - pausedSince / 1440);
                    LocalDateTime later = moved(lastDay, start);
                    due = later.isAfter(due) ? later : due;
                }
            }
            if (paused && working[now]) {
                work++;
            }
            before = paused;
        }
        return due;
    }

    private static LocalDate month(LocalDate day, int months) {
        int year = day.getYear();
        int month = day.getMonthValue();
        for (int i = 0; i < months; i++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        LocalDate end = LocalDate.of(year, month, 1);
        while (end.getDayOfMonth() < day.getDayOfMonth() && end.plusDays(1).getMonthValue() == month) {
            end = end.plusDays(1);
        }
        return end;
    }

    private LocalDateTime closes(LocalDate day) {
        return day.atTime(sessions(day).getLast().closes());
    }

    private LocalDateTime moved(LocalDate lastDay, LocalDateTime start) {
        if (!sessions(lastDay).isEmpty()) {
            return hour(lastDay, start);
        }
        LocalDate day = lastDay;
        while (sessions(day).isEmpty()) {
            day = day.plusDays(1);
        }
        return closes(day);
    }

    /// The return hour on a day: the hour of reception, or the first later minute inside or at the end of a session.
    private LocalDateTime hour(LocalDate day, LocalDateTime start) {
        if (!receptionHour) {
            return closes(day);
        }
        for (int minute = start.getHour() * 60 + start.getMinute(); minute < 1440; minute++) {
            LocalTime time = LocalTime.of(minute / 60, minute % 60);
            if (sessions(day).stream()
                    .anyMatch(session -> !time.isBefore(session.opens()) && !time.isAfter(session.closes()))) {
                return day.atTime(time);
            }
        }
        return closes(day);
    }
}
