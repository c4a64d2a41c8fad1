package org.phigiay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Bảng lịch: all rows of the calendar as they were read, and the working time of any agency as it was known at any
/// moment, made on demand and kept.
///
/// The version that counts is the one known at the moment of reception. A year that was filled in only later counts
/// as it stood when it was filled in, so that a promise that a pause pushes into a new year can still be reckoned.
final class CalendarTable {
    private final List<Opening> openings;
    private final List<SpecialDay> special;
    private final SortedMap<Integer, Instant> filled;
    private final Instant[] changes;
    private final Set<String> stated;
    private final Map<Key, WorkingTime> known = new ConcurrentHashMap<>();

    /// @param scope the agency or agency above that has rows of its own; empty for the nation
    /// @param version number of changes known
    private record Key(String scope, int version) {}

    /// @param filled years filled in, and since when
    CalendarTable(List<Opening> openings, List<SpecialDay> special, Map<Integer, Instant> filled) {
        this.openings = openings.stream()
                .sorted(Comparator.comparing(Opening::knownFrom))
                .toList();
        this.special = special.stream()
                .sorted(Comparator.comparing(SpecialDay::knownFrom))
                .toList();
        this.filled = unbroken(filled);
        this.changes = Stream.concat(
                        openings.stream().map(Opening::knownFrom),
                        special.stream().map(SpecialDay::knownFrom))
                .distinct()
                .sorted()
                .toArray(Instant[]::new);
        this.stated = Stream.concat(
                        openings.stream().map(Opening::scope), special.stream().map(SpecialDay::scope))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Years without a gap between them, from the first on: what lies behind a gap cannot be reckoned with.
    private static SortedMap<Integer, Instant> unbroken(Map<Integer, Instant> filled) {
        if (filled.isEmpty()) {
            throw new IllegalArgumentException("No year of the calendar is filled in");
        }
        SortedMap<Integer, Instant> years = new TreeMap<>(filled);
        int year = years.firstKey();
        while (years.containsKey(year)) {
            year++;
        }
        return years.headMap(year);
    }

    int firstYear() {
        return filled.firstKey();
    }

    int lastYear() {
        return filled.lastKey();
    }

    /// The working time of an agency as known at a moment.
    WorkingTime at(String agency, Instant moment) {
        int found = Arrays.binarySearch(changes, moment);
        Key key = new Key(ownScope(agency), found < 0 ? -found - 1 : found + 1);
        WorkingTime made = known.get(key);
        return made != null ? made : known.computeIfAbsent(key, absent -> make(absent.scope(), moment));
    }

    private WorkingTime make(String agency, Instant moment) {
        Opening opening = openings.stream()
                .filter(row -> covers(row.scope(), agency))
                .filter(row -> !row.knownFrom().isAfter(moment))
                .max(Comparator.<Opening>comparingInt(row -> depth(row.scope())).thenComparing(Opening::knownFrom))
                .or(() -> openings.stream().filter(row -> row.scope() == null).findFirst())
                .orElseThrow(() -> new IllegalStateException("No opening hours, not even for the nation"));
        return new WorkingTime(opening, days(agency, moment), firstYear(), lastYear());
    }

    /// The row that counts for each day: the narrowest scope, then the latest version known.
    Map<LocalDate, SpecialDay> days(String agency, Instant moment) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (SpecialDay row : special) {
            if (covers(row.scope(), agency) && known(row, moment)) {
                days.merge(row.day(), row, (old, later) -> depth(old.scope()) > depth(later.scope()) ? old : later);
            }
        }
        return days;
    }

    private boolean known(SpecialDay row, Instant moment) {
        Instant since = filled.get(row.day().getYear());
        return since != null
                && !(row.knownFrom().isAfter(moment) && row.knownFrom().isAfter(since));
    }

    /// The longest code above or equal to the agency's that has rows; so unknown agencies share the nation's.
    private String ownScope(String agency) {
        String code = agency;
        while (!code.isEmpty() && !stated.contains(code)) {
            int dot = code.lastIndexOf('.');
            code = dot < 0 ? "" : code.substring(0, dot);
        }
        return code;
    }

    private static boolean covers(@Nullable String scope, String agency) {
        return scope == null || agency.equals(scope) || agency.startsWith(scope + ".");
    }

    private static int depth(@Nullable String scope) {
        return scope == null ? -1 : scope.length();
    }
}
