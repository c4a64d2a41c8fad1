package org.phigiay.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.LeaveReasons.Asked;
import org.phigiay.forms.LeaveReasons.Count;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// SQL of reasons for leaving.
@Repository
class LeaveReasonStore {

    private static final String ASKED =
            "select why_asked_at, why_answered_at from forms.draft where owner = :owner and id = :id";

    private final JdbcClient jdbc;

    LeaveReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Asked> asked(PersonId owner, DraftId id) {
        return asked(ASKED, owner, id);
    }

    Optional<Asked> lockAsked(PersonId owner, DraftId id) {
        return asked(ASKED + " for no key update", owner, id);
    }

    void setAsked(PersonId owner, DraftId id) {
        jdbc.sql("update forms.draft set why_asked_at = transaction_timestamp() where owner = :owner and id = :id")
                .paramSource(Params.pairs("owner", owner, "id", id))
                .update();
    }

    void setAnswered(PersonId owner, DraftId id) {
        jdbc.sql("update forms.draft set why_answered_at = transaction_timestamp() where owner = :owner and id = :id")
                .paramSource(Params.pairs("owner", owner, "id", id))
                .update();
    }

    void count(PersonId owner, DraftId id, String question, LeaveReason reason, LocalDate day) {
        jdbc.sql("""
                        insert into forms.leave_reason as r
                               (procedure, form_id, form_version, question, reason, day, times)
                        select procedure, form_id, form_version, :question, :reason, :day, 1
                          from forms.draft where owner = :owner and id = :id
                        on conflict (procedure, form_id, form_version, question, reason, day)
                        do update set times = r.times + 1
                        """)
                .paramSource(Params.pairs("owner", owner, "id", id)
                        .put("question", question)
                        .put("reason", reason)
                        .put("day", day))
                .update();
    }

    List<Count> counts(LocalDate since) {
        return jdbc.sql("""
                        select procedure, form_id, form_version, question, reason, sum(times)::bigint as times
                          from forms.leave_reason where day >= :since
                         group by procedure, form_id, form_version, question, reason
                         order by sum(times) desc, procedure, form_version desc, question, reason
                        """)
                .param("since", since)
                .query((row, n) -> new Count(
                        new ProcedureCode(row.getString("procedure")),
                        new FormRef(row.getString("form_id"), row.getInt("form_version")),
                        row.getString("question"),
                        LeaveReason.valueOf(row.getString("reason")),
                        row.getLong("times")))
                .list();
    }

    private Optional<Asked> asked(String sql, PersonId owner, DraftId id) {
        return jdbc.sql(sql)
                .paramSource(Params.pairs("owner", owner, "id", id))
                .query((row, n) -> new Asked(instant(row, "why_asked_at"), instant(row, "why_answered_at")))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
