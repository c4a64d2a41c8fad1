package org.phigiay.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.identity.Access;
import org.phigiay.identity.People;
import org.phigiay.identity.Reading;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.Page;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// Xử lý: the one entry to the work on steps. Each verb closes a task and opens the next in one statement with its
/// journal entry.
@Component
public class Processing {
    private static final int SHORTEST_REASON = 10;

    private final ProcessingStore store;
    private final OpenStepsOnDossierChange steps;
    private final StepTables tables;
    private final Dossiers dossiers;
    private final Results results;
    private final Access access;
    private final Journal journal;
    private final People people;
    private final Transactions transactions;

    Processing(
            ProcessingStore store,
            OpenStepsOnDossierChange steps,
            StepTables tables,
            Dossiers dossiers,
            Results results,
            Access access,
            Journal journal,
            People people,
            Transactions transactions) {
        this.store = store;
        this.steps = steps;
        this.tables = tables;
        this.dossiers = dossiers;
        this.results = results;
        this.access = access;
        this.journal = journal;
        this.people = people;
        this.transactions = transactions;
    }

    /// Does one act of work on a dossier's open step.
    ///
    /// @throws NotAllowedNow when no such work is open, with what is
    /// @throws Conflict when somebody was faster
    public void act(Actor actor, DossierId id, StepAction action) {
        switch (action) {
            case StepAction.Assign assign -> assign(actor, id, assign);
            case StepAction.CompleteStep complete -> complete(actor, id, complete);
            case StepAction.ReturnStep back -> returnStep(actor, id, back);
            case StepAction.Sign sign -> sign(actor, id, sign);
            case StepAction.Issue _ -> issue(actor, id);
        }
    }

    private void assign(Actor actor, DossierId id, StepAction.Assign assign) {
        Task _ = transactions.write(actor, opening(id), open -> {
            Task task = openTask(actor, id, open, Right.TASK_ASSIGN, "assign");
            var to = assign.to() == null ? actor.person() : assign.to();
            if (!people.holders(task.post()).contains(to)) {
                throw Invalid.of("to", "processing.assign.not-holder");
            }
            start(actor, task);
            journal.append(entry("task.assigned", actor, task).with("step", task.step()));
            if (!store.assign(task.id(), to)) {
                throw new Conflict("processing.somebody-was-faster");
            }
            return task;
        });
    }

    private void complete(Actor actor, DossierId id, StepAction.CompleteStep complete) {
        Task _ = transactions.write(actor, opening(id), open -> {
            Task task = openTask(actor, id, open, Right.TASK_COMPLETE, "complete-step");
            return switch (task.kind()) {
                case VERIFY -> closeAndOpen(actor, task, complete.opinion());
                case DRAFT -> {
                    results.draft(actor, task, complete.fields());
                    yield closeAndOpen(actor, task, complete.opinion());
                }
                case FINISH -> finish(actor, task, complete.opinion());
                case RECEIVE, SIGN, ISSUE, HAND_OVER -> throw notNow(actor, id);
            };
        });
    }

    /// Settles the matter without a paper: the dossier is finished and waits to be handed over when the table says so.
    private Task finish(Actor actor, Task task, @Nullable String opinion) {
        start(actor, task);
        Task closed = closeAndOpen(actor, task, opinion);
        dossiers.finishWithoutPaper(actor, task.dossier(), task.agency());
        return closed;
    }

    private Task closeAndOpen(Actor actor, Task task, @Nullable String opinion) {
        start(actor, task);
        StepTable table = tables.of(task.table());
        Task next = table.after(task.step())
                .map(step -> steps.next(task, step.number(), journal.now()))
                .orElse(null);
        Draft draft = entry("step.completed", actor, task)
                .because(opinion, null)
                .with("step", task.step())
                .with("kind", task.kind().name())
                .with("next", next == null ? null : next.post().value());
        var id = store.step(task, next, actor.person(), "completed", opinion, journal.params(draft))
                .orElseThrow(() -> new Conflict("processing.somebody-was-faster"));
        journal.written(draft, id);
        return task;
    }

