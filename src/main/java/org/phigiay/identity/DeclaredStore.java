package org.phigiay.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of those who are known by declaration only.
@Repository
class DeclaredStore {
    private final JdbcClient jdbc;

    DeclaredStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One row for each different declaration: the same one said again is the same row.
    ///
    /// @return whether the row is new
    boolean insert(PersonId id, Declared declared, String nameKey, PersonId by) {
        return jdbc.sql("""
                        insert into identity.declared (id, personal_number, tax_code, name, name_key, birth_date, declared_by)
                        values (:id, :personalNumber, :taxCode, :name, :nameKey, :birthDate::date, :by)
                        on conflict do nothing
                        """)
                        .paramSource(Params.of(declared, "id", id, "nameKey", nameKey, "by", by))
                        .update()
                == 1;
    }

    Optional<PersonId> find(Declared declared, String nameKey, PersonId by) {
        return jdbc.sql("""
                        select id from identity.declared
                         where name_key = :nameKey
                           and (case when :taxCode::text is not null then tax_code = :taxCode
                                     when :personalNumber::text is not null
                                         then personal_number = :personalNumber and birth_date = :birthDate::date
                                     else personal_number is null and tax_code is null and declared_by = :by
                                         and birth_date = :birthDate::date end)
                        """)
                .paramSource(Params.of(declared, "nameKey", nameKey, "by", by))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /// Those declared under a personal number whose name agrees, the oldest first.
    List<Known> numbered(String personalNumber, String nameKey) {
        return jdbc.sql("""
                        select id, birth_date from identity.declared
                         where personal_number = :number and name_key = :nameKey order by declared_at, id
                        """)
                .param("number", personalNumber)
                .param("nameKey", nameKey)
                .query((row, i) ->
                        new Known(new PersonId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class)))
                .list();
    }

    /// @param birthDate null for an organisation
    record Known(PersonId id, @Nullable LocalDate birthDate) {}
}
