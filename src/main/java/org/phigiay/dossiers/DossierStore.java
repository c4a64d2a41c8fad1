package org.phigiay.dossiers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Pause;
import org.phigiay.calendar.TermUnit;
import org.phigiay.files.FileId;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Journal;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Page;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on dossiers. A move and its journal entry are one statement: neither can be written without the other.
@Component
public class DossierStore {
    private static final String COLUMNS = """
            d.id, d.agency, d.procedure, d.procedure_version, d.form_id, d.form_version, d.request_code, d.code,
            d.state, d.filer, d.applicant, d.applicant_name, d.channel, d.representation, d.filed_at,
            d.reception_due_at, d.received_at, d.due_at, d.first_due_at, d.paused_at, d.finished_at, d.returned_at,
            d.supplements, d.term_amount, d.term_unit, d.rating
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DossierStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    UUID insert(
            Dossier dossier,
            Party party,
            JsonNode answers,
            JsonNode origins,
            List<Paper> papers,
            Map<String, Object> entry) {
        return jdbc.sql("""
                        with filed as (
                            insert into dossiers.dossier (id, agency, procedure, procedure_version, form_id, form_version,
                                   request_code, state, filer, applicant, applicant_name, channel, representation,
                                   reception_due_at, term_amount, term_unit)
                            values (:id, :agency, :procedure, :procedureVersion, :formId, :formVersion,
                                    :requestCode, :state, :filer, :applicant, :applicantName, :channel, :representation,
                                    :receptionDueAt, :termAmount, :termUnit)),
                        coded as (
                            insert into dossiers.code (code, dossier, agency) values (:requestCode, :id, :agency)),
                        answered as (
                            insert into dossiers.filing (agency, dossier, number, answers, origins, by)
                            values (:agency, :id, 1, cast(:answers as jsonb), cast(:origins as jsonb), :filer)),
                        party as (
                            insert into dossiers.party (agency, dossier, kind, name, personal_number, birth_date, care, tax_code)
                            select :agency, :id, p.kind, p.name, p.personal_number, p.birth_date, p.care, p.tax_code
                              from jsonb_to_recordset(cast(:party as jsonb)) as
                                   p(kind text, name text, personal_number text, birth_date date, care text, tax_code text)),
                        papers as (
                            insert into dossiers.paper (agency, dossier, component, file, sha256, name, media_type, size, filing)
                            select :agency, :id, p.component, p.file, p.sha256, p.name, p.media_type, p.size, 1
                              from jsonb_to_recordset(cast(:papers as jsonb)) as
                                   p(component text, file uuid, sha256 text, name text, media_type text, size bigint))
                        select""" + " " + Journal.APPEND)
                .paramSource(Params.of(dossier, "answers", answers.toString(), "papers", papersJson(papers))
                        .put("origins", origins.toString())
                        .put("party", PartyRows.json(party).toString())
                        .put("state", dossier.state())
                        .addAll(entry))
                .query(UUID.class)
                .single();
    }

    /// Code of the dossier and id of the journal entry.
    record Received(String code, UUID entry) {}

    Optional<Received> receive(
            Dossier dossier, DossierState to, Instant dueAt, String prefix, LocalDate day, Map<String, Object> entry) {
        return jdbc.sql("""
                        with counted as (
                            insert into dossiers.day_counter as c (agency, day, last) values (:agency, :day, 1)
                            on conflict (agency, day) do update set last = c.last + 1
                            returning last),
                        moved as (
                            update dossiers.dossier d
                               set state = :to, received_at = transaction_timestamp(), due_at = :dueAt,
                                   first_due_at = :dueAt, term_amount = :termAmount, term_unit = :termUnit,
                                   code = :prefix || lpad(last::text, greatest(4, length(last::text)), '0')
                              from counted
                             where d.id = :id and d.state = :from
                            returning d.id, d.code),
                        coded as (
                            insert into dossiers.code (code, dossier, agency) select code, id, :agency from moved)
                        select m.code, a.entry
                          from moved m cross join lateral (select""" + " " + Journal.APPEND + " as entry) a")
                .paramSource(
                        Params.pairs("id", dossier.id(), "agency", dossier.agency(), "from", dossier.state(), "to", to)
                                .put("dueAt", dueAt)
                                .put("termAmount", dossier.termAmount())
                                .put("termUnit", dossier.term().unit())
                                .put("prefix", prefix)
                                .put("day", day)
                                .addAll(entry))
                .query(Received.class)
                .optional();
    }

    /// Moves the dossier from one state on; empty when it is no longer in that state.
    Optional<UUID> update(Dossier after, DossierState from, Map<String, Object> entry) {
        return jdbc.sql("""
                        with moved as (
                            update dossiers.dossier
                               set state = :state, due_at = :dueAt, reception_due_at = :receptionDueAt,
                                   escalated_at = case when reception_due_at = :receptionDueAt then escalated_at end,
                                   paused_at = :pausedAt, finished_at = :finishedAt, returned_at = :returnedAt,
                                   supplements = :supplements
                             where id = :id and state = :from
                            returning id)
                        select a.entry from moved m cross join lateral (select""" + " " + Journal.APPEND + " as entry) a")
                .paramSource(Params.of(after, "from", from).addAll(entry))
                .query(UUID.class)
                .optional();
    }

    /// Moves a dossier that was not read before; empty when it is not in that state.
    Optional<UUID> moveBlindly(
            DossierId id, DossierState from, DossierState to, boolean finishes, Map<String, Object> entry) {
        return jdbc.sql("""
                        with moved as (
                            update dossiers.dossier
                               set state = :to,
                                   finished_at = case when :finishes then transaction_timestamp() else finished_at end
                             where id = :id and state = :from
                            returning id)
                        select a.entry from moved m cross join lateral (select""" + " " + Journal.APPEND + " as entry) a")
                .paramSource(Params.pairs("id", id, "from", from, "to", to, "finishes", finishes)
                        .addAll(entry))
                .query(UUID.class)
                .optional();
    }

    Optional<Dossier> find(DossierId id) {
        return jdbc.sql("select " + COLUMNS + " from dossiers.dossier d where d.id = :id")
                .param("id", id.value())
                .query(DossierStore::dossier)
                .optional();
    }

    /// The first statement of a verb: tells PostgreSQL who acts and reads the dossier.
    Transactions.Opened<Optional<Dossier>> opened(String actor, String agency, DossierId id) {
        return jdbc.sql("select t.now, " + COLUMNS + """
                          from (select transaction_timestamp() as now) t
                               left join dossiers.opened(:actor, :agency, :id) d on true
                        """)
                .param("actor", actor)
                .param("agency", agency)
                .param("id", id.value())
                .query((row, i) -> new Transactions.Opened<>(
                        instant(row, "now"),
                        row.getObject("id") == null ? Optional.<Dossier>empty() : Optional.of(dossier(row, i))))
                .single();
    }

    Map<DossierId, Dossier> all(Set<DossierId> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from dossiers.dossier d where d.id = any(:ids)")
                .param("ids", ids.stream().map(DossierId::value).toArray(UUID[]::new))
                .query(DossierStore::dossier)
                .list()
                .stream()
                .collect(Collectors.toMap(Dossier::id, dossier -> dossier));
    }

    Optional<Dossier> byCode(String code) {
        return jdbc.sql("select " + COLUMNS + """
                          from dossiers.code c join dossiers.dossier d on d.id = c.dossier
                         where c.code = :code
                        """)
                .param("code", code)
                .query(DossierStore::dossier)
                .optional();
    }

    Page<Dossier> ofAgency(
            AgencyCode agency, List<DossierState> states, @Nullable String words, @Nullable DossierId before) {
        return page("d.agency = :owner", agency.value(), states, words, before);
    }

    /// @param selves the person and the organisations for which the person may act
    Page<Dossier> ofPerson(
            PersonId person,
            List<PersonId> selves,
            List<DossierState> states,
            @Nullable String words,
            @Nullable DossierId before) {
        String applicants = selves.stream()
                .map(self -> "'" + self.value() + "'")
                .collect(Collectors.joining(",", "d.applicant in (", ")"));
        return page(
                "(" + applicants + " or (d.filer = :owner and d.filer <> d.applicant))",
                person.value(),
                states,
                words,
                before);
    }

    private Page<Dossier> page(
            String whose, Object owner, List<DossierState> states, @Nullable String words, @Nullable DossierId before) {
        String sought = words == null ? "" : words.strip();
        boolean searching = !sought.isEmpty();
        String sql = "select " + COLUMNS + " from dossiers.dossier d where " + whose
                + (states.isEmpty() ? "" : " and d.state in (:states)")
                + (searching
                        ? " and (d.code ilike :words or d.request_code ilike :words or d.applicant_name ilike :words)"
                        : "")
                + (before == null ? "" : " and d.id < :before")
                + " order by d.id desc limit " + (Page.SIZE + 1);
        Params params = Params.pairs("owner", owner);
        if (!states.isEmpty()) {
            params.addValue("states", states.stream().map(Enum::name).toList());
        }
        if (searching) {
            params.put("words", "%" + escaped(sought) + "%");
        }
        if (before != null) {
            params.put("before", before);
        }
        List<Dossier> rows =
                jdbc.sql(sql).paramSource(params).query(DossierStore::dossier).list();
        return Page.of(rows, Page.SIZE, dossier -> dossier.id().toString());
    }

    /// Marks the dossiers that have waited too long for reception and says which they are; each comes once.
    List<Dossier> escalate(int limit) {
        return jdbc.sql("""
                        update dossiers.dossier d set escalated_at = transaction_timestamp()
                         where d.id in (select id from dossiers.dossier
                                         where state = 'SUBMITTED' and escalated_at is null
                                           and reception_due_at < transaction_timestamp()
                                         order by reception_due_at limit :limit for update skip locked)
                        returning""" + " " + COLUMNS)
                .param("limit", limit)
                .query(DossierStore::dossier)
                .list();
    }

    boolean rate(DossierId id, int stars, @Nullable String words) {
        return jdbc.sql("""
                        update dossiers.dossier set rating = :stars, rating_words = :words
                         where id = :id and rating is null
                        """)
                        .paramSource(Params.pairs("id", id, "stars", stars, "words", words))
                        .update()
                == 1;
    }

    int supplementsAsked(DossierId id, boolean beforeReception) {
        return jdbc.sql("""
                        select count(*) from dossiers.decision n join dossiers.dossier d on d.id = n.dossier
                         where n.dossier = :id and n.kind = 'supplement'
                           and (d.received_at is null or n.at < d.received_at) = :before
                        """)
                .param("id", id.value())
                .param("before", beforeReception)
                .query(Integer.class)
                .single();
    }

    void addDecision(
            Dossier dossier,
            String kind,
            Entry entry,
            List<DossierAction.RequestSupplement.Item> items,
            String reason,
            String clause,
            @Nullable LocalDate until,
            @Nullable String wayOn) {
        jdbc.sql("""
                        insert into dossiers.decision (agency, dossier, kind, entry, post, items, reason, clause, until, way_on)
                        values (:agency, :dossier, :kind, :entry, :post, cast(:items as jsonb), :reason, :clause, :until, :wayOn)
                        """)
                .paramSource(Params.pairs("agency", dossier.agency(), "dossier", dossier.id(), "kind", kind)
                        .put("entry", entry.id())
                        .put("post", entry.post() == null ? "" : entry.post())
                        .put("items", json.writeValueAsString(items))
                        .put("reason", reason)
                        .put("clause", clause)
                        .put("until", until)
                        .put("wayOn", wayOn))
                .update();
    }

    List<StatedDecision> decisions(DossierId id) {
        return jdbc.sql("""
                        select kind, entry, post, items, reason, clause, until, way_on, at
                          from dossiers.decision where dossier = :id order by at, entry
                        """)
                .param("id", id.value())
                .query((row, i) -> new StatedDecision(
                        row.getString("kind"),
                        row.getObject("entry", UUID.class),
                        new PostCode(row.getString("post")),
                        List.of(json.readValue(row.getString("items"), DossierAction.RequestSupplement.Item[].class)),
                        row.getString("reason"),
                        row.getString("clause"),
                        row.getObject("until", LocalDate.class),
                        row.getString("way_on"),
                        instant(row, "at")))
                .list();
    }

    void openPause(Dossier dossier) {
        jdbc.sql("insert into dossiers.pause (agency, dossier) values (:agency, :dossier)")
                .paramSource(Params.pairs("agency", dossier.agency(), "dossier", dossier.id()))
                .update();
    }

    void closePause(Dossier dossier) {
        jdbc.sql("update dossiers.pause set until = transaction_timestamp() where dossier = :dossier and until is null")
                .param("dossier", dossier.id().value())
                .update();
    }

    /// The pauses; one still open ends at `now` when given.
    List<Pause> pauses(DossierId id, @Nullable Instant now) {
        return jdbc.sql("select since, until from dossiers.pause where dossier = :id order by since")
                .param("id", id.value())
                .query((row, i) -> {
                    Instant until = optional(row, "until");
                    return new Pause(instant(row, "since"), until == null ? now : until);
                })
                .list();
    }

    void addFiling(Dossier dossier, PersonId by, JsonNode answers, @Nullable String note, List<Paper> papers) {
        jdbc.sql("""
                        with numbered as (
                            insert into dossiers.filing (agency, dossier, number, answers, note, by, origins)
                            select :agency, :dossier, max(number) + 1, cast(:answers as jsonb), :note, :by,
                                   (array_agg(origins order by number desc))[1]
                              from dossiers.filing where dossier = :dossier
                            returning number)
                        insert into dossiers.paper (agency, dossier, component, file, sha256, name, media_type, size, filing)
                        select :agency, :dossier, p.component, p.file, p.sha256, p.name, p.media_type, p.size, n.number
                          from numbered n, jsonb_to_recordset(cast(:papers as jsonb)) as
                               p(component text, file uuid, sha256 text, name text, media_type text, size bigint)
                        """)
                .paramSource(Params.pairs("agency", dossier.agency(), "dossier", dossier.id(), "by", by)
                        .put("answers", answers.toString())
                        .put("note", note)
                        .put("papers", papersJson(papers)))
                .update();
    }

    JsonNode origins(DossierId id) {
        return jdbc.sql("select origins from dossiers.filing where dossier = :id order by number desc limit 1")
                .param("id", id.value())
                .query((row, i) -> json.readTree(row.getString(1)))
                .single();
    }

    Optional<Party> party(DossierId id) {
        return jdbc.sql("""
                        select kind, name, personal_number, birth_date, care, tax_code
                          from dossiers.party where dossier = :id
                        """)
                .param("id", id.value())
                .query((row, i) -> PartyRows.party(row))
                .optional();
    }

    JsonNode answers(DossierId id) {
        return jdbc.sql("select answers from dossiers.filing where dossier = :id order by number desc limit 1")
                .param("id", id.value())
                .query((row, i) -> json.readTree(row.getString(1)))
                .single();
    }

    List<Paper> papers(DossierId id) {
        return jdbc.sql("""
                        select component, file, sha256, name, media_type, size, filing, at
                          from dossiers.paper where dossier = :id order by filing, at, file
                        """)
                .param("id", id.value())
                .query((row, i) -> new Paper(
                        row.getString("component"),
                        new FileId(row.getObject("file", UUID.class)),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getInt("filing"),
                        instant(row, "at")))
                .list();
    }

    Optional<FileId> slip(DossierId id, int form, UUID entry) {
        return jdbc.sql("select file from dossiers.slip where dossier = :id and form = :form and entry = :entry")
                .param("id", id.value())
                .param("form", form)
                .param("entry", entry)
                .query(UUID.class)
                .optional()
                .map(FileId::new);
    }

    /// Keeps the first file made for a slip; false when there is one already.
    boolean addSlip(Dossier dossier, int form, UUID entry, FileId file, String sha256) {
        return jdbc.sql("""
                        insert into dossiers.slip (agency, dossier, form, entry, file, sha256)
                        values (:agency, :dossier, :form, :entry, :file, :sha256) on conflict do nothing
                        """)
                        .paramSource(Params.pairs("agency", dossier.agency(), "dossier", dossier.id(), "form", form)
                                .put("entry", entry)
                                .put("file", file)
                                .put("sha256", sha256))
                        .update()
                == 1;
    }

    private String papersJson(List<Paper> papers) {
        return json.writeValueAsString(papers.stream()
                .map(paper -> Map.of(
                        "component", paper.component(),
                        "file", paper.file().value(),
                        "sha256", paper.sha256(),
                        "name", paper.name(),
                        "media_type", paper.mediaType(),
                        "size", paper.size()))
                .toList());
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static @Nullable TermUnit unit(@Nullable String name) {
        return name == null ? null : TermUnit.valueOf(name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Dossier dossier(ResultSet row, int i) throws SQLException {
        return new Dossier(
                new DossierId(row.getObject("id", UUID.class)),
                new AgencyCode(row.getString("agency")),
                new ProcedureCode(row.getString("procedure")),
                row.getInt("procedure_version"),
                row.getString("form_id"),
                row.getInt("form_version"),
                row.getString("request_code"),
                row.getString("code"),
                DossierState.valueOf(row.getString("state")),
                new PersonId(row.getObject("filer", UUID.class)),
                new PersonId(row.getObject("applicant", UUID.class)),
                row.getString("applicant_name"),
                Channel.valueOf(row.getString("channel")),
                Representation.valueOf(row.getString("representation")),
                instant(row, "filed_at"),
                instant(row, "reception_due_at"),
                optional(row, "received_at"),
                optional(row, "due_at"),
                optional(row, "first_due_at"),
                optional(row, "paused_at"),
                optional(row, "finished_at"),
                optional(row, "returned_at"),
                row.getInt("supplements"),
                row.getInt("term_amount"),
                unit(row.getString("term_unit")),
                row.getObject("rating", Integer.class));
    }
}
