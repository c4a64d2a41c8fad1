package org.phigiay.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is read from the schema `catalogue`; [CatalogueWriteStore] writes it.
@Repository
class CatalogueStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /// A version's parts are found by this.
    private record Key(String code, int version) {
        static Key of(ResultSet row) throws SQLException {
            return new Key(row.getString("code"), row.getInt("version"));
        }
    }

    /// An edition with the dates that rule it.
    ///
    /// @param from first day on which the pair is used
    /// @param to first day on which its national text no longer applies, null while it does
    record Edition(
            int edition,
            ProcedureVersion national,
            @Nullable Guidance guidance,
            LocalDate from,
            @Nullable LocalDate to) {}

    CatalogueStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long revision() {
        return jdbc.sql("select revision from catalogue.revision")
                .query(Long.class)
                .single();
    }

    /// What lists show of everything in force on that day, by code; the agencies are added by the caller.
    List<ProcedureHead> heads(LocalDate day) {
        return jdbc.sql("""
                        select distinct on (e.code) e.code, e.edition, v.title, v.english_title, v.field, v.english_field,
                               v.levels, coalesce(g.plain_title, v.title) as plain_title,
                               coalesce(g.english_plain_title, v.english_title) as english_plain_title,
                               g.form_id is not null as fileable,
                               exists (select from catalogue.channel c
                                        where c.code = v.code and c.version = v.version and c.kind = 'ONLINE') as online,
                               shown.*
                          from catalogue.edition e
                          join catalogue.procedure_version v on v.code = e.code and v.version = e.national
                          left join catalogue.guidance g on g.code = e.code and g.version = e.guidance
                          left join lateral (
                                select term_amount, term_unit, fee, fee_kind from (
                                    select 0 as source, position, kind, term_amount, term_unit, fee, fee_kind
                                      from catalogue.guidance_channel c where c.code = g.code and c.version = g.version
                                    union all
                                    select 1, position, kind, term_amount, term_unit, fee, fee_kind
                                      from catalogue.channel c where c.code = v.code and c.version = v.version) one
                                 order by source, kind = 'ONLINE' desc, position limit 1) shown on true
                         where v.valid_from <= :day and e.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                         order by e.code, v.valid_from desc, e.edition desc
                        """)
                .param("day", day)
                .query((row, n) -> new ProcedureHead(
                        new ProcedureCode(row.getString("code")),
                        row.getInt("edition"),
                        text(row, "title", "english_title"),
                        text(row, "plain_title", "english_plain_title"),
                        text(row, "field", "english_field"),
                        levels(row),
                        row.getBoolean("online"),
                        row.getBoolean("fileable"),
                        false,
                        term(row),
                        fee(row),
                        List.of()))
                .list();
    }

    /// Every edition of the named procedures, by code and edition.
    Map<ProcedureCode, List<Edition>> editions(Collection<ProcedureCode> codes) {
        String[] names = codes.stream().map(ProcedureCode::value).toArray(String[]::new);
        var nationals = nationals(names);
        var guidances = guidances(names);
        var all = new LinkedHashMap<ProcedureCode, List<Edition>>();
        jdbc.sql("""
                        select e.*, v.valid_to from catalogue.edition e
                          join catalogue.procedure_version v on v.code = e.code and v.version = e.national
                         where e.code = any(:codes) order by e.code, e.edition
                        """).param("codes", names).query((ResultSet row) -> {
            String code = row.getString("code");
            int guidance = row.getInt("guidance");
            all.computeIfAbsent(new ProcedureCode(code), each -> new ArrayList<>())
                    .add(new Edition(
                            row.getInt("edition"),
                            Objects.requireNonNull(nationals.get(new Key(code, row.getInt("national")))),
                            guidance == 0 ? null : guidances.get(new Key(code, guidance)),
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class)));
        });
        return all;
    }

    List<AgencySetting> settings() {
        return jdbc.sql("select * from catalogue.agency_setting order by procedure, agency, valid_from")
                .query((row, n) -> new AgencySetting(
                        new ProcedureCode(row.getString("procedure")),
                        new AgencyCode(row.getString("agency")),
                        row.getString("unit"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /// The number of the newest guidance, 0 when there is none.
    int lastGuidance(ProcedureCode code) {
        return jdbc.sql("select coalesce(max(version), 0) from catalogue.guidance where code = :code")
                .param("code", code.value())
                .query(Integer.class)
                .single();
    }

    /// When each edition was published, by edition.
    Map<Integer, Instant> published(ProcedureCode code) {
        var all = new LinkedHashMap<Integer, Instant>();
        jdbc.sql("""
                        select e.edition, greatest(v.published_at, coalesce(g.published_at, v.published_at)) as at
                          from catalogue.edition e
                          join catalogue.procedure_version v on v.code = e.code and v.version = e.national
                          left join catalogue.guidance g on g.code = e.code and g.version = e.guidance
                         where e.code = :code order by e.edition
                        """).param("code", code.value()).query((ResultSet row) -> {
            all.put(
                    row.getInt("edition"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return all;
    }

    /// The reasons of those versions of our guidance that needed one, by version.
    Map<Integer, String> reasons(ProcedureCode code) {
        var all = new LinkedHashMap<Integer, String>();
        jdbc.sql(
                        "select version, reason from catalogue.guidance where code = :code and reason is not null order by version")
                .param("code", code.value())
                .query((ResultSet row) -> {
                    all.put(row.getInt("version"), row.getString("reason"));
                });
        return all;
    }

    /// Of everything in force on that day, the newest guidance and which national text was there when it was written.
    List<GuidanceStanding> standings(LocalDate day) {
        return jdbc.sql("""
                        select v.code, v.version as national, coalesce(g.version, 0) as guidance,
                               coalesce((select max(known.version) from catalogue.procedure_version known
                                          where known.code = v.code and known.published_at <= g.published_at), 0) as written_for
                          from catalogue.procedure_version v
                          left join lateral (select version, published_at from catalogue.guidance
                                              where guidance.code = v.code order by version desc limit 1) g on true
                         where v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                         order by v.code
                        """)
                .param("day", day)
                .query((row, n) -> new GuidanceStanding(
                        new ProcedureCode(row.getString("code")),
                        row.getInt("national"),
                        row.getInt("guidance"),
                        row.getInt("written_for")))
                .list();
    }

    private Map<Key, ProcedureVersion> nationals(String[] codes) {
        var channels = parts("catalogue.channel", codes, CatalogueStore::channel);
        var papers = parts("catalogue.paper", codes, (row, n) -> new Listed(row.getString("case_title"), paper(row)));
        var results = parts(
                "catalogue.result",
                codes,
                (row, n) -> new ResultType(row.getString("result"), text(row, "title", "english_title")));
        var laws = parts(
                "catalogue.legal_basis",
                codes,
                (row, n) -> new LegalBasis(row.getString("number"), row.getString("title")));
        var all = new LinkedHashMap<Key, ProcedureVersion>();
        jdbc.sql("select * from catalogue.procedure_version where code = any(:codes) order by code, version")
                .param("codes", codes)
                .query((ResultSet row) -> {
                    Key key = Key.of(row);
                    all.put(
                            key,
                            new ProcedureVersion(
                                    new ProcedureCode(key.code()),
                                    key.version(),
                                    row.getObject("valid_from", LocalDate.class),
                                    new Announcement(row.getString("announcement"), row.getString("announced_by")),
                                    text(row, "title", "english_title"),
                                    text(row, "field", "english_field"),
                                    text(row, "audience", "english_audience"),
                                    levels(row),
                                    channels.getOrDefault(key, List.of()),
                                    Listed.cases(papers.getOrDefault(key, List.of())),
                                    row.getString("steps"),
                                    row.getString("requirements"),
                                    results.getOrDefault(key, List.of()),
                                    laws.getOrDefault(key, List.of()),
                                    authorities(row),
                                    row.getString("keywords"),
                                    row.getString("source")));
                });
        return all;
    }

    private Map<Key, Guidance> guidances(String[] codes) {
        var channels = parts("catalogue.guidance_channel", codes, CatalogueStore::channel);
        var components = parts("catalogue.guidance_component", codes, CatalogueStore::component);
        var all = new LinkedHashMap<Key, Guidance>();
        jdbc.sql("select * from catalogue.guidance where code = any(:codes) order by code, version")
                .param("codes", codes)
                .query((ResultSet row) -> {
                    Key key = Key.of(row);
                    String form = row.getString("form_id");
                    all.put(
                            key,
                            new Guidance(
                                    new ProcedureCode(key.code()),
                                    key.version(),
                                    text(row, "plain_title", "english_plain_title"),
                                    form == null ? null : new FormRef(form, row.getInt("form_version")),
                                    channels.getOrDefault(key, List.of()),
                                    components.getOrDefault(key, List.of()),
                                    json.readValue(row.getString("guide"), Guide.class)));
                });
        return all;
    }

    /// A paper with the case it is listed under.
    private record Listed(String title, Paper paper) {

        /// Papers that follow one another under one title are a case.
        static List<Case> cases(List<Listed> all) {
            var papers = new LinkedHashMap<String, List<Paper>>();
            all.forEach(each -> papers.computeIfAbsent(each.title, title -> new ArrayList<>())
                    .add(each.paper));
            return papers.entrySet().stream()
                    .map(each -> new Case(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    private <T> Map<Key, List<T>> parts(String table, String[] codes, RowMapper<T> part) {
        var all = new LinkedHashMap<Key, List<T>>();
        jdbc.sql("select * from " + table + " where code = any(:codes) order by code, version, position")
                .param("codes", codes)
                .query((ResultSet row) -> {
                    all.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                            .add(Objects.requireNonNull(part.mapRow(row, 0)));
                });
        return all;
    }

    private static Channel channel(ResultSet row, int n) throws SQLException {
        return new Channel(
                ChannelKind.valueOf(row.getString("kind")), term(row), fee(row), maybe(row, "note", "english_note"));
    }

    private static @Nullable Term term(ResultSet row) throws SQLException {
        String unit = row.getString("term_unit");
        return unit == null ? null : new Term(row.getInt("term_amount"), TermUnit.valueOf(unit));
    }

    private static @Nullable Fee fee(ResultSet row) throws SQLException {
        String kind = row.getString("fee_kind");
        return kind == null ? null : new Fee(row.getLong("fee"), FeeKind.valueOf(kind));
    }

    private static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getString("name"),
                row.getString("form_file"),
                row.getInt("originals"),
                row.getInt("certified"),
                row.getInt("copies"));
    }

    private static Component component(ResultSet row, int n) throws SQLException {
        return new Component(
                row.getString("component"),
                text(row, "title", "english_title"),
                row.getBoolean("required"),
                row.getInt("originals"),
                row.getInt("certified"),
                row.getInt("copies"),
                maybe(row, "applies", "english_applies"),
                maybe(row, "held_by", "english_held_by"));
    }

    private static Authorities authorities(ResultSet row) throws SQLException {
        return new Authorities(
                row.getString("competent"),
                row.getString("receiving"),
                row.getString("delegated"),
                row.getString("coordinating"),
                row.getString("performing"),
                row.getString("related"));
    }

    private static List<Level> levels(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("levels").getArray())
                .map(Level::valueOf)
                .toList();
    }

    private static Bilingual text(ResultSet row, String vi, String en) throws SQLException {
        return new Bilingual(row.getString(vi), row.getString(en));
    }

    private static @Nullable Bilingual maybe(ResultSet row, String vi, String en) throws SQLException {
        return row.getString(vi) == null ? null : text(row, vi, en);
    }
}
