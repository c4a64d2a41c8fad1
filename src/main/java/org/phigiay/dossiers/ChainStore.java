package org.phigiay.dossiers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.ChainLink;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Params;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// SQL of chains of filings.
@Repository
class ChainStore {
    private static final String PARTS =
            "select parent, procedure, title_vi, title_en, state, child, errors from dossiers.chain";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChainStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A part that waits; nothing when the dossier has it already.
    void plan(Dossier parent, int place, ChainLink link) {
        jdbc.sql("""
                        insert into dossiers.chain (agency, parent, procedure, place, title_vi, title_en)
                        values (:agency, :parent, :procedure, :place, :vi, :en) on conflict do nothing
                        """)
                .paramSource(Params.pairs("agency", parent.agency(), "parent", parent.id(), "place", place)
                        .put("procedure", link.procedure())
                        .put("vi", link.title().vi())
                        .put("en", link.title().en()))
                .update();
    }

    List<ChainPart> of(DossierId parent) {
        return jdbc.sql(PARTS + " where parent = :parent order by place, procedure")
                .param("parent", parent.value())
                .query(this::part)
                .list();
    }

    Optional<ChainPart> ofChild(DossierId child) {
        return jdbc.sql(PARTS + " where child = :child")
                .param("child", child.value())
                .query(this::part)
                .optional();
    }

    /// @return whether it waited until now: only one ever files it
    boolean filed(DossierId parent, ProcedureCode procedure, DossierId child) {
        return change(parent, procedure, ChainPart.State.FILED, child, List.of());
    }

    /// @return whether it waited until now
    boolean stopped(DossierId parent, ProcedureCode procedure, List<FieldError> errors) {
        return change(parent, procedure, ChainPart.State.STOPPED, null, errors);
    }

    private boolean change(
            DossierId parent,
            ProcedureCode procedure,
            ChainPart.State state,
            @Nullable DossierId child,
            List<FieldError> errors) {
        ArrayNode told = json.createArrayNode();
        errors.forEach(error -> {
            var one = told.addObject().put("field", error.field()).put("message", error.message());
            ArrayNode args = one.putArray("args");
            error.args().forEach(arg -> args.add(String.valueOf(arg)));
        });
        return jdbc.sql("""
                        update dossiers.chain
                           set state = :state, child = :child::uuid, errors = cast(:errors as jsonb),
                               changed_at = transaction_timestamp()
                         where parent = :parent and procedure = :procedure and state = 'WAITING'
                        """)
                        .paramSource(Params.pairs("parent", parent, "procedure", procedure, "state", state)
                                .put("child", child)
                                .put("errors", told.toString()))
                        .update()
                == 1;
    }

    private ChainPart part(ResultSet row, int i) throws SQLException {
        UUID child = row.getObject("child", UUID.class);
        return new ChainPart(
                new DossierId(row.getObject("parent", UUID.class)),
                new ProcedureCode(row.getString("procedure")),
                new Bilingual(row.getString("title_vi"), row.getString("title_en")),
                ChainPart.State.valueOf(row.getString("state")),
                child == null ? null : new DossierId(child),
                json.readTree(row.getString("errors"))
                        .valueStream()
                        .map(ChainStore::error)
                        .toList());
    }

    private static FieldError error(JsonNode told) {
        return new FieldError(
                told.path("field").asString(),
                told.path("message").asString(),
                told.path("args").valueStream().<Object>map(JsonNode::asString).toList());
    }
}
