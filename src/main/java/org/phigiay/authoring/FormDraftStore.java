package org.phigiay.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All SQL of the schema `authoring`.
@Repository
class FormDraftStore {

    private static final String OPEN = "select * from authoring.form_draft where state in ('WRITING', 'SENT') ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FormDraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What is being written for a procedure.
    Optional<FormDraft> open(ProcedureCode code) {
        return jdbc.sql(OPEN + "and code = :code")
                .param("code", code.value())
                .query((row, n) -> draft(row))
                .optional();
    }

    /// The same, locked, so that two officers save one after the other.
    Optional<FormDraft> lock(ProcedureCode code) {
        return jdbc.sql(OPEN + "and code = :code for no key update")
                .param("code", code.value())
                .query((row, n) -> draft(row))
                .optional();
    }

    /// Everything that is being written, what waits longest first.
    List<FormDraft> open() {
        return jdbc.sql(OPEN + "order by saved_at, id")
                .query((row, n) -> draft(row))
                .list();
    }

    /// The content as it was saved in a version.
    Optional<ObjectNode> content(FormDraftId id, int version) {
        return jdbc.sql("select content::text from authoring.form_content where draft = :id and version = :version")
                .paramSource(Params.pairs("id", id, "version", version))
                .query(String.class)
                .optional()
                .map(this::tree);
    }

    /// @return false when somebody has begun one in this very moment
    boolean begin(
            FormDraftId id, ProcedureCode code, ObjectNode content, @Nullable FormRef basedOn, PersonId preparer) {
        boolean begun = jdbc.sql("""
                        insert into authoring.form_draft
                               (id, code, state, version, content, form_id, form_version, preparer)
                        values (:id, :code, 'WRITING',
                                (select coalesce(max(version), 0) + 1 from authoring.form_draft where code = :code),
                                :content::jsonb, :form, :formVersion, :preparer)
                        on conflict do nothing
                        """)
                        .paramSource(Params.pairs("id", id, "code", code)
                                .addAll(based(basedOn))
                                .put("content", json.writeValueAsString(content))
                                .put("preparer", preparer))
                        .update()
                == 1;
        if (begun) {
            keep(id);
        }
        return begun;
    }

    void save(FormDraftId id, ObjectNode content, @Nullable FormRef basedOn, PersonId preparer) {
        jdbc.sql("""
                        update authoring.form_draft
                           set content = :content::jsonb, form_id = :form, form_version = :formVersion,
                               preparer = :preparer, state = 'WRITING', version = version + 1,
                               saved_at = transaction_timestamp()
                         where id = :id
                        """)
                .paramSource(Params.pairs("id", id)
                        .addAll(based(basedOn))
                        .put("content", json.writeValueAsString(content))
                        .put("preparer", preparer))
                .update();
        keep(id);
    }

    /// @return false when it is not in the state it is moved from
    boolean move(FormDraftId id, FormDraftState from, FormDraftState to, @Nullable String returned) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException(from + " is not followed by " + to);
        }
        boolean moved = jdbc.sql("""
                        update authoring.form_draft set state = :to, version = version + 1, returned = :returned
                         where id = :id and state = :from
                        """)
                        .paramSource(
                                Params.pairs("id", id, "from", from, "to", to).put("returned", returned))
                        .update()
                == 1;
        if (moved) {
            keep(id);
        }
        return moved;
    }

    private static java.util.Map<String, @Nullable Object> based(@Nullable FormRef basedOn) {
        var all = new java.util.HashMap<String, @Nullable Object>();
        all.put("form", basedOn == null ? null : basedOn.id());
        all.put("formVersion", basedOn == null ? null : basedOn.version());
        return all;
    }

    private void keep(FormDraftId id) {
        jdbc.sql("""
                        insert into authoring.form_content (draft, version, content, saved_by, saved_at)
                        select id, version, content, preparer, saved_at from authoring.form_draft where id = :id
                        """).param("id", id.value()).update();
    }

    private FormDraft draft(ResultSet row) throws SQLException {
        String form = row.getString("form_id");
        return new FormDraft(
                new FormDraftId(row.getObject("id", UUID.class)),
                new ProcedureCode(row.getString("code")),
                FormDraftState.valueOf(row.getString("state")),
                row.getInt("version"),
                tree(row.getString("content")),
                form == null ? null : new FormRef(form, row.getInt("form_version")),
                new PersonId(row.getObject("preparer", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("returned"));
    }

    private ObjectNode tree(String text) {
        return (ObjectNode) json.readTree(text);
    }
}
