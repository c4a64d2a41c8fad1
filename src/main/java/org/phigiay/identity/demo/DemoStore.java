package org.phigiay.identity.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the demo's provider: codes that are good once, and tries of a PIN.
@Repository
class DemoStore {
    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a code stands for.
    record Granted(
            String person, String redirectUri, @Nullable String nonce, String challenge, Instant authTime) {}

    void insert(byte[] codeHash, Granted granted) {
        jdbc.sql("""
                        with old as (
                            delete from identity.demo_code where made_at < transaction_timestamp() - interval '5 minutes')
                        insert into identity.demo_code (code_hash, person, redirect_uri, nonce, challenge, auth_time)
                        values (:hash, :person, :redirect, cast(:nonce as text), :challenge, :at)
                        """)
                .param("hash", codeHash)
                .param("person", granted.person())
                .param("redirect", granted.redirectUri())
                .param("nonce", granted.nonce())
                .param("challenge", granted.challenge())
                .param("at", granted.authTime().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Takes a code: whoever comes second finds nothing. A code is good for a minute.
    Optional<Granted> take(byte[] codeHash) {
        return jdbc.sql("""
                        delete from identity.demo_code
                         where code_hash = :hash and made_at > transaction_timestamp() - interval '1 minute'
                        returning person, redirect_uri, nonce, challenge, auth_time
                        """)
                .param("hash", codeHash)
                .query((row, i) -> new Granted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// Whether the person must wait: five wrong PINs, the last less than five minutes ago.
    boolean mustWait(String person) {
        return jdbc.sql("""
                        select exists (select from identity.demo_try
                          where person = :person and failures >= 5
                            and last_at > transaction_timestamp() - interval '5 minutes')
                        """).param("person", person).query(Boolean.class).single();
    }

    void failed(String person) {
        jdbc.sql("""
                        insert into identity.demo_try as t (person, failures, last_at)
                        values (:person, 1, transaction_timestamp())
                        on conflict (person) do update
                          set failures = case when t.last_at > transaction_timestamp() - interval '5 minutes'
                                              then t.failures + 1 else 1 end,
                              last_at = transaction_timestamp()
                        """).param("person", person).update();
    }

    void succeeded(String person) {
        jdbc.sql("delete from identity.demo_try where person = :person")
                .param("person", person)
                .update();
    }
}
