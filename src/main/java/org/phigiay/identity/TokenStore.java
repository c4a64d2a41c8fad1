package org.phigiay.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of tokens.
@Repository
class TokenStore {
    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Bearer(PersonId person, String name, List<PostCode> posts, boolean steppedUp) {}

    Optional<Bearer> find(byte[] tokenHash) {
        return jdbc.sql("select t.person, p.name, " + PersonStore.POSTS_HELD + " as posts, t.stepped_up " + """
                          from identity.token t join identity.person p on p.id = t.person
                         where t.token_hash = :hash and t.revoked_at is null and t.expires_at > transaction_timestamp()
                        """)
                .param("hash", tokenHash)
                .query((row, i) -> new Bearer(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        PersonStore.posts(row, 3),
                        row.getBoolean(4)))
                .optional();
    }

    void insert(byte[] tokenHash, PersonId person, String name, boolean steppedUp, long seconds) {
        jdbc.sql("""
                        insert into identity.token (token_hash, person, name, stepped_up, expires_at)
                        values (:hash, :person, :name, :steppedUp, transaction_timestamp() + make_interval(secs => :seconds))
                        """)
                .param("hash", tokenHash)
                .param("person", person.value())
                .param("name", name)
                .param("steppedUp", steppedUp)
                .param("seconds", seconds)
                .update();
    }

    int revoke(byte[] tokenHash) {
        return jdbc.sql("""
                        update identity.token set revoked_at = transaction_timestamp()
                         where token_hash = :hash and revoked_at is null
                        """).param("hash", tokenHash).update();
    }
}
