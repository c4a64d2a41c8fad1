package org.phigiay.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All SQL of drafts and parked posts.
@Repository
class DraftStore {

    private static final String DRAFT = """
            select d.*, (select coalesce(jsonb_agg(jsonb_build_object('component', f.component, 'name', f.name,
                                                                      'file', jsonb_build_object('value', f.file))
                                                   order by f.added_at, f.file), '[]')
                           from forms.draft_file f where f.owner = d.owner and f.draft = d.id) as files
              from forms.draft d
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(DraftId id, PersonId owner, ProcedureCode procedure, FormRef form, @Nullable AgencyCode agency) {
        jdbc.sql("""
                        insert into forms.draft (owner, id, procedure, form_id, form_version, agency)
                        values (:owner, :id, :procedure, :form, :version, :agency)
                        """)
                .paramSource(Params.pairs("owner", owner)
                        .put("id", id)
                        .put("procedure", procedure)
                        .put("form", form.id())
                        .put("version", form.version())
                        .put("agency", agency))
                .update();
    }

    Optional<Draft> find(PersonId owner, DraftId id) {
        return one("where d.owner = :owner and d.id = :id", Params.pairs("owner", owner, "id", id));
    }

    /// Locks the row, so that two windows save one after the other.
    Optional<Draft> lock(PersonId owner, DraftId id) {
        return one(
                "where d.owner = :owner and d.id = :id and d.filed_at is null for no key update of d",
                Params.pairs("owner", owner, "id", id));
    }

    List<Draft> open(PersonId owner, @Nullable ProcedureCode procedure, int most) {
        return jdbc.sql(DRAFT + """
                        where d.owner = :owner and d.filed_at is null
                          and (:procedure::text is null or d.procedure = :procedure)
                        order by d.updated_at desc, d.id desc limit :most
                        """)
                .paramSource(Params.pairs("owner", owner, "procedure", procedure, "most", most))
                .query((row, n) -> draft(row))
                .list();
    }

    /// In which version each answer last changed.
    Map<String, Long> changedIn(PersonId owner, DraftId id) {
        return jdbc
                .sql("""
                        select c.key, c.value::bigint as version from forms.draft d, jsonb_each_text(d.changed_in) c
                         where d.owner = :owner and d.id = :id
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id))
                .query((row, n) -> Map.entry(row.getString("key"), row.getLong("version")))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// When each answer last changed.
    Map<String, Instant> changedAt(PersonId owner, DraftId id) {
        return jdbc
                .sql("""
                        select c.key, c.value::timestamptz as at from forms.draft d, jsonb_each_text(d.changed_at) c
                         where d.owner = :owner and d.id = :id
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id))
                .query((row, n) -> Map.entry(
                        row.getString("key"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void save(Draft draft, @Nullable String page, ObjectNode answers, List<String> changed) {
        jdbc.sql("""
                        update forms.draft
                           set answers = :answers::jsonb, page = :page, version = version + 1,
                               changed_in = changed_in || coalesce(
                                   (select jsonb_object_agg(field, version + 1) from unnest(:changed::text[]) field), '{}'),
                               changed_at = changed_at || coalesce(
                                   (select jsonb_object_agg(field, transaction_timestamp())
                                      from unnest(:changed::text[]) field), '{}'),
                               updated_at = transaction_timestamp()
                         where owner = :owner and id = :id
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id())
                        .put("answers", json.writeValueAsString(answers))
                        .put("page", page)
                        .put("changed", changed.toArray(String[]::new)))
                .update();
    }

    /// Gives the draft another version of its form; no choice between two devices waits any more.
    void move(Draft draft, FormRef to, ObjectNode answers) {
        jdbc.sql("""
                        update forms.draft_earlier set waiting = false where owner = :owner and draft = :id and waiting
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id()))
                .update();
        jdbc.sql("""
                        update forms.draft
                           set form_id = :form, form_version = :version, answers = :answers::jsonb,
                               version = version + 1, updated_at = transaction_timestamp()
                         where owner = :owner and id = :id
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id())
                        .put("form", to.id())
                        .put("version", to.version())
                        .put("answers", json.writeValueAsString(answers)))
                .update();
    }

    /// An answer that does not stand in the draft.
    record Aside(String field, JsonNode answer, Instant at) {}

    /// Keeps an answer that does not stand in the draft.
    ///
    /// @param answer JSON null when it was left empty
    /// @param waiting whether the person has still to choose between it and the one that stands
    void putAside(Draft draft, @Nullable String page, String field, JsonNode answer, boolean waiting) {
        jdbc.sql("""
                        insert into forms.draft_earlier (owner, draft, page, field, answer, waiting)
                        values (:owner, :id, :page, :field, :answer::jsonb, :waiting)
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id())
                        .put("page", page)
                        .put("field", field)
                        .put("answer", json.writeValueAsString(answer))
                        .put("waiting", waiting))
                .update();
    }

    /// The answers sent with a page that wait for a choice.
    List<Aside> waiting(PersonId owner, DraftId id, String page) {
        return jdbc.sql("""
                        select field, answer::text as answer, replaced_at from forms.draft_earlier
                         where owner = :owner and draft = :id and page = :page and waiting order by id
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id, "page", page))
                .query((row, n) -> new Aside(
                        row.getString("field"),
                        json.readTree(row.getString("answer")),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// What still waited from an earlier sending of the page is only an earlier answer now.
    void settledPage(Draft draft, String page) {
        jdbc.sql("""
                        update forms.draft_earlier set waiting = false
                         where owner = :owner and draft = :id and page = :page and waiting
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id(), "page", page))
                .update();
    }

    void settled(Draft draft, String field) {
        jdbc.sql("""
                        update forms.draft_earlier set waiting = false
                         where owner = :owner and draft = :id and field = :field and waiting
                        """)
                .paramSource(Params.pairs("owner", draft.owner(), "id", draft.id(), "field", field))
                .update();
    }

    int setAgency(PersonId owner, DraftId id, AgencyCode agency) {
        return jdbc.sql("""
                        update forms.draft set agency = :agency, updated_at = transaction_timestamp()
                         where owner = :owner and id = :id and filed_at is null
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id, "agency", agency))
                .update();
    }

    int setRepresentation(PersonId owner, DraftId id, ObjectNode representation) {
        return jdbc.sql("""
                        update forms.draft set representation = :representation::jsonb, updated_at = transaction_timestamp()
                         where owner = :owner and id = :id and filed_at is null
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id)
                        .put("representation", json.writeValueAsString(representation)))
                .update();
    }

    int addOrigins(PersonId owner, DraftId id, ObjectNode origins) {
        return jdbc.sql("""
                        update forms.draft set origins = jsonb_strip_nulls(origins || :origins::jsonb)
                         where owner = :owner and id = :id and filed_at is null
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id).put("origins", json.writeValueAsString(origins)))
                .update();
    }

    void attach(PersonId owner, DraftId id, Attached file) {
        jdbc.sql("""
                        insert into forms.draft_file (owner, draft, component, file, name)
                        values (:owner, :id, :component, :file, :name)
                        on conflict (owner, draft, file) do update set component = excluded.component
                        """).paramSource(Params.of(file, "owner", owner, "id", id)).update();
    }

    void detach(PersonId owner, DraftId id, FileId file) {
        jdbc.sql("delete from forms.draft_file where owner = :owner and draft = :id and file = :file")
                .paramSource(Params.pairs("owner", owner, "id", id, "file", file))
                .update();
    }

    int discard(PersonId owner, DraftId id) {
        return jdbc.sql("delete from forms.draft where owner = :owner and id = :id and filed_at is null")
                .paramSource(Params.pairs("owner", owner, "id", id))
                .update();
    }

    int filed(PersonId owner, DraftId id, UUID dossier) {
        return jdbc.sql("""
                        update forms.draft set filed_at = transaction_timestamp(), dossier = :dossier
                         where owner = :owner and id = :id and filed_at is null
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id, "dossier", dossier))
                .update();
    }

    /// Makes a guest's drafts, with their files and earlier answers, the person's own.
    void become(PersonId person, PersonId guest) {
        jdbc.sql("select set_config('phigiay.guest', :guest, true)")
                .param("guest", guest.toString())
                .query(String.class)
                .single();
        jdbc.sql("update forms.draft set owner = :person where owner = :guest")
                .paramSource(Params.pairs("person", person, "guest", guest))
                .update();
    }

    void deleteAll(PersonId owner) {
        jdbc.sql("delete from forms.draft where owner = :owner")
                .paramSource(Params.pairs("owner", owner))
                .update();
    }

    /// Deletes drafts that nobody touched for [ForgetOldDrafts#KEPT_MONTHS] months, whoever owns them.
    long forgetOld(int most) {
        return jdbc.sql("select forms.forget_drafts(:most)")
                .param("most", most)
                .query(Long.class)
                .single();
    }

    int forgetParked() {
        return jdbc.sql("delete from forms.parked where parked_at < transaction_timestamp() - interval '2 hours'")
                .update();
    }

    void park(byte[] tokenHash, Parked parked, int mostRows) {
        // Anybody can make a row here; a flood must not fill the disk, so the oldest make room.
        jdbc.sql("""
                        delete from forms.parked where token_hash in
                            (select token_hash from forms.parked order by parked_at desc offset :most)
                        """).param("most", mostRows).update();
        jdbc.sql("insert into forms.parked (token_hash, path, fields) values (:hash, :path, :fields::jsonb)")
                .param("hash", tokenHash)
                .param("path", parked.path())
                .param("fields", json.writeValueAsString(parked.fields()))
                .update();
    }

    Optional<Parked> takeParked(byte[] tokenHash) {
        return jdbc.sql("""
                        delete from forms.parked
                         where token_hash = :hash and parked_at >= transaction_timestamp() - interval '2 hours'
                        returning path, fields::text as fields
                        """)
                .param("hash", tokenHash)
                .query((row, n) -> new Parked(row.getString("path"), fields(row.getString("fields"))))
                .optional();
    }

    private Map<String, List<String>> fields(String text) {
        return json.readValue(text, new tools.jackson.core.type.TypeReference<Map<String, List<String>>>() {});
    }

    private Optional<Draft> one(String where, Params params) {
        return jdbc.sql(DRAFT + where)
                .paramSource(params)
                .query((row, n) -> draft(row))
                .optional();
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("owner", UUID.class)),
                new ProcedureCode(row.getString("procedure")),
                new FormRef(row.getString("form_id"), row.getInt("form_version")),
                Optional.ofNullable(row.getString("agency"))
                        .map(AgencyCode::new)
                        .orElse(null),
                object(row.getString("answers")),
                Optional.ofNullable(row.getString("representation"))
                        .map(this::object)
                        .orElse(null),
                object(row.getString("origins")),
                row.getString("page"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("filed_at", OffsetDateTime.class)),
                row.getObject("dossier", UUID.class),
                List.of(json.readValue(row.getString("files"), Attached[].class)));
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
