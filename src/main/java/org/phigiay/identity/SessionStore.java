package org.phigiay.identity;

import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of sessions. Times are the database's, so that all copies of the program agree on them.
@Repository
class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Session> find(byte[] tokenHash) {
        return jdbc.sql("select s.person, p.name, " + PersonStore.POSTS_HELD + " as posts, s.stepped_up_at, " + """
                               s.last_seen_at > transaction_timestamp() - interval '1 minute' as seen_lately,
                               s.last_seen_at + make_interval(secs => s.idle_seconds) > transaction_timestamp()
                                 and s.ends_at > transaction_timestamp() as alive
                          from identity.session s join identity.person p on p.id = s.person
                         where s.token_hash = :hash
                        """)
                .param("hash", tokenHash)
                .query((row, i) -> new Session(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        PersonStore.posts(row, 3),
                        PersonStore.instant(row, 4),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .optional();
    }

    void insert(byte[] tokenHash, PersonId person, long idleSeconds, long absoluteSeconds, boolean steppedUp) {
        jdbc.sql("""
                        insert into identity.session (token_hash, person, idle_seconds, ends_at, stepped_up_at)
                        values (:hash, :person, :idle, transaction_timestamp() + make_interval(secs => :absolute),
                                case when :steppedUp then transaction_timestamp() end)
                        """)
                .param("hash", tokenHash)
                .param("person", person.value())
                .param("idle", idleSeconds)
                .param("absolute", absoluteSeconds)
                .param("steppedUp", steppedUp)
                .update();
    }

    void seen(byte[] tokenHash) {
        jdbc.sql("update identity.session set last_seen_at = transaction_timestamp() where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    boolean delete(byte[] tokenHash) {
        return jdbc.sql("delete from identity.session where token_hash = :hash")
                        .param("hash", tokenHash)
                        .update()
                > 0;
    }

    /// Forgets what ended long ago: a day is what gives a parked form back to its person.
    void sweep() {
        jdbc.sql("""
                        delete from identity.session
                         where ends_at < transaction_timestamp() - interval '1 day'
                            or last_seen_at + make_interval(secs => idle_seconds) < transaction_timestamp() - interval '1 day'
                        """).update();
    }
}
