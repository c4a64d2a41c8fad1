package org.phigiay.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.imports.Batch.BatchId;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All SQL of the schema `imports`.
@Repository
class ImportStore {

    private static final String BATCH = """
            select b.*, count(l.number) as lines,
                   count(*) filter (where l.outcome = 'NEW') as added, count(*) filter (where l.outcome = 'CHANGED') as changed,
                   count(*) filter (where l.outcome = 'UNCHANGED') as unchanged,
                   count(*) filter (where l.outcome = 'REFUSED') as refused,
                   count(*) filter (where l.outcome <> 'REFUSED' and cardinality(l.kinds) > 0) as warned
              from imports.batch b left join imports.line l on l.batch = b.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    BatchId begin(String fileName, PersonId actor) {
        return new BatchId(jdbc.sql("""
                        insert into imports.batch (file_name, sha256, state, prepared_by)
                        values (:name, '', 'READING', :actor) returning id
                        """)
                .paramSource(Params.pairs("name", fileName, "actor", actor))
                .query(UUID.class)
                .single());
    }

    void insert(BatchId batch, List<ImportRow> rows) {
        List<LinkedHashMap<String, @Nullable Object>> all = rows.stream()
                .map(row -> {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    values.put("number", row.line());
                    values.put("code", row.code());
                    values.put("title", row.title());
                    values.put("outcome", row.outcome().name());
                    values.put(
                            "kinds",
                            row.findings().stream()
                                    .map(finding -> finding.kind().name())
                                    .distinct()
                                    .toList());
                    values.put("findings", row.findings());
                    values.put("base", row.base());
                    values.put("body", row.text());
                    return values;
                })
                .toList();
        jdbc.sql("""
                        insert into imports.line (batch, number, code, title, outcome, kinds, findings, base, body)
                        select :batch, number, code, title, outcome, kinds, findings, base, nullif(body, 'null')
                          from jsonb_to_recordset(:rows::jsonb) as r(number int, code text, title text, outcome text,
                               kinds text[], findings jsonb, base int, body jsonb)
                        """)
                .paramSource(Params.pairs("batch", batch).put("rows", json.writeValueAsString(all)))
                .update();
    }

    /// Adds a finding to a line that turned out to be repeated further down.
    void add(BatchId batch, int line, Finding finding) {
        jdbc.sql("""
                        update imports.line set kinds = kinds || :kind::text, findings = findings || :finding::jsonb
                         where batch = :batch and number = :line
                        """)
                .paramSource(Params.pairs("batch", batch, "line", line)
                        .put("kind", finding.kind())
                        .put("finding", json.writeValueAsString(List.of(finding))))
                .update();
    }

    void prepared(BatchId batch, String sha256) {
        jdbc.sql("update imports.batch set state = 'PREPARED', sha256 = :sha where id = :id")
                .paramSource(Params.pairs("id", batch, "sha", sha256))
                .update();
    }

    /// @return whether it was waiting to be published
    boolean publish(BatchId batch, PersonId actor) {
        int moved = jdbc.sql("""
                        update imports.batch set state = 'PUBLISHED', published_by = :actor,
                               published_at = transaction_timestamp()
                         where id = :id and state = 'PREPARED'
                        """)
                .paramSource(Params.pairs("id", batch, "actor", actor))
                .update();
        if (moved == 1) {
            jdbc.sql("update imports.line set body = null where batch = :id and outcome = 'NEW'")
                    .paramSource(Params.pairs("id", batch))
                    .update();
        }
        return moved == 1;
    }

    /// @return whether it was not yet published
    boolean discard(BatchId batch) {
        int moved = jdbc.sql(
                        "update imports.batch set state = 'DISCARDED' where id = :id and state in ('PREPARED', 'READING')")
                .paramSource(Params.pairs("id", batch))
                .update();
        if (moved == 1) {
            jdbc.sql("update imports.line set body = null where batch = :id")
                    .paramSource(Params.pairs("id", batch))
                    .update();
        }
        return moved == 1;
    }

    void remove(BatchId batch) {
        jdbc.sql("delete from imports.batch where id = :id")
                .paramSource(Params.pairs("id", batch))
                .update();
    }

    Optional<Batch> find(BatchId batch) {
        return jdbc.sql(BATCH + " where b.id = :id group by b.id")
                .paramSource(Params.pairs("id", batch))
                .query((row, n) -> batch(row))
                .optional();
    }

    /// A file with these bytes that waits to be published.
    Optional<BatchId> waiting(String sha256) {
        return jdbc.sql("select id from imports.batch where sha256 = :sha and state = 'PREPARED' order by id limit 1")
                .param("sha", sha256)
                .query(UUID.class)
                .optional()
                .map(BatchId::new);
    }

    /// The newest ones first.
    List<Batch> latest(int most) {
        return jdbc.sql(BATCH + " where b.state <> 'READING' group by b.id order by b.id desc limit :most")
                .param("most", most)
                .query((row, n) -> batch(row))
                .list();
    }

    /// Lines in the order of the file.
    ///
    /// @param outcome null for all
    /// @param kind name of a finding, null for all
    List<ImportRow> lines(
            BatchId batch,
            @Nullable RowOutcome outcome,
            @Nullable FindingKind kind,
            int after,
            int most,
            boolean texts) {
        return jdbc.sql("""
                        select number, code, title, outcome, findings, base, %s as body from imports.line
                         where batch = :batch and number > :after
                           and (:outcome::text is null or outcome = :outcome) and (:kind::text is null or :kind = any(kinds))
                         order by number limit :most
                        """.formatted(texts ? "body" : "null::jsonb"))
                .paramSource(Params.pairs("batch", batch, "after", after, "most", most)
                        .put("outcome", outcome)
                        .put("kind", kind))
                .query((row, n) -> line(row))
                .list();
    }

    Optional<ImportRow> line(BatchId batch, int number) {
        return jdbc.sql("select * from imports.line where batch = :batch and number = :number")
                .paramSource(Params.pairs("batch", batch, "number", number))
                .query((row, n) -> line(row))
                .optional();
    }

    /// How many lines have each finding.
    Map<FindingKind, Integer> kinds(BatchId batch) {
        var all = new LinkedHashMap<FindingKind, Integer>();
        jdbc.sql("""
                        select kind, count(*) as n from imports.line, unnest(kinds) kind where batch = :batch
                         group by kind order by n desc, kind
                        """).paramSource(Params.pairs("batch", batch)).query((ResultSet row) -> {
            all.put(FindingKind.valueOf(row.getString("kind")), row.getInt("n"));
        });
        return all;
    }

    private ImportRow line(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return new ImportRow(
                row.getInt("number"),
                row.getString("code"),
                row.getString("title"),
                RowOutcome.valueOf(row.getString("outcome")),
                new ArrayList<>(json.readValue(row.getString("findings"), new TypeReference<List<Finding>>() {})),
                row.getInt("base"),
                body == null ? null : json.readValue(body, ProcedureVersion.class));
    }

    private static Batch batch(ResultSet row) throws SQLException {
        UUID publisher = row.getObject("published_by", UUID.class);
        OffsetDateTime published = row.getObject("published_at", OffsetDateTime.class);
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getString("sha256"),
                Batch.State.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getInt("warned"),
                new PersonId(row.getObject("prepared_by", UUID.class)),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                publisher == null ? null : new PersonId(publisher),
                published == null ? null : published.toInstant());
    }
}
