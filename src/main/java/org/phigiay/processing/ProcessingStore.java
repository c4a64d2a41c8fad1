package org.phigiay.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.journal.Journal;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Page;
import org.phigiay.shared.Params;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All SQL on step tables and tasks. Closing one task, opening the next and appending the journal entry are one
/// statement.
@Component
public class ProcessingStore {
    private static final String COLUMNS = """
            t.id, t.dossier, t.agency, t.procedure, t.step_table, t.step, t.kind, t.first, t.post, t.applicant, t.filer,
            t.assignee, t.opened_at, t.due_at, t.budget_due_at, t.paused, t.closed_at
            """;

    private final JdbcClient jdbc;

    ProcessingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The task open on a dossier; there is one at a time.
    Optional<Task> open(DossierId dossier) {
        return jdbc.sql("select " + COLUMNS
                        + " from processing.task t where t.dossier = :dossier and t.closed_at is null")
                .param("dossier", dossier.value())
                .query(ProcessingStore::task)
                .optional();
    }

    /// The first statement of a verb: tells PostgreSQL who acts and reads the open task.
    Transactions.Opened<Optional<Task>> opened(String actor, String agency, DossierId dossier) {
        return jdbc.sql("select n.now, " + COLUMNS + """
                          from (select transaction_timestamp() as now) n
                               left join processing.opened(:actor, :agency, :dossier) t on true
                        """)
                .param("actor", actor)
                .param("agency", agency)
                .param("dossier", dossier.value())
                .query((row, i) -> new Transactions.Opened<>(
                        row.getObject("now", OffsetDateTime.class).toInstant(),
                        row.getObject("id") == null ? Optional.<Task>empty() : Optional.of(task(row, i))))
                .single();
    }

    Set<PostCode> openPosts(DossierId dossier) {
        return jdbc.sql("select post as value from processing.task where dossier = :dossier and closed_at is null")
                .param("dossier", dossier.value())
                .query(PostCode.class)
                .set();
    }

    /// All steps a dossier went through, oldest first.
    public List<Task> of(DossierId dossier) {
        return jdbc.sql("select " + COLUMNS + " from processing.task t where t.dossier = :dossier order by t.id")
                .param("dossier", dossier.value())
                .query(ProcessingStore::task)
                .list();
    }

    void insert(Task task) {
        jdbc.sql("""
                        insert into processing.task (id, dossier, agency, procedure, step_table, step, kind, first, post,
                               applicant, filer, due_at, budget_due_at)
                        values (:id, :dossier, :agency, :procedure, :table, :step, :kind, :first, :post,
                                :applicant, :filer, :dueAt, :budgetDueAt)
                        """).paramSource(Params.of(task)).update();
    }

    /// Closes the dossier's open task and opens the next one in its place.
    int replace(Task next, PersonId by, String outcome) {
        return jdbc.sql("""
                        with closed as (
                            update processing.task
                               set closed_at = transaction_timestamp(), closed_by = :by, outcome = :outcome
                             where dossier = :dossier and closed_at is null)
                        insert into processing.task (id, dossier, agency, procedure, step_table, step, kind, first, post,
                               applicant, filer, due_at, budget_due_at)
                        values (:id, :dossier, :agency, :procedure, :table, :step, :kind, :first, :post,
                                :applicant, :filer, :dueAt, :budgetDueAt)
                        """)
                .paramSource(Params.of(next, "by", by, "outcome", outcome))
                .update();
    }

