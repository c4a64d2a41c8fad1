package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Remembered;
import org.springframework.stereotype.Service;

/// Lịch làm việc: when a promise falls due, and how much working time has passed. Answered from memory, without SQL.
///
/// The calendar that counts is the one known at `from`, the moment of reception (or of filing, for the wait until
/// reception): a holiday or an opening hour announced later changes nothing that was promised before.
///
/// Every question throws [org.phigiay.shared.Invalid] on field `from` when it touches a year whose days off have not
/// been filled in; the message names the year.
@Service
public class Calendars {
    /// New rows count five minutes after they were added (see the migration), so every copy knows them before.
    private static final Duration LOOK_FOR_CHANGES = Duration.ofMinutes(1);

    private static final long IDLE = Duration.ofMinutes(3).toNanos();

    private final Remembered<CalendarTable> table;
    private final AtomicLong lastUse = new AtomicLong(System.nanoTime());

    Calendars(CalendarStore store) {
        this.table = new Remembered<>(LOOK_FOR_CHANGES, store::revision, store::table);
    }

    /// The promise for what an agency received at `from`.
    public Due due(AgencyCode agency, Instant from, Term term) {
        return new Reckoning(time(agency, from)).due(from, term);
    }

    /// The promise after pauses that are all over. Pauses that overlap count once; one that began when the promise
    /// had passed does not count.
    ///
    /// @throws IllegalStateException when a pause still lasts and so no date can be told: ask [#clock]
    public Due due(AgencyCode agency, Instant from, Term term, List<Pause> pauses) {
        return switch (clock(agency, from, term, pauses)) {
            case Clock.Running(Due due) -> due;
            case Clock.Paused paused ->
                throw new IllegalStateException("The clock stands still since " + paused.since());
        };
    }

    /// The promise's clock with its pauses, of which the last may still last.
    public Clock clock(AgencyCode agency, Instant from, Term term, List<Pause> pauses) {
        return new Reckoning(time(agency, from)).clock(from, term, pauses);
    }

    /// Working time of the agency between two instants, to the nanosecond; zero when `to` is not later.
    public Duration worked(AgencyCode agency, Instant from, Instant to) {
        return time(agency, from).worked(from, to);
    }

    /// The first instant by which the agency has worked that long since `from`, such as the eight working hours
    /// within which an online filing is to be answered.
    public Instant after(AgencyCode agency, Instant from, Duration workingTime) {
        return time(agency, from).after(from, workingTime);
    }

    /// The agency's sessions on a day, in order, as known at `asOf`; none on a day off.
    public List<Session> sessions(AgencyCode agency, LocalDate day, Instant asOf) {
        return time(agency, asOf).sessions(day);
    }

    /// The agency's working week and rules about hours as known at `asOf`.
    public Opening opening(AgencyCode agency, Instant asOf) {
        return time(agency, asOf).opening();
    }

    /// The days of a year that differ from their weekday for an agency, in order, as known at `asOf`.
    public List<SpecialDay> specialDays(AgencyCode agency, int year, Instant asOf) {
        return table().days(agency.value(), asOf).values().stream()
                .filter(day -> day.day().getYear() == year && day.kind() != DayKind.ORDINARY)
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
    }

    /// The years filled in, in order.
    public List<Integer> years() {
        CalendarTable rows = table();
        return IntStream.rangeClosed(rows.firstYear(), rows.lastYear()).boxed().toList();
    }

    private WorkingTime time(AgencyCode agency, Instant asOf) {
        return table().at(agency.value(), asOf);
    }

    /// After minutes without a question the rows are read afresh: what is remembered may be older than a new row.
    private CalendarTable table() {
        long now = System.nanoTime();
        if (now - lastUse.getAndSet(now) > IDLE) {
            table.forget();
        }
        return table.get();
    }
}
