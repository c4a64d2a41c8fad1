package org.phigiay.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.files.FileId;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.ResultLine;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on results, signature attempts and the register of numbers.
@Component
class ResultStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ResultStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ResultDocument> find(DossierId dossier) {
        return jdbc.sql("select * from processing.result where dossier = :dossier")
                .param("dossier", dossier.value())
                .query(this::result)
                .optional();
    }

    /// Writes the draft, or writes it anew after it was returned and before it was signed.
    void draft(ResultDocument draft) {
        jdbc.sql("""
                        insert into processing.result (dossier, agency, kind, code, title, symbol, fields, verify_code)
                        values (:dossier, :agency, :kind, :code, :title, :symbol, cast(:lines as jsonb), :verifyCode)
                        on conflict (dossier) do update
                           set fields = excluded.fields, draft_file = null, draft_sha256 = null,
                               drafted_at = transaction_timestamp()
                         where result.signed_file is null
                        """)
                .paramSource(Params.pairs("dossier", draft.dossier(), "agency", draft.agency(), "kind", draft.kind())
                        .put("code", draft.code())
                        .put("title", draft.title())
                        .put("symbol", draft.symbol())
                        .put("lines", json.writeValueAsString(draft.fields()))
                        .put("verifyCode", draft.verifyCode()))
                .update();
    }

    /// Keeps the first rendering of a draft; false when there is one already.
    boolean keepDraftFile(ResultDocument draft, StoredFile file) {
        return jdbc.sql("""
                        update processing.result set draft_file = :file, draft_sha256 = :sha256
                         where dossier = :dossier and draft_file is null and drafted_at = :draftedAt
                        """)
                        .paramSource(
                                Params.pairs("dossier", draft.dossier(), "file", file.id(), "sha256", file.sha256())
                                        .put("draftedAt", draft.draftedAt()))
                        .update()
                == 1;
    }

    /// False when somebody is at it; an attempt older than two minutes was abandoned.
    boolean reserve(DossierId dossier, String stage, UUID attempt, PersonId by) {
        return jdbc.sql("""
                        insert into processing.signature_attempt as a (dossier, stage, attempt, by)
                        values (:dossier, :stage, :attempt, :by)
                        on conflict (dossier, stage) do update set attempt = :attempt, by = :by, at = clock_timestamp()
                         where a.at < clock_timestamp() - interval '2 minutes'
                        """)
                        .paramSource(Params.pairs("dossier", dossier, "stage", stage, "attempt", attempt)
                                .put("by", by))
                        .update()
                == 1;
    }

    /// Ends an attempt; false when it was taken over in the meantime.
    boolean release(DossierId dossier, String stage, PersonId by) {
        return jdbc.sql(
                                "delete from processing.signature_attempt where dossier = :dossier and stage = :stage and by = :by")
                        .paramSource(Params.pairs("dossier", dossier, "stage", stage, "by", by))
                        .update()
                == 1;
    }

    boolean signed(DossierId dossier, StoredFile file, PersonId by, PostCode post) {
        return jdbc.sql("""
                        update processing.result
                           set signed_file = :file, signed_sha256 = :sha256, signed_by = :by, signed_post = :post,
                               signed_at = transaction_timestamp()
                         where dossier = :dossier and signed_file is null
                        """)
                        .paramSource(Params.pairs("dossier", dossier, "file", file.id(), "sha256", file.sha256())
                                .put("by", by)
                                .put("post", post))
                        .update()
                == 1;
    }

    /// Gives the next number of the register, once: a result that has one keeps it.
    void number(DossierId dossier, AgencyCode agency, int year) {
        jdbc.sql("""
                        with wanted as (
                            select dossier, symbol from processing.result where dossier = :dossier and number is null for update),
                        counted as (
                            insert into processing.register as r (agency, symbol, year, last)
                            select :agency, symbol, :year, 1 from wanted
                            on conflict (agency, symbol, year) do update set last = r.last + 1
                            returning last)
                        update processing.result set number = counted.last, number_year = :year
                          from counted where dossier = :dossier
                        """)
                .paramSource(Params.pairs("dossier", dossier, "agency", agency, "year", year))
                .update();
    }

    /// The last number given in the register to which the result belongs; 0 when there is none yet.
    int lastNumber(ResultDocument result, int year) {
        return jdbc.sql("""
                        select coalesce(max(last), 0) from processing.register
                         where agency = :agency and symbol = :symbol and year = :year
                        """)
                .paramSource(Params.pairs("agency", result.agency(), "symbol", result.symbol(), "year", year))
                .query(Integer.class)
                .single();
    }

    boolean issued(DossierId dossier, StoredFile file, PersonId by) {
        return jdbc.sql("""
                        update processing.result
                           set issued_file = :file, issued_sha256 = :sha256, issued_by = :by,
                               issued_at = transaction_timestamp()
                         where dossier = :dossier and issued_file is null and signed_file is not null
                        """)
                        .paramSource(Params.pairs("dossier", dossier, "file", file.id(), "sha256", file.sha256())
                                .put("by", by))
                        .update()
                == 1;
    }

    private ResultDocument result(ResultSet row, int i) throws SQLException {
        UUID signedBy = row.getObject("signed_by", UUID.class);
        String signedPost = row.getString("signed_post");
        return new ResultDocument(
                new DossierId(row.getObject("dossier", UUID.class)),
                new AgencyCode(row.getString("agency")),
                row.getString("kind"),
                row.getString("code"),
                row.getString("title"),
                row.getString("symbol"),
                List.of(json.readValue(row.getString("fields"), ResultLine[].class)),
                row.getString("verify_code"),
                file(row, "draft_file"),
                row.getString("draft_sha256"),
                file(row, "signed_file"),
                row.getString("signed_sha256"),
                signedBy == null ? null : new PersonId(signedBy),
                signedPost == null ? null : new PostCode(signedPost),
                optional(row, "signed_at"),
                row.getObject("number", Integer.class),
                row.getObject("number_year", Integer.class),
                file(row, "issued_file"),
                row.getString("issued_sha256"),
                optional(row, "issued_at"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable FileId file(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new FileId(id);
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