    /// The same by a verb of this module, with its journal entry; empty when the task is no longer open.
    Optional<UUID> step(
            Task task,
            @Nullable Task next,
            PersonId by,
            String outcome,
            @Nullable String opinion,
            Map<String, Object> entry) {
        String opening = next == null ? "" : """
                , opened as (
                    insert into processing.task (id, dossier, agency, procedure, step_table, step, kind, first, post,
                           applicant, filer, due_at, budget_due_at)
                    select :id, :dossier, :agency, :procedure, :table, :step, :kind, :first, :post,
                           :applicant, :filer, :dueAt, :budgetDueAt from closed)
                """;
        Params params = Params.of(next == null ? task : next, "by", by, "outcome", outcome)
                .put("opinion", opinion)
                .put("closing", task.id())
                .addAll(entry);
        return jdbc.sql("""
                        with closed as (
                            update processing.task
                               set closed_at = transaction_timestamp(), closed_by = :by, outcome = :outcome,
                                   opinion = :opinion
                             where id = :closing and closed_at is null and not paused
                            returning id)
                        """ + opening + """
                        select a.entry from closed c cross join lateral (select""" + " " + Journal.APPEND + " as entry) a")
                .paramSource(params)
                .query(UUID.class)
                .optional();
    }

    void pause(DossierId dossier, boolean paused, @Nullable Instant dueAt) {
        jdbc.sql("""
                        update processing.task set paused = :paused, due_at = coalesce(cast(:dueAt as timestamptz), due_at)
                         where dossier = :dossier and closed_at is null
                        """)
                .paramSource(Params.pairs("dossier", dossier, "paused", paused, "dueAt", dueAt))
                .update();
    }

    void close(DossierId dossier, PersonId by, String outcome) {
        jdbc.sql("""
                        update processing.task
                           set closed_at = transaction_timestamp(), closed_by = :by, outcome = :outcome
                         where dossier = :dossier and closed_at is null
                        """)
                .paramSource(Params.pairs("dossier", dossier, "by", by, "outcome", outcome))
                .update();
    }

    boolean assign(TaskId id, PersonId to) {
        return jdbc.sql("update processing.task set assignee = :to where id = :id and closed_at is null")
                        .paramSource(Params.pairs("id", id, "to", to))
                        .update()
                == 1;
    }

    /// Open tasks of some posts, the one due first on top.
    ///
    /// @param posts all of the agency's when null
    /// @param view all tasks when null
    /// @param me whose view it is
    /// @param after `due|id` of the last one seen
    Page<Task> tasks(
            AgencyCode agency,
            @Nullable Collection<PostCode> posts,
            @Nullable TaskView view,
            PersonId me,
            @Nullable String after,
            int size) {
        Params params = desk(agency, posts, me).put("limit", size + 1);
        String beyond = view == null ? "" : " and " + condition(view);
        if (after != null) {
            int bar = after.indexOf('|');
            try {
                params.put("due", Instant.parse(after.substring(0, Math.max(bar, 0))));
                params.put("id", UUID.fromString(after.substring(bar + 1)));
                beyond += " and (t.due_at, t.id) > (cast(:due as timestamptz), :id)";
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException e) {
                return new Page<>(List.of(), null);
            }
        }
        List<Task> rows = jdbc.sql(
                        "select " + COLUMNS + """
                          from processing.task t
                         where t.agency = :agency and t.closed_at is null
                        """ + at(posts) + beyond + " order by t.due_at, t.id limit :limit")
                .paramSource(params)
                .query(ProcessingStore::task)
                .list();
        return Page.of(rows, size, task -> task.dueAt() + "|" + task.id());
    }

    /// How many tasks each view of these posts together holds.
    ///
    /// @param posts all of the agency's when null
    Load load(AgencyCode agency, @Nullable Collection<PostCode> posts, PersonId me) {
        return jdbc.sql("select count(*) as open,"
                        + count(TaskView.LATE, "late") + ","
                        + count(TaskView.SOON, "soon") + ","
                        + count(TaskView.CITIZEN, "paused") + ","
                        + count(TaskView.MINE, "mine") + ","
                        + count(TaskView.TO_RECEIVE, "to_receive") + ","
                        + count(TaskView.TO_SIGN, "to_sign")
                        + " from processing.task t where t.agency = :agency and t.closed_at is null"
                        + at(posts))
                .paramSource(desk(agency, posts, me))
                .query(Load.class)
                .single();
    }

