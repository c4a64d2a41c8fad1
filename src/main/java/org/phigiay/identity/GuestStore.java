package org.phigiay.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of guests. Times are the database's, so that all copies of the program agree on them.
@Repository
class GuestStore {
    private final JdbcClient jdbc;

    GuestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PersonId guest, long seconds) {
        jdbc.sql("""
                        insert into identity.guest (id, ends_at)
                        values (:id, transaction_timestamp() + make_interval(secs => :seconds))
                        """).param("id", guest.value()).param("seconds", seconds).update();
    }

    void insertBrowser(byte[] tokenHash, PersonId guest) {
        jdbc.sql("insert into identity.guest_browser (token_hash, guest) values (:hash, :guest)")
                .param("hash", tokenHash)
                .param("guest", guest.value())
                .update();
    }

    Optional<PersonId> find(byte[] tokenHash) {
        return jdbc.sql("""
                        select g.id from identity.guest_browser b join identity.guest g on g.id = b.guest
                         where b.token_hash = :hash and g.ends_at > transaction_timestamp()
                        """)
                .param("hash", tokenHash)
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    Optional<Instant> endsAt(PersonId guest) {
        return jdbc.sql("select ends_at from identity.guest where id = :guest")
                .param("guest", guest.value())
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    boolean hasCode(PersonId guest) {
        return jdbc.sql("select count(*) from identity.guest_code where guest = :guest")
                        .param("guest", guest.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// The new code takes the place of the one before, and the guest's time begins anew.
    void giveCode(PersonId guest, String codeHash, long seconds) {
        jdbc.sql("""
                        insert into identity.guest_code (guest, code_hash) values (:guest, :hash)
                        on conflict (guest) do update set code_hash = excluded.code_hash, made_at = excluded.made_at
                        """).param("guest", guest.value()).param("hash", codeHash).update();
        jdbc.sql("""
                        update identity.guest set ends_at = transaction_timestamp() + make_interval(secs => :seconds)
                         where id = :guest
                        """).param("guest", guest.value()).param("seconds", seconds).update();
    }

    Optional<PersonId> withCode(String codeHash) {
        return jdbc.sql("""
                        select g.id from identity.guest_code c join identity.guest g on g.id = c.guest
                         where c.code_hash = :hash and g.ends_at > transaction_timestamp()
                        """)
                .param("hash", codeHash)
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// Counts one more try, unless there were too many within the hour: those beyond do not count, so that nobody can
    /// keep a number shut for ever. Tries of the same are taken one after the other, on all copies of the program.
    boolean mayTry(String who, int most) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:who, 7))")
                .param("who", who)
                .query((row, i) -> "")
                .single();
        return count(who, most);
    }

    /// Counts one more as [#mayTry], but lets many of the same in side by side: when hundreds come at once, a few more
    /// than the most may slip through, and nobody waits in line with a connection in hand.
    boolean count(String who, int most) {
        return jdbc.sql("""
                        insert into identity.guest_try (who)
                        select :who where (select count(*) from identity.guest_try
                                            where who = :who and at > transaction_timestamp() - interval '1 hour') < :most
                        """).param("who", who).param("most", most).update() > 0;
    }

    /// The last try was right: it does not count.
    void untry(String who) {
        jdbc.sql("""
                        delete from identity.guest_try
                         where id = (select id from identity.guest_try where who = :who order by at desc, id desc limit 1)
                        """).param("who", who).update();
    }

    boolean delete(PersonId guest) {
        return jdbc.sql("delete from identity.guest where id = :guest")
                        .param("guest", guest.value())
                        .update()
                > 0;
    }

    void deleteBrowser(byte[] tokenHash) {
        jdbc.sql("delete from identity.guest_browser where token_hash = :hash")
                .param("hash", tokenHash)
                .update();
    }

    List<PersonId> ended(int most) {
        return jdbc.sql("select id from identity.guest where ends_at <= transaction_timestamp() limit :most")
                .param("most", most)
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    void forgetTries() {
        jdbc.sql("delete from identity.guest_try where at < transaction_timestamp() - interval '1 day'")
                .update();
    }
}
