package org.phigiay.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.Params;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is written to the schema `catalogue`. Rows go in by whole sets, so that a national catalogue is one statement
/// for each table and not fifty thousand.
@Repository
class CatalogueWriteStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CatalogueWriteStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void raiseRevision() {
        jdbc.sql("update catalogue.revision set revision = revision + 1").update();
    }

    /// Versions that are there already stay as they are.
    ///
    /// @return the rows' ids of those that were new
    Map<ProcedureCode, UUID> insert(List<ProcedureVersion> versions) {
        var added = new LinkedHashMap<ProcedureCode, UUID>();
        jdbc.sql("""
                        insert into catalogue.procedure_version (code, version, valid_from, announcement, announced_by, title,
                            english_title, field, english_field, audience, english_audience, levels, steps, requirements,
                            competent, receiving, delegated, coordinating, performing, related, keywords, source)
                        select code, version, valid_from, announcement, announced_by, title, english_title, field,
                               english_field, audience, english_audience, levels, steps, requirements, competent, receiving,
                               delegated, coordinating, performing, related, keywords, source
                          from jsonb_to_recordset(:rows::jsonb) as r(code text, version int, valid_from date,
                               announcement text, announced_by text, title text, english_title text, field text,
                               english_field text, audience text, english_audience text, levels text[], steps text,
                               requirements text, competent text, receiving text, delegated text, coordinating text,
                               performing text, related text, keywords text, source text)
                        on conflict (code, version) do nothing returning id, code
                        """)
                .param("rows", rows(versions, CatalogueWriteStore::row))
                .query((row, n) -> {
                    added.put(new ProcedureCode(row.getString("code")), row.getObject("id", UUID.class));
                    return n;
                })
                .list();
        List<ProcedureVersion> fresh = versions.stream()
                .filter(version -> added.containsKey(version.code()))
                .toList();
        insertParts(fresh);
        return added;
    }

    /// Ends the version in force before each of these on the day it begins, and these where later ones begin.
    void fitDates(List<ProcedureCode> codes) {
        jdbc.sql("""
                        update catalogue.procedure_version v
                           set valid_to = next.begins
                          from (select code, version, (select min(later.valid_from) from catalogue.procedure_version later
                                                        where later.code = one.code and later.valid_from > one.valid_from)
                                  from catalogue.procedure_version one where one.code = any(:codes)) next (code, version, begins)
                         where v.code = next.code and v.version = next.version and v.valid_to is distinct from next.begins
                        """).param("codes", names(codes)).update();
    }

    /// For each procedure, joins its newest national texts (in force or to come) and its newest guidance into editions.
    void insertEditions(List<ProcedureCode> codes, LocalDate today) {
        jdbc.sql("""
                        with pair as (
                            select distinct on (v.code, v.valid_from) v.code, v.version as national, g.version as guidance,
                                   greatest(v.valid_from, case when exists (select from catalogue.edition e where e.code = v.code)
                                                               then :today::date end) as valid_from
                              from catalogue.procedure_version v
                              left join lateral (select max(version) as version from catalogue.guidance
                                                  where guidance.code = v.code) g on true
                             where v.code = any(:codes) and (v.valid_to is null or v.valid_to > :today)
                             order by v.code, v.valid_from, v.version desc)
                        insert into catalogue.edition (code, edition, national, guidance, valid_from)
                        select code,
                               (select coalesce(max(edition), 0) from catalogue.edition e where e.code = pair.code)
                                   + row_number() over (partition by code order by national),
                               national, guidance, valid_from
                          from pair
                         where not exists (select from catalogue.edition e where e.code = pair.code
                                              and e.national = pair.national and e.guidance is not distinct from pair.guidance)
                        """).param("codes", names(codes)).param("today", today).update();
    }

    /// @param reason why it is published below the limits of plain language, null when it is not
    /// @return the row's id; empty when this version is there already, and then nothing has changed
    Optional<UUID> insert(Guidance guidance, @Nullable String reason) {
        Optional<UUID> id = jdbc.sql("""
                        insert into catalogue.guidance (code, version, plain_title, english_plain_title, form_id, form_version,
                            guide, reason)
                        values (:code, :version, :title, :englishTitle, :form, :formVersion, :guide::jsonb, :reason)
                        on conflict (code, version) do nothing returning id
                        """)
                .paramSource(Params.pairs("code", guidance.code(), "version", guidance.version())
                        .put("title", guidance.plainTitle().vi())
                        .put("englishTitle", guidance.plainTitle().en())
                        .put(
                                "form",
                                guidance.form() == null ? null : guidance.form().id())
                        .put(
                                "formVersion",
                                guidance.form() == null ? null : guidance.form().version())
                        .put("guide", json.writeValueAsString(guidance.guide()))
                        .put("reason", reason))
                .query(UUID.class)
                .optional();
        if (id.isPresent()) {
            insertChannels("catalogue.guidance_channel", List.of(guidance), Guidance::channels);
            insertComponents(guidance);
        }
        return id;
    }

    /// @return the row's id; empty when it is there already
    Optional<UUID> insert(AgencySetting setting) {
        return jdbc.sql("""
                        insert into catalogue.agency_setting (procedure, agency, unit, valid_from, valid_to)
                        values (:procedure, :agency, :unit, :from, :to) on conflict do nothing returning id
                        """).paramSource(Params.of(setting)).query(UUID.class).optional();
    }

    private void insertParts(List<ProcedureVersion> versions) {
        insertChannels("catalogue.channel", versions, ProcedureVersion::channels);
        write(
                "catalogue.paper",
                "case_title text, name text, form_file text, originals int, certified int, copies int",
                parts(
                        versions,
                        version -> version.cases().stream()
                                .flatMap(each -> each.papers().stream()
                                        .map(paper -> values(
                                                "case_title", each.title(),
                                                "name", paper.name(),
                                                "form_file", paper.formFile(),
                                                "originals", paper.originals(),
                                                "certified", paper.certified(),
                                                "copies", paper.copies())))
                                .toList()));
        write(
                "catalogue.result",
                "result text, title text, english_title text",
                parts(
                        versions,
                        version -> version.results().stream()
                                .map(result -> values(
                                        "result", result.code(),
                                        "title", result.name().vi(),
                                        "english_title", result.name().en()))
                                .toList()));
        write(
                "catalogue.legal_basis",
                "number text, title text",
                parts(
                        versions,
                        version -> version.legalBasis().stream()
                                .map(law -> values("number", law.number(), "title", law.title()))
                                .toList()));
    }

    private <T> void insertChannels(String table, List<T> owners, Function<T, List<Channel>> channels) {
        write(
                table,
                "kind text, term_amount int, term_unit text, fee numeric, fee_kind text, note text, english_note text",
                parts(
                        owners,
                        owner -> channels.apply(owner).stream()
                                .map(channel -> values(
                                        "kind", channel.kind().name(),
                                        "term_amount",
                                                channel.term() == null
                                                        ? null
                                                        : channel.term().amount(),
                                        "term_unit",
                                                channel.term() == null
                                                        ? null
                                                        : channel.term().unit().name(),
                                        "fee",
                                                channel.fee() == null
                                                        ? null
                                                        : channel.fee().amount(),
                                        "fee_kind",
                                                channel.fee() == null
                                                        ? null
                                                        : channel.fee().kind().name(),
                                        "note", vi(channel.note()),
                                        "english_note", en(channel.note())))
                                .toList()));
    }

    private void insertComponents(Guidance guidance) {
        write(
                "catalogue.guidance_component",
                """
                component text, title text, english_title text, required boolean, originals int, certified int, copies int,
                applies text, english_applies text, held_by text, english_held_by text""",
                parts(
                        List.of(guidance),
                        each -> each.components().stream()
                                .map(component -> values(
                                        "component", component.code(),
                                        "title", component.name().vi(),
                                        "english_title", component.name().en(),
                                        "required", component.required(),
                                        "originals", component.originals(),
                                        "certified", component.certified(),
                                        "copies", component.copies(),
                                        "applies", vi(component.applies()),
                                        "english_applies", en(component.applies()),
                                        "held_by", vi(component.heldBy()),
                                        "english_held_by", en(component.heldBy())))
                                .toList()));
    }

    /// Rows of a part, each with the code and version it belongs to and its place, into the table of the same columns.
    private void write(String table, String columns, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String names = Arrays.stream(columns.split(","))
                .map(column -> column.strip().split(" ", 2)[0])
                .collect(Collectors.joining(", "));
        jdbc.sql("""
                        insert into %1$s (code, version, position, %2$s)
                        select code, version, position, %2$s
                          from jsonb_to_recordset(:rows::jsonb) as r(code text, version int, position int, %3$s)
                        """.formatted(table, names, columns))
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static <T> List<Map<String, @Nullable Object>> parts(
            List<T> owners, Function<T, List<Map<String, @Nullable Object>>> of) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (T owner : owners) {
            int position = 0;
            for (Map<String, @Nullable Object> part : of.apply(owner)) {
                part.put("position", position++);
                switch (owner) {
                    case ProcedureVersion version -> {
                        part.put("code", version.code().value());
                        part.put("version", version.version());
                    }
                    case Guidance guidance -> {
                        part.put("code", guidance.code().value());
                        part.put("version", guidance.version());
                    }
                    default -> throw new IllegalArgumentException("Owns no parts: " + owner);
                }
                all.add(part);
            }
        }
        return all;
    }

    private <T> String rows(List<T> all, Function<T, Map<String, @Nullable Object>> row) {
        return json.writeValueAsString(all.stream().map(row).toList());
    }

    private static Map<String, @Nullable Object> row(ProcedureVersion version) {
        Authorities who = version.authorities();
        return values(
                "code", version.code().value(),
                "version", version.version(),
                "valid_from", version.from().toString(),
                "announcement", version.announcement().number(),
                "announced_by", version.announcement().issuer(),
                "title", version.title().vi(),
                "english_title", version.title().en(),
                "field", version.field().vi(),
                "english_field", version.field().en(),
                "audience", version.audience().vi(),
                "english_audience", version.audience().en(),
                "levels", version.levels().stream().map(Level::name).toList(),
                "steps", version.steps(),
                "requirements", version.requirements(),
                "competent", who.competent(),
                "receiving", who.receiving(),
                "delegated", who.delegated(),
                "coordinating", who.coordinating(),
                "performing", who.performing(),
                "related", who.related(),
                "keywords", version.keywords(),
                "source", version.source());
    }

    private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return values;
    }

    private static String[] names(List<ProcedureCode> codes) {
        return codes.stream().map(ProcedureCode::value).toArray(String[]::new);
    }

    private static @Nullable String vi(@Nullable Bilingual text) {
        return text == null ? null : text.vi();
    }

    private static @Nullable String en(@Nullable Bilingual text) {
        return text == null ? null : text.en();
    }
}
