package org.phigiay.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phigiay.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the schema `calendar`. Rows are only ever added: a new version is a new row.
@Repository
class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A number that every added row raises.
    long revision() {
        return jdbc.sql("""
                        select (select count(*) from calendar.filled_year) + (select count(*) from calendar.special_day)
                             + (select count(*) from calendar.opening) + (select count(*) from calendar.session)
                        """).query(Long.class).single();
    }

    CalendarTable table() {
        return new CalendarTable(openings(), specialDays(), filledYears());
    }

    private Map<Integer, Instant> filledYears() {
        Map<Integer, Instant> years = new HashMap<>();
        jdbc.sql("select year, known_from from calendar.filled_year").query(row -> {
            years.put(row.getInt("year"), instant(row));
        });
        return years;
    }

    private List<SpecialDay> specialDays() {
        return jdbc.sql("""
                        select day, scope, kind, name, english_name, counterpart, provisional, known_from,
                               title, english_title
                        from calendar.special_day join calendar.basis on basis.code = special_day.basis
                        """)
                .query((row, n) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        row.getString("scope"),
                        DayKind.valueOf(row.getString("kind")),
                        new Bilingual(row.getString("name"), row.getString("english_name")),
                        row.getObject("counterpart", LocalDate.class),
                        basis(row),
                        row.getBoolean("provisional"),
                        instant(row)))
                .list();
    }

    private List<Opening> openings() {
        Map<UUID, Map<DayOfWeek, List<Session>>> weeks = weeks();
        return jdbc.sql("""
                        select id, scope, return_hour, same_day_until, known_from, title, english_title
                        from calendar.opening join calendar.basis on basis.code = opening.basis
                        """)
                .query((row, n) -> new Opening(
                        row.getString("scope"),
                        weeks.getOrDefault(row.getObject("id", UUID.class), Map.of()),
                        ReturnHour.valueOf(row.getString("return_hour")),
                        row.getObject("same_day_until", LocalTime.class),
                        basis(row),
                        instant(row)))
                .list();
    }

    private Map<UUID, Map<DayOfWeek, List<Session>>> weeks() {
        Map<UUID, Map<DayOfWeek, List<Session>>> weeks = new HashMap<>();
        jdbc.sql("select opening, weekday, opens, closes from calendar.session order by opening, weekday, opens")
                .query(row -> {
                    weeks.computeIfAbsent(
                                    row.getObject("opening", UUID.class), absent -> new EnumMap<>(DayOfWeek.class))
                            .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), absent -> new ArrayList<>())
                            .add(new Session(
                                    row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
                });
        return weeks;
    }

    private static Bilingual basis(ResultSet row) throws SQLException {
        return new Bilingual(row.getString("title"), row.getString("english_title"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("known_from", OffsetDateTime.class).toInstant();
    }
}
