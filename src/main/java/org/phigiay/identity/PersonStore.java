package org.phigiay.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of people and of the posts they hold.
@Repository
class PersonStore {

    /// An SQL expression: the codes of the posts held now by the person of the outer row `p`.
    static final String POSTS_HELD = """
            array(select h.post from identity.holding h
                   where h.person = p.id and h.held_from <= transaction_timestamp()
                     and (h.held_until is null or h.held_until > transaction_timestamp())
                   order by h.held_from, h.post)""";

    private static final String COLUMNS =
            "p.id, p.name, p.personal_number, p.birth_date, p.sex, p.phone, p.email, p.address, p.external_id";

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(PersonId id) {
        return jdbc.sql("select " + COLUMNS + " from identity.person p where p.id = :id")
                .param("id", id.value())
                .query(PersonStore::person)
                .optional();
    }

    List<Person> find(List<PersonId> ids) {
        UUID[] keys = ids.stream().map(PersonId::value).toArray(UUID[]::new);
        return jdbc.sql("select " + COLUMNS + " from identity.person p where p.id = any(:ids)")
                .param("ids", keys)
                .query(PersonStore::person)
                .list();
    }

    Optional<Person> numbered(String personalNumber) {
        return jdbc.sql("select " + COLUMNS + " from identity.person p where p.personal_number = :number")
                .param("number", personalNumber)
                .query(PersonStore::person)
                .optional();
    }

    /// Adds the person unless the personal number is known already.
    ///
    /// @return whether the row is new
    boolean insert(Person person) {
        return jdbc.sql("""
                        insert into identity.person (id, personal_number, name, birth_date, sex, phone, email, address, external_id)
                        values (:id, :personalNumber, :name, :birthDate, :sex, :phone, :email, :address, :externalId)
                        on conflict (personal_number) do nothing
                        """).paramSource(Params.of(person)).update() == 1;
    }

    void update(Person person) {
        jdbc.sql("""
                        update identity.person
                           set name = :name, birth_date = :birthDate::date, sex = :sex, phone = :phone, email = :email,
                               address = :address, external_id = :externalId, changed_at = transaction_timestamp()
                         where id = :id
                        """).paramSource(Params.of(person)).update();
    }

    /// The posts held now.
    List<PostCode> postsHeld(PersonId person) {
        return jdbc.sql("select " + POSTS_HELD + " from identity.person p where p.id = :id")
                .param("id", person.value())
                .query((row, i) -> posts(row, 1))
                .optional()
                .orElse(List.of());
    }

    /// Everybody who holds the post now.
    List<PersonId> holders(PostCode post) {
        return jdbc.sql("""
                        select person from identity.holding
                         where agency = :agency and post = :post and held_from <= transaction_timestamp()
                           and (held_until is null or held_until > transaction_timestamp())
                         order by held_from, person
                        """)
                .param("agency", post.agency().value())
                .param("post", post.value())
                .query((row, i) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Who held the post, newest first.
    List<Holding> history(PostCode post) {
        return jdbc.sql("""
                        select person, post, held_from, held_until from identity.holding
                         where agency = :agency and post = :post order by held_from desc, person
                        """)
                .param("agency", post.agency().value())
                .param("post", post.value())
                .query((row, i) -> new Holding(
                        new PersonId(row.getObject(1, UUID.class)),
                        new PostCode(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        instant(row, 4)))
                .list();
    }

    void insert(Holding holding) {
        jdbc.sql("""
                        insert into identity.holding (agency, post, person, held_from, held_until)
                        values (:agency, :post, :person, :from, :until)
                        on conflict do nothing
                        """)
                .paramSource(
                        Params.of(holding, "agency", holding.post().agency().value()))
                .update();
    }

    /// Ends what is held of the post by the person at the transaction's time.
    int end(PersonId person, PostCode post) {
        return jdbc.sql("""
                        update identity.holding set held_until = transaction_timestamp()
                         where agency = :agency and post = :post and person = :person
                           and held_from < transaction_timestamp()
                           and (held_until is null or held_until > transaction_timestamp())
                        """)
                .param("agency", post.agency().value())
                .param("post", post.value())
                .param("person", person.value())
                .update();
    }

    static List<PostCode> posts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((Object[]) array.getArray())
                .map(code -> new PostCode(code.toString()))
                .toList();
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Person person(ResultSet row, int i) throws SQLException {
        String sex = row.getString(5);
        return new Person(
                new PersonId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                sex == null ? null : Sex.valueOf(sex),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