    private void returnStep(Actor actor, DossierId id, StepAction.ReturnStep back) {
        if (back.reason().strip().length() < SHORTEST_REASON) {
            throw Invalid.of("reason", "processing.return.reason", SHORTEST_REASON);
        }
        Task _ = transactions.write(actor, opening(id), open -> {
            Task task = openTask(actor, id, open, Right.TASK_RETURN, "return-step");
            StepTable table = tables.of(task.table());
            Step to = table.returnable(task.step()).stream()
                    .filter(step -> step.number() == back.to())
                    .findFirst()
                    .orElseThrow(() -> Invalid.of("to", "processing.return.not-there", back.to()));
            if (task.kind() == StepKind.ISSUE || task.kind() == StepKind.HAND_OVER) {
                throw notNow(actor, id);
            }
            Task next = steps.next(task, to.number(), journal.now());
            Draft draft = entry("step.returned", actor, task)
                    .because(back.reason(), null)
                    .with("step", task.step())
                    .with("to", to.number())
                    .with("next", next.post().value());
            var entry = store.step(task, next, actor.person(), "returned", back.reason(), journal.params(draft))
                    .orElseThrow(() -> new Conflict("processing.somebody-was-faster"));
            journal.written(draft, entry);
            return next;
        });
    }

    /// Reserve, sign outside any transaction, record.
    private void sign(Actor actor, DossierId id, StepAction.Sign sign) {
        Task task = transactions.reserve(actor, () -> {
            Task open = openTask(actor, id, store.open(id), Right.RESULT_SIGN, "sign");
            requireKind(actor, open, StepKind.SIGN);
            results.reserve(actor, open, "sign");
            return open;
        });
        Results.Signed signed = results.signPersonally(actor, task, sign.seen());
        Task _ = transactions.write(actor, () -> {
            results.recordSignature(actor, task, signed);
            return closeAndOpen(actor, task, null);
        });
    }

    private void issue(Actor actor, DossierId id) {
        Task task = transactions.reserve(actor, () -> {
            Task open = openTask(actor, id, store.open(id), Right.RESULT_ISSUE, "issue");
            requireKind(actor, open, StepKind.ISSUE);
            results.reserve(actor, open, "issue");
            results.number(open, journal.now());
            return open;
        });
        Results.Issued issued = results.signForAgency(actor, task);
        Dossier _ = transactions.write(actor, () -> {
            results.recordIssue(actor, task, issued);
            closeAndOpen(actor, task, null);
            return dossiers.act(actor, id, new DossierAction.Issue());
        });
    }

    /// What this person could do on the open step now, in the order of use.
    public List<Class<? extends StepAction>> possible(Actor actor, Dossier dossier) {
        Task task = store.open(dossier.id()).orElse(null);
        if (task == null || task.paused() || dossier.state() == DossierState.SUBMITTED) {
            return List.of();
        }
        List<Class<? extends StepAction>> possible = new ArrayList<>();
        switch (task.kind()) {
            case VERIFY, DRAFT, FINISH ->
                add(possible, actor, task, Right.TASK_COMPLETE, StepAction.CompleteStep.class);
            case SIGN -> add(possible, actor, task, Right.RESULT_SIGN, StepAction.Sign.class);
            case ISSUE -> add(possible, actor, task, Right.RESULT_ISSUE, StepAction.Issue.class);
            case RECEIVE, HAND_OVER -> {}
        }
        boolean back = !tables.of(task.table()).returnable(task.step()).isEmpty()
                && task.kind() != StepKind.ISSUE
                && task.kind() != StepKind.HAND_OVER;
        if (back) {
            add(possible, actor, task, Right.TASK_RETURN, StepAction.ReturnStep.class);
        }
        if (task.kind() != StepKind.HAND_OVER) {
            add(possible, actor, task, Right.TASK_ASSIGN, StepAction.Assign.class);
        }
        return possible;
    }

    private void add(
            List<Class<? extends StepAction>> possible,
            Actor actor,
            Task task,
            Right right,
            Class<? extends StepAction> action) {
        if (access.could(actor, right, task.target())) {
            possible.add(action);
        }
    }

    /// The task open on a dossier.
    public Optional<Task> openTask(DossierId id) {
        return transactions.read(Actor.SYSTEM, () -> store.open(id));
    }

    /// The step table a task belongs to.
    public StepTable table(Task task) {
        return tables.of(task.table());
    }

    /// The open tasks of the person's posts, the one due first on top. One reading entry for the list.
    public Page<Task> tasks(Actor actor, @Nullable PostCode post, @Nullable String after, int size) {
        return listed(actor, Right.TASK_LIST, posts(actor, post), null, after, size);
    }

    /// One saved view of the open tasks of the person's posts, the one due first on top.
    public Page<Task> tasksIn(Actor actor, TaskView view, @Nullable String after, int size) {
        return listed(actor, Right.TASK_LIST, posts(actor, null), view, after, size);
    }

