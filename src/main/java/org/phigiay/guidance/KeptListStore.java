package org.phigiay.guidance;

import java.time.OffsetDateTime;
import java.util.List;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of kept lists.
@Repository
class KeptListStore {

    private final JdbcClient jdbc;

    KeptListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(PersonId person, ProcedureCode procedure, String choice) {
        jdbc.sql("""
                        insert into guidance.kept_list (person, procedure, choice) values (:person, :procedure, :choice)
                        on conflict (person, procedure)
                        do update set choice = excluded.choice, kept_at = transaction_timestamp()
                        """)
                .param("person", person.value())
                .param("procedure", procedure.value())
                .param("choice", choice)
                .update();
    }

    /// @return how many there were
    int drop(PersonId person, ProcedureCode procedure) {
        return jdbc.sql("delete from guidance.kept_list where person = :person and procedure = :procedure")
                .param("person", person.value())
                .param("procedure", procedure.value())
                .update();
    }

    /// The newest first.
    List<KeptList> of(PersonId person) {
        return jdbc.sql(
                        "select * from guidance.kept_list where person = :person order by kept_at desc, procedure limit 100")
                .param("person", person.value())
                .query((row, n) -> new KeptList(
                        new ProcedureCode(row.getString("procedure")),
                        row.getString("choice"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @return how many were forgotten
    int forget(int days) {
        return jdbc.sql(
                        "delete from guidance.kept_list where kept_at < transaction_timestamp() - make_interval(days => :days)")
                .param("days", days)
                .update();
    }
}
