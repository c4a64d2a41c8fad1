package org.phigiay.files;

import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL of stored files.
@Component
class FileStore {
    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StoredFile file) {
        jdbc.sql("""
                        insert into files.file (id, owner, sha256, name, media_type, size)
                        values (:id, :owner, :sha256, :name, :mediaType, :size)
                        """).paramSource(Params.of(file)).update();
    }

    Optional<StoredFile> find(FileId id) {
        return jdbc.sql("select id, owner, sha256, name, media_type, size from files.file where id = :id")
                .param("id", id.value())
                .query((row, i) -> new StoredFile(
                        new FileId(row.getObject("id", UUID.class)),
                        row.getString("sha256"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        new PersonId(row.getObject("owner", UUID.class))))
                .optional();
    }
}