    /// One saved view of the open tasks of all posts of the person's agency, the one due first on top.
    public Page<Task> tasksOfAgency(Actor actor, TaskView view, @Nullable String after, int size) {
        return listed(actor, Right.DOSSIER_LIST, null, view, after, size);
    }

    private Page<Task> listed(
            Actor actor,
            Right right,
            @Nullable List<PostCode> posts,
            @Nullable TaskView view,
            @Nullable String after,
            int size) {
        AgencyCode agency = agency(actor);
        return transactions.write(actor, () -> {
            Reading reading = access.read(actor, right, Target.of(agency));
            if (reading.noted()) {
                journal.append(Draft.of("tasks.listed", listSubject(agency), agency, actor)
                        .reading(reading.why())
                        .with("view", view == null ? null : view.name())
                        .with(
                                "posts",
                                posts == null
                                        ? null
                                        : posts.stream().map(PostCode::value).toList()));
            }
            return posts != null && posts.isEmpty()
                    ? new Page<>(List.of(), null)
                    : store.tasks(agency, posts, view, actor.person(), after, size);
        });
    }

    /// How much lies on the person's desk.
    public Load load(Actor actor) {
        AgencyCode agency = agency(actor);
        access.require(actor, Right.TASK_LIST, Target.of(agency));
        List<PostCode> posts = posts(actor, null);
        return posts.isEmpty()
                ? Load.NOTHING
                : transactions.read(actor, () -> store.load(agency, posts, actor.person()));
    }

    /// How much lies on all desks of the person's agency: numbers only.
    public Load loadOfAgency(Actor actor) {
        AgencyCode agency = agency(actor);
        access.require(actor, Right.TASK_LIST, Target.of(agency));
        return transactions.read(actor, () -> store.load(agency, null, actor.person()));
    }

    /// The agency whose desks the person may ask about; whoever holds no post is refused by the authorisation point.
    private AgencyCode agency(Actor actor) {
        return actor.agency().orElseGet(() -> {
            AgencyCode none = new AgencyCode("");
            access.require(actor, Right.TASK_LIST, Target.of(none));
            return none;
        });
    }

    private static List<PostCode> posts(Actor actor, @Nullable PostCode only) {
        return actor.posts().stream()
                .map(Actor.Held::post)
                .filter(held -> only == null || held.equals(only))
                .toList();
    }

    private Transactions.Opening<Optional<Task>> opening(DossierId id) {
        return (person, agency) -> store.opened(person, agency, id);
    }

    private Task openTask(Actor actor, DossierId id, Optional<Task> open, Right right, String name) {
        Task task = open.orElse(null);
        if (task == null) {
            Dossier dossier = dossiers.find(id);
            access.require(actor, right, dossiers.target(dossier));
            throw new NotAllowedNow(dossier.state().name(), names(actor, dossier));
        }
        access.require(actor, right, task.target());
        if (task.paused() || (task.kind() == StepKind.RECEIVE && !name.equals("assign"))) {
            throw notNow(actor, id);
        }
        return task;
    }

    private void requireKind(Actor actor, Task task, StepKind kind) {
        if (task.kind() != kind) {
            throw notNow(actor, task.dossier());
        }
    }

    private NotAllowedNow notNow(Actor actor, DossierId id) {
        Dossier dossier = dossiers.find(id);
        return new NotAllowedNow(dossier.state().name(), names(actor, dossier));
    }

    /// Names of all that the person could do now, moves and steps.
    public List<String> names(Actor actor, Dossier dossier) {
        List<String> names = new ArrayList<>();
        dossiers.possible(actor, dossier).forEach(move -> names.add(org.phigiay.dossiers.ActionNames.of(move)));
        possible(actor, dossier).forEach(step -> names.add(org.phigiay.dossiers.ActionNames.of(step)));
        return names;
    }

    private void start(Actor actor, Task task) {
        if (task.first()) {
            dossiers.startWork(actor, task.dossier(), task.agency());
        }
    }

    private static Draft entry(String type, Actor actor, Task task) {
        return Draft.of(type, task.dossier().value(), task.agency(), actor).as(actingPost(actor, task));
    }

    private static @Nullable PostCode actingPost(Actor actor, Task task) {
        return actor.holds(task.post())
                ? task.post()
                : actor.posts().stream()
                        .filter(held -> held.agency().equals(task.agency()))
                        .map(Actor.Held::post)
                        .findFirst()
                        .orElse(null);
    }

    private static java.util.UUID listSubject(AgencyCode agency) {
        return java.util.UUID.nameUUIDFromBytes(
                ("agency:" + agency.value()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
