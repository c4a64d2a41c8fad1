package org.phigiay.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// SQL of parked posts.
@Repository
class ParkedPostStore {
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ParkedPostStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(byte[] handleHash, PersonId person, String path, String fields, boolean hadFiles) {
        jdbc.sql("""
                        insert into identity.parked_post (handle_hash, person, path, fields, had_files)
                        values (:hash, :person, :path, :fields::jsonb, :hadFiles)
                        """)
                .param("hash", handleHash)
                .param("person", person.value())
                .param("path", path)
                .param("fields", fields)
                .param("hadFiles", hadFiles)
                .update();
    }

    Optional<ParkedPost> find(byte[] handleHash, PersonId person) {
        return jdbc.sql("""
                        select path, fields, had_files from identity.parked_post
                         where handle_hash = :hash and person = :person
                           and parked_at > transaction_timestamp() - interval '2 hours'
                        """)
                .param("hash", handleHash)
                .param("person", person.value())
                .query((row, i) ->
                        new ParkedPost(row.getString(1), json.readValue(row.getString(2), FIELDS), row.getBoolean(3)))
                .optional();
    }

    void delete(byte[] handleHash) {
        jdbc.sql("delete from identity.parked_post where handle_hash = :hash")
                .param("hash", handleHash)
                .update();
    }

    void sweep() {
        jdbc.sql("delete from identity.parked_post where parked_at < transaction_timestamp() - interval '2 hours'")
                .update();
    }
}
