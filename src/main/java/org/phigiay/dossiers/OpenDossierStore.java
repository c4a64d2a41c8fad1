package org.phigiay.dossiers;

import org.phigiay.forms.FormRef;
import org.phigiay.shared.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts dossiers of all agencies without showing any.
@Repository
class OpenDossierStore {

    private final JdbcClient jdbc;

    OpenDossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(FormRef ref) {
        return jdbc.sql("""
                        select count(*) from dossiers.dossier
                         where form_id = :id and form_version = :version and finished_at is null
                        """).paramSource(Params.of(ref)).query(Long.class).single();
    }
}
