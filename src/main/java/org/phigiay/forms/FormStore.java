package org.phigiay.forms;

import java.util.Optional;
import org.phigiay.shared.Params;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of form definitions.
@Repository
class FormStore {

    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The definition as its author wrote it, in JSON.
    Optional<String> definition(FormRef ref) {
        return jdbc.sql("select body::text from forms.definition where id = :id and version = :version")
                .paramSource(Params.of(ref))
                .query(String.class)
                .optional();
    }

    /// @return false when this version is there already; it then stays as it is
    boolean insert(FormRef ref, ProcedureCode procedure, String body) {
        return jdbc.sql("""
                        insert into forms.definition (id, version, procedure, body)
                        values (:id, :version, :procedure, :body::jsonb)
                        on conflict do nothing
                        """)
                        .paramSource(Params.of(ref, "procedure", procedure, "body", body))
                        .update()
                == 1;
    }
}