    private static String condition(TaskView view) {
        return switch (view) {
            case MINE -> "not t.paused and (t.assignee is null or t.assignee = :me)";
            case TO_RECEIVE -> "t.kind = 'RECEIVE' and not t.paused";
            case TO_SIGN -> "t.kind = 'SIGN' and not t.paused";
            case LATE -> "t.due_at < now() and not t.paused";
            case SOON -> "t.due_at >= now() and t.due_at < now() + interval '2 days' and not t.paused";
            case CITIZEN -> "t.paused";
        };
    }

    private static String count(TaskView view, String name) {
        return " count(*) filter (where " + condition(view) + ") as " + name;
    }

    private static String at(@Nullable Collection<PostCode> posts) {
        return posts == null ? "" : " and t.post in (:posts)";
    }

    private static Params desk(AgencyCode agency, @Nullable Collection<PostCode> posts, PersonId me) {
        Params params = Params.pairs("agency", agency, "me", me);
        if (posts != null) {
            params.addValue("posts", posts.stream().map(PostCode::value).toList());
        }
        return params;
    }

    List<StepTable> stepTables(ProcedureCode procedure, AgencyCode agency) {
        return jdbc
                .sql(
                        "select id from processing.step_table where procedure = :procedure and agency = :agency order by version")
                .param("procedure", procedure.value())
                .param("agency", agency.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(this::stepTable)
                .toList();
    }

    StepTable stepTable(UUID id) {
        List<Step> steps = jdbc.sql("""
                        select number, kind, post, title, title_english, outcome, hours
                          from processing.step where step_table = :id order by number
                        """)
                .param("id", id)
                .query((row, i) -> new Step(
                        row.getInt("number"),
                        StepKind.valueOf(row.getString("kind")),
                        new PostCode(row.getString("post")),
                        row.getString("title"),
                        row.getString("title_english"),
                        row.getString("outcome"),
                        row.getInt("hours")))
                .list();
        return jdbc.sql(
                        "select id, procedure, agency, version, from_day, decision from processing.step_table where id = :id")
                .param("id", id)
                .query((row, i) -> new StepTable(
                        id,
                        new ProcedureCode(row.getString("procedure")),
                        new AgencyCode(row.getString("agency")),
                        row.getInt("version"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("decision"),
                        steps))
                .single();
    }

    boolean insert(StepTable table) {
        boolean added = jdbc.sql("""
                        insert into processing.step_table (id, procedure, agency, version, from_day, decision)
                        values (:id, :procedure, :agency, :version, :from, :decision)
                        on conflict (procedure, agency, version) do nothing
                        """)
                        .paramSource(
                                Params.pairs("id", table.id(), "procedure", table.procedure(), "agency", table.agency())
                                        .put("version", table.version())
                                        .put("from", table.from())
                                        .put("decision", table.decision()))
                        .update()
                == 1;
        if (added) {
            table.steps()
                    .forEach(step -> jdbc.sql("""
                            insert into processing.step (step_table, number, kind, post, title, title_english, outcome, hours)
                            values (:table, :number, :kind, :post, :title, :titleEnglish, :outcome, :hours)
                            """)
                            .paramSource(Params.of(step, "table", table.id()))
                            .update());
        }
        return added;
    }

    private static Task task(ResultSet row, int i) throws SQLException {
        UUID assignee = row.getObject("assignee", UUID.class);
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new DossierId(row.getObject("dossier", UUID.class)),
                new AgencyCode(row.getString("agency")),
                new ProcedureCode(row.getString("procedure")),
                row.getObject("step_table", UUID.class),
                row.getInt("step"),
                StepKind.valueOf(row.getString("kind")),
                row.getBoolean("first"),
                new PostCode(row.getString("post")),
                new PersonId(row.getObject("applicant", UUID.class)),
                new PersonId(row.getObject("filer", UUID.class)),
                assignee == null ? null : new PersonId(assignee),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("budget_due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("paused"),
                closed == null ? null : closed.toInstant());
    }
}
