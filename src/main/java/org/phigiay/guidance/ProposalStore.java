package org.phigiay.guidance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of the schema `guidance`.
@Repository
class ProposalStore {

    private static final String OPEN = "select * from guidance.proposal where state <> 'PUBLISHED' ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProposalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest text of a procedure that is not published.
    Optional<Proposal> open(ProcedureCode code) {
        return jdbc.sql(OPEN + "and code = :code")
                .param("code", code.value())
                .query((row, n) -> proposal(row))
                .optional();
    }

    /// The same, locked, so that two officers save one after the other.
    Optional<Proposal> lock(ProcedureCode code) {
        return jdbc.sql(OPEN + "and code = :code for no key update")
                .param("code", code.value())
                .query((row, n) -> proposal(row))
                .optional();
    }

    /// Everything that is not published, what waits longest first.
    List<Proposal> open() {
        return jdbc.sql(OPEN + "order by saved_at, id")
                .query((row, n) -> proposal(row))
                .list();
    }

    /// @return false when somebody has begun one in this very moment
    boolean begin(ProposalId id, ProcedureCode code, ProposedText text, int basedOn, PersonId preparer) {
        boolean begun = jdbc.sql("""
                        insert into guidance.proposal (id, code, state, version, text, based_on, preparer)
                        values (:id, :code, 'WRITING',
                                (select coalesce(max(version), 0) + 1 from guidance.proposal where code = :code),
                                :text::jsonb, :basedOn, :preparer)
                        on conflict do nothing
                        """)
                        .paramSource(Params.pairs("id", id, "code", code)
                                .put("text", json.writeValueAsString(text))
                                .put("basedOn", basedOn)
                                .put("preparer", preparer))
                        .update()
                == 1;
        if (begun) {
            keep(id);
        }
        return begun;
    }

    void save(ProposalId id, ProposedText text, int basedOn, PersonId preparer) {
        jdbc.sql("""
                        update guidance.proposal
                           set text = :text::jsonb, based_on = :basedOn, preparer = :preparer, state = 'WRITING',
                               version = version + 1, saved_at = transaction_timestamp()
                         where id = :id
                        """)
                .paramSource(Params.pairs("id", id)
                        .put("text", json.writeValueAsString(text))
                        .put("basedOn", basedOn)
                        .put("preparer", preparer))
                .update();
        keep(id);
    }

    /// @return false when it is not in the state it is moved from
    boolean move(ProposalId id, ProposalState from, ProposalState to, @Nullable String returned) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException(from + " is not followed by " + to);
        }
        return jdbc.sql("""
                        update guidance.proposal set state = :to, version = version + 1, returned = :returned
                         where id = :id and state = :from
                        """)
                        .paramSource(
                                Params.pairs("id", id, "from", from, "to", to).put("returned", returned))
                        .update()
                == 1;
    }

    private void keep(ProposalId id) {
        jdbc.sql("""
                        insert into guidance.proposal_text (proposal, version, text, saved_by, saved_at)
                        select id, version, text, preparer, saved_at from guidance.proposal where id = :id
                        """).param("id", id.value()).update();
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                new ProcedureCode(row.getString("code")),
                ProposalState.valueOf(row.getString("state")),
                row.getInt("version"),
                json.readValue(row.getString("text"), ProposedText.class),
                row.getInt("based_on"),
                new PersonId(row.getObject("preparer", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getString("returned"));
    }
}
