package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cách tính hẹn trả: from a reception and a term to a promise, with every step told. Pure.
///
/// The minute under way at the reception is not counted: the clock starts at the next full minute, so that every
/// promise is a full minute, exactly as printed. docs/calendar.md gives the rules with examples.
final class Reckoning {
    private final WorkingTime time;
    private final Telling telling;

    Reckoning(WorkingTime time) {
        this.time = time;
        this.telling = new Telling(time);
    }

    Due due(Instant received, Term term) {
        List<Line> lines = new ArrayList<>();
        Instant at = promise(received, term, lines).at();
        lines.add(Line.of("due", at));
        return new Due(at, lines);
    }

    Clock clock(Instant received, Term term, List<Pause> pauses) {
        List<Line> lines = new ArrayList<>();
        Promise promise = promise(received, term, lines);
        for (Pause pause : Pauses.merged(pauses, received)) {
            if (!pause.from().isBefore(promise.at())) {
                lines.add(Line.of("pause.late", pause.from()));
                break;
            }
            Instant to = pause.to();
            if (to == null) {
                return standing(pause.from(), promise, lines);
            }
            promise = moved(promise, pause.from(), to, lines);
        }
        lines.add(Line.of("due", promise.at()));
        return new Clock.Running(new Due(promise.at(), lines));
    }

    /// A promise on its way.
    ///
    /// @param at the promise
    /// @param start when the clock started
    /// @param lastDay for terms in days and months the last day of the term before rest days are left out
    private record Promise(
            Instant at, Instant start, @Nullable LocalDate lastDay) {}

    private Promise promise(Instant received, Term term, List<Line> lines) {
        Instant start = Pauses.fullMinuteNotBefore(received);
        LocalDate day = WorkingTime.date(received);
        time.sessions(day);
        lines.add(Line.of("received", received));
        return switch (term.unit()) {
            case WORKING_DAY -> workingDays(start, day, term.amount(), lines);
            case HOUR -> hours(start, term.amount(), lines);
            case SAME_DAY -> sameDay(received, start, day, lines);
            case DAY -> {
                lines.add(Line.of("term.day", term.amount()));
                yield lastDay(day.plusDays(term.amount()), start, lines);
            }
            case MONTH -> {
                LocalDate end = day.plusMonths(term.amount());
                boolean shorter = end.getDayOfMonth() != day.getDayOfMonth();
                lines.add(Line.of(shorter ? "term.month.shorter" : "term.month", term.amount()));
                yield lastDay(end, start, lines);
            }
        };
    }

    private Promise workingDays(Instant start, LocalDate day, int amount, List<Line> lines) {
        lines.add(Line.of("term.working-day", amount));
        LocalDate end = time.workingDayAfter(day, amount);
        telling.countedDays(day, end, lines);
        return new Promise(returnTime(end, start, lines), start, null);
    }

    private Promise hours(Instant start, int amount, List<Line> lines) {
        lines.add(Line.of("term.hour", amount));
        Instant at = time.after(start, Duration.ofHours(amount));
        telling.countedHours(start, at, lines);
        return new Promise(at, start, null);
    }

    private Promise sameDay(Instant received, Instant start, LocalDate day, List<Line> lines) {
        LocalTime until = time.opening().sameDayUntil();
        boolean early = received.isBefore(WorkingTime.at(day, until));
        if (time.worked(day) && early && received.isBefore(time.closes(day))) {
            lines.add(Line.of("same-day.today", until));
            return new Promise(time.closes(day), start, null);
        }
        lines.add(time.worked(day) && !early ? Line.of("same-day.late", until) : Line.of("same-day.closed"));
        LocalDate next = time.workingDayAfter(day, 1);
        telling.leftOut(day.plusDays(1), next.minusDays(1), lines);
        return new Promise(time.closes(next), start, null);
    }

    /// Terms in days and months: a last day that is a rest day moves to the end of the next working day.
    private Promise lastDay(LocalDate end, Instant start, List<Line> lines) {
        lines.add(Line.of("last-day", end));
        LocalDate worked = time.workingDayFrom(end);
        if (worked.equals(end)) {
            return new Promise(returnTime(end, start, lines), start, end);
        }
        telling.leftOut(end, worked.minusDays(1), lines);
        lines.add(Line.of("last-day.moved", worked));
        return new Promise(time.closes(worked), start, end);
    }

    private Instant returnTime(LocalDate end, Instant start, List<Line> lines) {
        if (time.opening().returnHour() == ReturnHour.END_OF_DAY) {
            lines.add(Line.of("return.end-of-day"));
            return time.closes(end);
        }
        lines.add(Line.of("return.reception-hour"));
        LocalTime hour = start.atZone(WorkingTime.ZONE).toLocalTime();
        for (Session session : time.sessions(end)) {
            if (!hour.isAfter(session.closes())) {
                return WorkingTime.at(end, hour.isBefore(session.opens()) ? session.opens() : hour);
            }
        }
        return time.closes(end);
    }

    /// A pause that is over: the promise moves by exactly the working time of the pause, or, for terms in days and
    /// months, by the days from the day it began to the day it ended. It never moves back.
    private Promise moved(Promise promise, Instant from, Instant to, List<Line> lines) {
        if (promise.lastDay() == null) {
            Duration work = time.worked(from, to);
            lines.add(Line.of("pause.working", from, to, work));
            return new Promise(time.after(promise.at(), work), promise.start(), null);
        }
        int days = daysBetween(WorkingTime.date(from), WorkingTime.date(to));
        lines.add(Line.of("pause.days", from, to, days));
        if (days == 0) {
            return promise;
        }
        Promise later = lastDay(promise.lastDay().plusDays(days), promise.start(), lines);
        return later.at().isBefore(promise.at()) ? new Promise(promise.at(), promise.start(), later.lastDay()) : later;
    }

    private Clock standing(Instant since, Promise promise, List<Line> lines) {
        lines.add(Line.of("pause.open", since));
        if (promise.lastDay() == null) {
            Duration left = time.worked(since, promise.at());
            lines.add(Line.of("left.working", left));
            return new Clock.Paused(since, left, true, lines);
        }
        int days = Math.max(0, daysBetween(WorkingTime.date(since), promise.lastDay()));
        lines.add(Line.of("left.days", days));
        return new Clock.Paused(since, Duration.ofDays(days), false, lines);
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
