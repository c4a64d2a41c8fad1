package org.phigiay.transparency;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on the public timeline and the day counts.
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

    private static @Nullable PostCode post(@Nullable String code) {
        return code == null ? null : new PostCode(code);
    }
}
