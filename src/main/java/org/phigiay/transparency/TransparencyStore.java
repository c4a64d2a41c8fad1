package org.phigiay.transparency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on the public timeline, the day counts and the clocks of cases.
@Component
class TransparencyStore {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    TransparencyStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void addSteps(List<Numbered> entries) {
        if (entries.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                insert into transparency.step (position, dossier, at, type, post, next_post, to_state)
                values (:position, :dossier, :at, :type, :post, :next, :toState)
                """, entries.stream().map(TransparencyStore::row).toArray(MapSqlParameterSource[]::new));
    }

    /// Every column has its type, also where it is empty: the first row of a batch decides for all.
    private static MapSqlParameterSource row(Numbered one) {
        Entry entry = one.entry();
        PostCode post = entry.post();
        return new MapSqlParameterSource("position", one.position())
                .addValue("dossier", entry.subject())
                .addValue("at", entry.at().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("type", entry.type(), Types.VARCHAR)
                .addValue("post", post == null ? null : post.value(), Types.VARCHAR)
                .addValue("next", entry.text("next").orElse(null), Types.VARCHAR)
                .addValue("toState", entry.toState(), Types.INTEGER);
    }

    void forgetSteps() {
        jdbc.sql("delete from transparency.step").update();
    }

    List<PublicStep> steps(UUID dossier) {
        return jdbc.sql("""
                        select position, at, type, post, next_post, to_state
                          from transparency.step where dossier = :dossier order by position
                        """)
                .param("dossier", dossier)
                .query((row, i) -> new PublicStep(
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("type"),
                        post(row.getString("post")),
                        post(row.getString("next_post")),
                        row.getObject("to_state", Integer.class)))
                .list();
    }

    void addToDay(AgencyCode agency, LocalDate day, DayCount count) {
        jdbc.sql("""
                        insert into transparency.day as d (agency, day, filed, received, on_time, late, refused, withdrawn,
                               waited_too_long, rated, stars)
                        values (:agency, :day, :filed, :received, :onTime, :late, :refused, :withdrawn,
                               :waitedTooLong, :rated, :stars)
                        on conflict (agency, day) do update
                           set filed = d.filed + excluded.filed, received = d.received + excluded.received,
                               on_time = d.on_time + excluded.on_time, late = d.late + excluded.late,
                               refused = d.refused + excluded.refused, withdrawn = d.withdrawn + excluded.withdrawn,
                               waited_too_long = d.waited_too_long + excluded.waited_too_long,
                               rated = d.rated + excluded.rated, stars = d.stars + excluded.stars
                        """)
                .paramSource(Params.of(count, "agency", agency, "day", day))
                .update();
    }

    void forgetDays() {
        jdbc.sql("delete from transparency.day").update();
    }

    /// The sum over some days, of one agency or of all.
    DayCount sum(@Nullable AgencyCode agency, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select coalesce(sum(filed), 0) as filed, coalesce(sum(received), 0) as received,
                               coalesce(sum(on_time), 0) as on_time, coalesce(sum(late), 0) as late,
                               coalesce(sum(refused), 0) as refused, coalesce(sum(withdrawn), 0) as withdrawn,
                               coalesce(sum(waited_too_long), 0) as waited_too_long,
                               coalesce(sum(rated), 0) as rated, coalesce(sum(stars), 0) as stars
                          from transparency.day
                         where day between :from and :to and (cast(:agency as text) is null or agency = :agency)
                        """)
                .paramSource(Params.pairs("from", from, "to", to, "agency", agency))
                .query(DayCount.class)
                .single();
    }

    /// The clocks of these cases, as far as they are known.
    List<CaseTime> caseTimes(Collection<UUID> dossiers) {
        return jdbc.sql("""
                        select dossier, procedure, agency, received_at, waiting_since, waited, finished_at, worked
                          from transparency.case_time where dossier in (:dossiers)
                        """)
                .param("dossiers", dossiers)
                .query((row, i) -> new CaseTime(
                        row.getObject("dossier", UUID.class),
                        new ProcedureCode(row.getString("procedure")),
                        new AgencyCode(row.getString("agency")),
                        instant(row, "received_at"),
                        instant(row, "waiting_since"),
                        row.getLong("waited"),
                        instant(row, "finished_at"),
                        row.getObject("worked", Long.class)))
                .list();
    }

