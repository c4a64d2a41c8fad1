package org.phigiay.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on entries, positions and cursors.
@Component
class JournalStore {
    static final String APPEND = """
            journal.append(:entry_type, :entry_version, :entry_subject, :entry_agency, :entry_actor, :entry_post,
                           :entry_from, :entry_to, :entry_purpose, :entry_reason, :entry_legal_basis,
                           :entry_payload_hash, cast(:entry_data as jsonb))
            """;

    private static final String COLUMNS = """
            e.id, e.at, e.type, e.version, e.subject, e.agency, e.actor, e.post, e.from_state, e.to_state,
            e.purpose, e.reason, e.legal_basis, e.data
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static Map<String, Object> params(Draft draft, String data) {
        Map<String, Object> params = new HashMap<>();
        params.put("entry_type", draft.type());
        params.put("entry_version", (short) draft.version());
        params.put("entry_subject", draft.subject());
        put(params, "entry_agency", Params.plain(draft.agency()));
        params.put("entry_actor", draft.actor().value());
        put(params, "entry_post", Params.plain(draft.post()));
        put(params, "entry_from", small(draft.fromState()));
        put(params, "entry_to", small(draft.toState()));
        put(params, "entry_purpose", draft.purpose());
        put(params, "entry_reason", draft.reason());
        put(params, "entry_legal_basis", draft.legalBasis());
        put(params, "entry_payload_hash", draft.payloadHash());
        params.put("entry_data", data);
        return params;
    }

    private static @Nullable Short small(@Nullable Integer state) {
        return state == null ? null : state.shortValue();
    }

    @SuppressWarnings("NullAway") // the map carries SQL nulls
    private static void put(Map<String, Object> params, String name, @Nullable Object value) {
        params.put(name, value);
    }

    UUID append(Map<String, Object> params) {
        return jdbc.sql("select " + APPEND).params(params).query(UUID.class).single();
    }

    List<Entry> of(UUID subject) {
        return jdbc.sql("select " + COLUMNS + " from journal.entry e where e.subject = :subject order by e.at, e.id")
                .param("subject", subject)
                .query(this::entry)
                .list();
    }

    boolean happenedSince(String type, UUID subject, PersonId actor, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from journal.entry
                                        where subject = :subject and type = :type and actor = :actor and at >= :since)
                        """)
                .param("subject", subject)
                .param("type", type)
                .param("actor", actor.value())
                .param("since", Params.plain(since))
                .query(Boolean.class)
                .single();
    }

    long position() {
        return jdbc.sql("select numbered from journal.numbering")
                .query(Long.class)
                .single();
    }

    /// Numbers what no older transaction can still precede, at most `limit` entries; 0 when another node is at it.
    int number(int limit) {
        return jdbc.sql("select journal.number_entries(:limit)")
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /// Seconds for which the oldest entry without a number has waited; 0 when all are numbered.
    double lag() {
        return jdbc.sql("""
                        select coalesce(extract(epoch from clock_timestamp() - min(e.at)), 0)
                          from journal.entry e, journal.numbering n
                         where e.xid >= n.next_xid
                        """).query(Double.class).single();
    }

    /// Takes the follower's cursor for this transaction; empty when another node holds it.
    List<Long> takeCursor(String follower) {
        return jdbc.sql("select position from journal.cursor where follower = :follower for update skip locked")
                .param("follower", follower)
                .query(Long.class)
                .list();
    }

    void createCursor(String follower) {
        jdbc.sql("insert into journal.cursor (follower) values (:follower) on conflict do nothing")
                .param("follower", follower)
                .update();
    }

    void moveCursor(String follower, long position) {
        jdbc.sql(
                        "update journal.cursor set position = :position, moved_at = clock_timestamp() where follower = :follower")
                .param("position", position)
                .param("follower", follower)
                .update();
    }

    long cursor(String follower) {
        return jdbc.sql("select position from journal.cursor where follower = :follower")
                .param("follower", follower)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Numbered> after(long position, int limit) {
        return jdbc.sql("select s.position, " + COLUMNS + """
                          from journal.sequence s join journal.entry e on e.id = s.entry
                         where s.position > :position
                         order by s.position
                         limit :limit
                        """)
                .param("position", position)
                .param("limit", limit)
                .query((row, i) -> new Numbered(row.getLong("position"), entry(row, i)))
                .list();
    }

    List<UUID> parkedSubjects(String follower) {
        return jdbc.sql("select distinct subject from journal.parked where follower = :follower")
                .param("follower", follower)
                .query(UUID.class)
                .list();
    }

    void park(String follower, Numbered numbered, String error) {
        jdbc.sql("""
                        insert into journal.parked (follower, position, entry, subject, error)
                        values (:follower, :position, :entry, :subject, :error)
                        on conflict do nothing
                        """)
                .param("follower", follower)
                .param("position", numbered.position())
                .param("entry", numbered.entry().id())
                .param("subject", numbered.entry().subject())
                .param("error", error)
                .update();
    }

    List<Long> parkedPositions(String follower) {
        return jdbc.sql("select position from journal.parked where follower = :follower order by position")
                .param("follower", follower)
                .query(Long.class)
                .list();
    }

    void unpark(String follower) {
        jdbc.sql("delete from journal.parked where follower = :follower")
                .param("follower", follower)
                .update();
    }

    long parked() {
        return jdbc.sql("select count(*) from journal.parked").query(Long.class).single();
    }

    private Entry entry(ResultSet row, int i) throws SQLException {
        String agency = row.getString("agency");
        String post = row.getString("post");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("type"),
                row.getInt("version"),
                row.getObject("subject", UUID.class),
                agency == null ? null : new AgencyCode(agency),
                new PersonId(row.getObject("actor", UUID.class)),
                post == null ? null : new PostCode(post),
                row.getObject("from_state", Integer.class),
                row.getObject("to_state", Integer.class),
                row.getString("purpose"),
                row.getString("reason"),
                row.getString("legal_basis"),
                json.readTree(row.getString("data")));
    }
}
