package org.phigiay.notifications.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Page;
import org.phigiay.shared.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of the demo's mailbox. It keeps the newest letters only.
@Repository
@OnlyInDemo
class DemoMessageStore {
    private static final int KEPT = 5000;

    private final JdbcClient jdbc;

    DemoMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An address and how many letters it got.
    record Box(String address, int letters) {}

    void insert(DemoMessage message) {
        jdbc.sql("""
                        insert into notifications.demo_message (id, address, sender, message_id, subject, body)
                        values (:id, :address, :sender, :messageId, :subject, :body)
                        on conflict (message_id, address) do nothing
                        """).paramSource(Params.of(message)).update();
    }

    void dropOldest() {
        jdbc.sql("""
                        delete from notifications.demo_message where id <
                          (select id from notifications.demo_message order by id desc offset :kept limit 1)
                        """).param("kept", KEPT).update();
    }

    List<Box> boxes() {
        return jdbc.sql("""
                        select address, count(*) as letters from notifications.demo_message
                         group by address order by max(at) desc, address limit 50
                        """)
                .query((row, i) -> new Box(row.getString(1), row.getInt(2)))
                .list();
    }

    Page<DemoMessage> list(@Nullable String address, @Nullable UUID before) {
        List<DemoMessage> rows = jdbc.sql("""
                        select id, at, address, sender, message_id, subject, body from notifications.demo_message
                         where (cast(:address as text) is null or address = :address)
                           and (cast(:before as uuid) is null or id < :before)
                         order by id desc limit :rows
                        """)
                .paramSource(Params.pairs("address", address, "before", before, "rows", Page.SIZE + 1))
                .query(DemoMessageStore::message)
                .list();
        return Page.of(rows, Page.SIZE, message -> message.id().toString());
    }

    Optional<DemoMessage> find(UUID id) {
        return jdbc.sql("""
                        select id, at, address, sender, message_id, subject, body from notifications.demo_message
                         where id = :id
                        """).param("id", id).query(DemoMessageStore::message).optional();
    }

    private static DemoMessage message(ResultSet row, int number) throws SQLException {
        return new DemoMessage(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("sender"),
                row.getString("message_id"),
                row.getString("subject"),
                row.getString("body"));
    }
}
