package org.phigiay.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.Params;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of the schema `catalogue`.
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

    /// A version with the day on which it ended.
    record Dated(ProcedureVersion version, @Nullable LocalDate to) {}

    CatalogueStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long revision() {
        return jdbc.sql("select revision from catalogue.revision")
                .query(Long.class)
                .single();
    }

    void raiseRevision() {
        jdbc.sql("update catalogue.revision set revision = revision + 1").update();
    }

    /// Every version of every procedure, by code and version.
    List<Dated> versions() {
        var channels = parts("catalogue.channel", CatalogueStore::channel);
        var components = parts("catalogue.component", CatalogueStore::component);
        var results = parts(
                "catalogue.result",
                (row, n) -> new ResultType(row.getString("result"), text(row, "title", "english_title")));
        var laws = parts(
                "catalogue.legal_basis", (row, n) -> new LegalBasis(row.getString("number"), row.getString("title")));
        return jdbc.sql("select * from catalogue.procedure_version order by code, version")
                .query((row, n) -> {
                    Key key = Key.of(row);
                    var version = new ProcedureVersion(
                            new ProcedureCode(key.code()),
                            key.version(),
                            row.getObject("valid_from", LocalDate.class),
                            new Announcement(row.getString("announcement"), row.getString("announced_by")),
                            text(row, "title", "english_title"),
                            text(row, "plain_title", "english_plain_title"),
                            text(row, "field", "english_field"),
                            text(row, "audience", "english_audience"),
                            Arrays.stream((String[]) row.getArray("levels").getArray())
                                    .map(Level::valueOf)
                                    .toList(),
                            new FormRef(row.getString("form_id"), row.getInt("form_version")),
                            channels.getOrDefault(key, List.of()),
                            components.getOrDefault(key, List.of()),
                            results.getOrDefault(key, List.of()),
                            laws.getOrDefault(key, List.of()),
                            json.readValue(row.getString("guide"), Guide.class));
                    return new Dated(version, row.getObject("valid_to", LocalDate.class));
                })
                .list();
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

    /// @return the row's id; empty when this version is there already, and then nothing has changed
    Optional<UUID> insert(ProcedureVersion version) {
        Optional<UUID> id = jdbc.sql("""
                        insert into catalogue.procedure_version (code, version, valid_from, announcement, announced_by, title,
                            english_title, plain_title, english_plain_title, field, english_field, audience,
                            english_audience, levels, form_id, form_version, guide)
                        values (:code, :version, :from, :announcement, :announcedBy, :title, :englishTitle, :plainTitle,
                            :englishPlainTitle, :field, :englishField, :audience, :englishAudience, :levels, :form,
                            :formVersion, :guide::jsonb)
                        on conflict (code, version) do nothing returning id
                        """)
                .paramSource(Params.pairs("code", version.code(), "version", version.version())
                        .put("from", version.from())
                        .put("announcement", version.announcement().number())
                        .put("announcedBy", version.announcement().issuer())
                        .put("title", version.title().vi())
                        .put("englishTitle", version.title().en())
                        .put("plainTitle", version.plainTitle().vi())
                        .put("englishPlainTitle", version.plainTitle().en())
                        .put("field", version.field().vi())
                        .put("englishField", version.field().en())
                        .put("audience", version.audience().vi())
                        .put("englishAudience", version.audience().en())
                        .put(
                                "levels",
                                version.levels().stream().map(Level::name).toArray(String[]::new))
                        .put("form", version.form().id())
                        .put("formVersion", version.form().version())
                        .put("guide", json.writeValueAsString(version.guide())))
                .query(UUID.class)
                .optional();
        if (id.isPresent()) {
            insertParts(version);
        }
        return id;
    }

    /// Ends the version in force before this one on the day this one begins, and this one where a later one begins.
    void fitDates(ProcedureVersion version) {
        jdbc.sql("""
                        update catalogue.procedure_version v
                           set valid_to = (select min(later.valid_from) from catalogue.procedure_version later
                                            where later.code = v.code and later.valid_from > v.valid_from)
                         where v.code = :code
                        """).param("code", version.code().value()).update();
    }

    /// @return the row's id; empty when it is there already
    Optional<UUID> insert(AgencySetting setting) {
        return jdbc.sql("""
                        insert into catalogue.agency_setting (procedure, agency, unit, valid_from, valid_to)
                        values (:procedure, :agency, :unit, :from, :to) on conflict do nothing returning id
                        """).paramSource(Params.of(setting)).query(UUID.class).optional();
    }

    private void insertParts(ProcedureVersion version) {
        int n = 0;
        for (Channel channel : version.channels()) {
            insertPart(
                    "insert into catalogue.channel values (:code, :version, :position, :kind, :amount, :unit, :fee, :feeKind, :note, :en)",
                    version,
                    n++,
                    Params.pairs(
                                    "kind",
                                    channel.kind(),
                                    "amount",
                                    channel.term().amount())
                            .put("unit", channel.term().unit())
                            .put("fee", channel.fee().amount())
                            .put("feeKind", channel.fee().kind())
                            .put("note", vi(channel.note()))
                            .put("en", en(channel.note())));
        }
        for (Component component : version.components()) {
            insertPart(
                    """
                    insert into catalogue.component values (:code, :version, :position, :component, :title, :englishTitle,
                        :required, :originals, :certified, :copies, :applies, :englishApplies, :heldBy, :englishHeldBy)
                    """,
                    version,
                    n++,
                    Params.pairs("component", component.code())
                            .put("title", component.name().vi())
                            .put("englishTitle", component.name().en())
                            .put("required", component.required())
                            .put("originals", component.originals())
                            .put("certified", component.certified())
                            .put("copies", component.copies())
                            .put("applies", vi(component.applies()))
                            .put("englishApplies", en(component.applies()))
                            .put("heldBy", vi(component.heldBy()))
                            .put("englishHeldBy", en(component.heldBy())));
        }
        for (ResultType result : version.results()) {
            insertPart(
                    "insert into catalogue.result values (:code, :version, :position, :result, :title, :en)",
                    version,
                    n++,
                    Params.pairs("result", result.code())
                            .put("title", result.name().vi())
                            .put("en", result.name().en()));
        }
        for (LegalBasis law : version.legalBasis()) {
            insertPart(
                    "insert into catalogue.legal_basis values (:code, :version, :position, :number, :title)",
                    version,
                    n++,
                    Params.pairs("number", law.number(), "title", law.title()));
        }
    }

    private void insertPart(String sql, ProcedureVersion version, int position, Params params) {
        jdbc.sql(sql)
                .paramSource(params.put("code", version.code())
                        .put("version", version.version())
                        .put("position", position))
                .update();
    }

    private <T> Map<Key, List<T>> parts(String table, RowMapper<T> part) {
        var all = new LinkedHashMap<Key, List<T>>();
        jdbc.sql("select * from " + table + " order by code, version, position").query((ResultSet row) -> {
            all.computeIfAbsent(Key.of(row), key -> new ArrayList<>())
                    .add(java.util.Objects.requireNonNull(part.mapRow(row, 0)));
        });
        return all;
    }

    private static Channel channel(ResultSet row, int n) throws SQLException {
        return new Channel(
                ChannelKind.valueOf(row.getString("kind")),
                new Term(row.getInt("term_amount"), TermUnit.valueOf(row.getString("term_unit"))),
                new Fee(row.getLong("fee"), FeeKind.valueOf(row.getString("fee_kind"))),
                maybe(row, "note", "english_note"));
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

    private static Bilingual text(ResultSet row, String vi, String en) throws SQLException {
        return new Bilingual(row.getString(vi), row.getString(en));
    }

    private static @Nullable Bilingual maybe(ResultSet row, String vi, String en) throws SQLException {
        return row.getString(vi) == null ? null : text(row, vi, en);
    }

    private static @Nullable String vi(@Nullable Bilingual text) {
        return text == null ? null : text.vi();
    }

    private static @Nullable String en(@Nullable Bilingual text) {
        return text == null ? null : text.en();
    }
}