    void keep(List<CaseTime> cases) {
        batches.batchUpdate("""
                insert into transparency.case_time
                       (dossier, procedure, agency, received_at, waiting_since, waited, finished_at, worked)
                values (:dossier, :procedure, :agency, :received, :waiting, :waited, :finished, :worked)
                on conflict (dossier) do update
                   set received_at = excluded.received_at, waiting_since = excluded.waiting_since,
                       waited = excluded.waited, finished_at = excluded.finished_at, worked = excluded.worked
                """, cases.stream().map(TransparencyStore::row).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource row(CaseTime one) {
        return new MapSqlParameterSource("dossier", one.dossier())
                .addValue("procedure", one.procedure().value())
                .addValue("agency", one.agency().value())
                .addValue("received", utc(one.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("waiting", utc(one.waitingSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("waited", one.waited())
                .addValue("finished", utc(one.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("worked", one.worked(), Types.BIGINT);
    }

    void keepAsked(Collection<ClockEachCase.AskedAgain> asked) {
        batches.batchUpdate("""
                insert into transparency.asked_again (dossier, component, procedure)
                values (:dossier, :component, :procedure) on conflict do nothing
                """, asked.stream().map(Params::of).toArray(MapSqlParameterSource[]::new));
    }

    void forgetCases() {
        jdbc.sql("delete from transparency.asked_again").update();
        jdbc.sql("delete from transparency.case_time").update();
    }

    /// Median and ninth of ten of the finished cases.
    ///
    /// @param agency null for all agencies together
    /// @param days how far back; 0 for all
    Optional<UsualTime> usualTime(ProcedureCode procedure, @Nullable AgencyCode agency, int days) {
        return jdbc.sql("""
                        select count(*) as cases, percentile_cont(0.5) within group (order by worked) as median,
                               percentile_cont(0.9) within group (order by worked) as ninth
                          from transparency.case_time
                         where procedure = :procedure and worked is not null
                           and (cast(:agency as text) is null or agency = :agency)
                           and (:days = 0 or finished_at >= now() - make_interval(days => :days))
                        having count(*) > 0
                        """)
                .paramSource(Params.pairs("procedure", procedure, "agency", agency, "days", days))
                .query((row, i) -> new UsualTime(
                        row.getInt("cases"),
                        Duration.ofMillis(Math.round(row.getDouble("median"))),
                        Duration.ofMillis(Math.round(row.getDouble("ninth"))),
                        days))
                .optional();
    }

    /// The procedures with so many finished cases.
    List<ProcedureCode> measured(int fewest) {
        return jdbc.sql("""
                        select procedure from transparency.case_time where worked is not null
                         group by procedure having count(*) >= :fewest
                        """)
                .param("fewest", fewest)
                .query((row, i) -> new ProcedureCode(row.getString("procedure")))
                .list();
    }

    /// What had to be supplemented in so many cases at least, the most frequent of each procedure first.
    Map<ProcedureCode, List<SupplementReason>> supplementReasons(int fewest, int most) {
        Map<ProcedureCode, List<SupplementReason>> reasons = new HashMap<>();
        jdbc.sql("""
                        select a.procedure, a.component, a.cases,
                               (select count(*) from transparency.case_time c where c.procedure = a.procedure) as all_cases
                          from (select procedure, component, count(*) as cases,
                                       row_number() over (partition by procedure order by count(*) desc, component) as place
                                  from transparency.asked_again
                                 group by procedure, component having count(*) >= :fewest) a
                         where a.place <= :most order by a.procedure, a.place
                        """).paramSource(Params.pairs("fewest", fewest, "most", most)).query(row -> {
            reasons.computeIfAbsent(new ProcedureCode(row.getString("procedure")), absent -> new ArrayList<>())
                    .add(new SupplementReason(
                            row.getString("component"), row.getInt("cases"), row.getInt("all_cases")));
        });
        return reasons;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable PostCode post(@Nullable String code) {
        return code == null ? null : new PostCode(code);
    }
}
