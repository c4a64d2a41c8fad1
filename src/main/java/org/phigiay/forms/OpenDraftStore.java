package org.phigiay.forms;

import org.phigiay.shared.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts drafts of everybody without showing any.
@Repository
class OpenDraftStore {

    private final JdbcClient jdbc;

    OpenDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(FormRef ref) {
        return jdbc.sql("select forms.open_drafts(:id, :version)")
                .paramSource(Params.of(ref))
                .query(Long.class)
                .single();
    }
}
