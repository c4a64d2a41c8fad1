package org.phigiay.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of organisations and of who may act for them.
@Repository
class BodyStore {
    private static final String NOW = """
             h.held_from <= transaction_timestamp() and (h.held_until is null or h.held_until > transaction_timestamp())
            """;

    private final JdbcClient jdbc;

    BodyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Body> find(String taxCode) {
        return jdbc.sql("select id, tax_code, name from identity.body where tax_code = :taxCode")
                .param("taxCode", taxCode)
                .query(BodyStore::body)
                .optional();
    }

    List<Body> heldBy(PersonId person) {
        return jdbc.sql("""
                        select b.id, b.tax_code, b.name from identity.body b join identity.body_holder h on h.body = b.id
                         where h.person = :person and""" + NOW + " group by b.id order by b.name, b.id")
                .param("person", person.value())
                .query(BodyStore::body)
                .list();
    }

    List<PersonId> holders(PersonId body) {
        return jdbc.sql("select distinct h.person from identity.body_holder h where h.body = :body and" + NOW)
                .param("body", body.value())
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /// @return whether the row is new
    boolean insert(Body body) {
        return jdbc.sql("""
                        insert into identity.body (id, tax_code, name) values (:id, :taxCode, :name)
                        on conflict (tax_code) do nothing
                        """).paramSource(Params.of(body)).update() == 1;
    }

    void insert(PersonId body, PersonId person, Standing standing, Instant from) {
        jdbc.sql("""
                        insert into identity.body_holder (body, person, standing, held_from)
                        values (:body, :person, :standing, :from) on conflict do nothing
                        """)
                .paramSource(Params.pairs("body", body, "person", person, "standing", standing, "from", from))
                .update();
    }

    /// Ends what the person holds of the organisation at the transaction's time.
    int end(PersonId body, PersonId person) {
        return jdbc.sql("""
                        update identity.body_holder h set held_until = transaction_timestamp()
                         where h.body = :body and h.person = :person and h.held_from < transaction_timestamp() and""" + NOW)
                .paramSource(Params.pairs("body", body, "person", person))
                .update();
    }

    private static Body body(ResultSet row, int i) throws SQLException {
        return new Body(new PersonId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3));
    }
}
