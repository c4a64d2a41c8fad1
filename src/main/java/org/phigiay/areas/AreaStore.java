package org.phigiay.areas;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.phigiay.areas.UnitList.Became;
import org.phigiay.areas.UnitList.Kind;
import org.phigiay.areas.UnitList.OldUnit;
import org.phigiay.areas.UnitList.Unit;
import org.phigiay.shared.Params;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the schema `areas`. Rows are only ever added.
@Repository
class AreaStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AreaStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /// A list that was kept, without its rows.
    record Kept(long id, Kind kind, LocalDate asOf, String source, byte[] sha256) {}

    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from areas.list")
                .query(Long.class)
                .single();
    }

    /// For each kind and day the list that was imported last, by day.
    List<Kept> lists() {
        return jdbc.sql("""
                        select distinct on (kind, as_of) id, kind, as_of, source, sha256
                          from areas.list order by kind, as_of, id desc
                        """)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("source"),
                        row.getBytes("sha256")))
                .list();
    }

    /// The whole list again.
    UnitList read(Kept kept) {
        return new UnitList(
                kept.kind(),
                kept.asOf(),
                kept.source(),
                kept.kind() == Kind.UNITS ? units(kept.id()) : List.of(),
                kept.kind() == Kind.UNITS ? List.of() : oldUnits(kept.id()),
                kept.kind() == Kind.UNITS ? List.of() : became(kept.id()),
                List.of());
    }

    private List<Unit> units(long list) {
        return jdbc.sql("select code, province, name, english_name from areas.unit where list = :list order by code")
                .param("list", list)
                .query(Unit.class)
                .list();
    }

    private List<OldUnit> oldUnits(long list) {
        return jdbc.sql("select code, province, name from areas.old_unit where list = :list order by code")
                .param("list", list)
                .query(OldUnit.class)
                .list();
    }

    private List<Became> became(long list) {
        return jdbc.sql("""
                        select old_code, new_code, new_name, whole from areas.became
                         where list = :list order by old_code, new_code
                        """).param("list", list).query(Became.class).list();
    }

    /// One importer at a time, so that two do not both find that theirs is new.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('areas.import'))")
                .query()
                .singleRow();
    }

    void insert(UnitList list) {
        long id = jdbc.sql("""
                        insert into areas.list (kind, as_of, sha256, source, entries)
                        values (:kind, :asOf, :sha256, :source, :entries) returning id
                        """)
                .paramSource(Params.pairs("kind", list.kind())
                        .put("asOf", list.asOf())
                        .put("sha256", list.sha256())
                        .put("source", list.source())
                        .put("entries", list.entries()))
                .query(Long.class)
                .single();
        insert(
                "insert into areas.unit (list, code, province, name, english_name)"
                        + " values (:list, :code, :province, :name, :englishName)",
                id,
                list.units());
        insert(
                "insert into areas.old_unit (list, code, province, name) values (:list, :code, :province, :name)",
                id,
                list.oldUnits());
        insert(
                "insert into areas.became (list, old_code, new_code, new_name, whole)"
                        + " values (:list, :oldCode, :newCode, :newName, cast(:whole as boolean))",
                id,
                list.became());
    }

    private void insert(String sql, long list, List<? extends Record> rows) {
        for (int from = 0; from < rows.size(); from += 1000) {
            batches.batchUpdate(
                    sql,
                    rows.subList(from, Math.min(from + 1000, rows.size())).stream()
                            .map(row -> row(row, list))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    /// The first row of a batch decides the types of all, so that an empty column has its type too.
    private static MapSqlParameterSource row(Record row, long list) {
        Params params = Params.of(row, "list", list);
        for (String name : List.of("province", "whole")) {
            if (params.hasValue(name)) {
                Object value = params.getValue(name);
                params.addValue(name, value == null ? null : value.toString(), Types.VARCHAR);
            }
        }
        return params;
    }
}
