package org.phigiay.dossiers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Due;
import org.phigiay.calendar.Term;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierAction.Issue;
import org.phigiay.dossiers.DossierAction.Receive;
import org.phigiay.dossiers.DossierAction.Refuse;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierAction.Start;
import org.phigiay.dossiers.DossierAction.Supplement;
import org.phigiay.dossiers.DossierAction.Withdraw;
import org.phigiay.identity.Access;
import org.phigiay.identity.Bodies;
import org.phigiay.identity.Body;
import org.phigiay.identity.Reading;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Hồ sơ: the one entry to dossiers, with a verb for everything that happens to one.
@Component
public class Dossiers {
    /// How long a filed dossier may wait for reception, in working time (practice of Decree 107/2021, kept under
    /// Decree 118/2025).
    public static final Duration RECEPTION_LIMIT = Duration.ofHours(8);

    private final DossierStore store;
    private final Intake intake;
    private final NewDossiers fresh;
    private final Bodies bodies;
    private final Calendars calendars;
    private final Promises promises;
    private final Access access;
    private final Journal journal;
    private final Transactions transactions;
    private final ObjectProvider<OpenTasks> openTasks;

    Dossiers(
            DossierStore store,
            Intake intake,
            NewDossiers fresh,
            Bodies bodies,
            Calendars calendars,
            Promises promises,
            Access access,
            Journal journal,
            Transactions transactions,
            ObjectProvider<OpenTasks> openTasks) {
        this.store = store;
        this.intake = intake;
        this.fresh = fresh;
        this.bodies = bodies;
        this.calendars = calendars;
        this.promises = promises;
        this.access = access;
        this.journal = journal;
        this.transactions = transactions;
        this.openTasks = openTasks;
    }

    /// Nộp hồ sơ: files a dossier. Answers it with its request code, waiting for reception.
    ///
    /// @throws Invalid when answers or papers are missing or malformed, each with its field
    public Dossier submit(Actor actor, Submission submission) {
        access.require(actor, Right.FILE_DOSSIER, Target.general());
        return transactions.write(actor, () -> fresh.file(actor, submission));
    }

    /// Moves a dossier. Who may, and from which state, is read from the two tables.
    ///
    /// @throws NotAllowedNow when the state does not allow it, with what it allows
    /// @throws Conflict when somebody was faster
    public Dossier act(Actor actor, DossierId id, DossierAction action) {
        return transactions.write(
                actor,
                (person, agency) -> store.opened(person, agency, id),
                found -> move(actor, found.orElseThrow(NotFound::new), action));
    }

    /// The same for a dossier already read in this transaction.
    public Dossier move(Actor actor, Dossier before, DossierAction action) {
        Target target = target(before, action);
        access.require(actor, right(action.getClass()), target);
        Dossier dossier = started(actor, before, action);
        DossierState to = DossierState.LIFE
                .next(dossier.state(), action.getClass())
                .orElseThrow(() -> new NotAllowedNow(dossier.state().name(), possibleNames(actor, dossier)));
        if ((action instanceof RequestSupplement || action instanceof Refuse) && signed(dossier)) {
            throw new NotAllowedNow(dossier.state().name(), possibleNames(actor, dossier));
        }
        Instant now = journal.now();
        return switch (action) {
            case Receive receive -> receive(actor, dossier, receive, to, now);
            case RequestSupplement request -> requestSupplement(actor, dossier, request, to, now);
            case Supplement supplement -> supplement(actor, dossier, supplement, to, now);
            case Refuse refuse -> refuse(actor, dossier, refuse, to, now);
            case Start _ -> changed(actor, dossier, dossier.with(to), "dossier.started");
            case Issue _ -> changed(actor, dossier, dossier.with(to).finished(now), "dossier.issued");
            case HandOver handOver -> {
                Draft draft = draft("dossier.handed-over", actor, dossier, to)
                        .with("way", handOver.way().name());
                yield changed(dossier, dossier.with(to).returned(now), draft);
            }
            case Withdraw withdraw -> {
                Draft draft = draft("dossier.withdrawn", actor, dossier, to)
                        .because(withdraw.reason(), null)
                        .with("asked", withdraw.asked());
                yield changed(dossier, promises.resumed(dossier, now).with(to).finished(now), draft);
            }
        };
    }

    /// Starts work on a received dossier; nothing happens when it was started before. The caller has asked for the
    /// right
    /// to work on the step.
    public void startWork(Actor actor, DossierId id, AgencyCode agency) {
        moveBlindly(actor, id, agency, "dossier.started", DossierState.RECEIVED, DossierState.IN_PROCESS);
    }

    /// Ends processing of a matter that yields no paper. The caller has asked for the right to work on the step.
    ///
    /// @throws Conflict when the dossier is not in process
    public void finishWithoutPaper(Actor actor, DossierId id, AgencyCode agency) {
        if (!moveBlindly(actor, id, agency, "dossier.issued", DossierState.IN_PROCESS, DossierState.FINISHED)) {
            throw new Conflict("dossiers.somebody-was-faster");
        }
    }

    private boolean moveBlindly(
            Actor actor, DossierId id, AgencyCode agency, String type, DossierState from, DossierState to) {
        Draft draft = Draft.of(type, id.value(), agency, actor).moving(from.code(), to.code());
        return store.moveBlindly(id, from, to, to == DossierState.FINISHED, journal.params(draft))
                .map(entry -> journal.written(draft, entry))
                .isPresent();
    }

    /// Đánh giá: the citizen rates the service, once, when the matter is over.
    ///
    /// @param stars one (very bad) to five (very good)
    public Dossier rate(Actor actor, DossierId id, int stars, @Nullable String words) {
        if (stars < 1 || stars > 5) {
            throw Invalid.of("stars", "dossiers.rating.range");
        }
        return transactions.write(actor, () -> {
            Dossier dossier = find(id);
            access.require(actor, Right.DOSSIER_RATE, target(dossier));
            if (!ratable(dossier)) {
                throw new NotAllowedNow(dossier.state().name(), possibleNames(actor, dossier));
            }
            if (dossier.rating() != null || !store.rate(dossier.id(), stars, words)) {
                throw new Conflict("dossiers.rated-already");
            }
            journal.append(draft("dossier.rated", actor, dossier, null).with("stars", stars));
            return dossier.rated(stars);
        });
    }

    public static boolean ratable(Dossier dossier) {
        return dossier.finishedAt() != null && dossier.rating() == null;
    }

    /// Reads a dossier as this person; an official's reading leaves an entry with its purpose.
    ///
    /// @throws NotFound when there is none, or none this person may know of
    public Dossier read(Actor actor, DossierId id) {
        return read(actor, id, Right.DOSSIER_READ);
    }

    /// Reads something of a dossier (a file, the result) under its own right.
    public Dossier read(Actor actor, DossierId id, Right right) {
        return transactions.write(actor, () -> {
            Dossier dossier = find(id);
            Reading reading = access.read(actor, right, withTasks(dossier));
            if (reading.noted()) {
                journal.append(draft("dossier.read", actor, dossier, null)
                        .reading(reading.why())
                        .with("what", right.name()));
            }
            return dossier;
        });
    }

    /// The dossier for the list of actions: shows no personal data, hence leaves no entry.
    public Dossier glance(Actor actor, DossierId id) {
        return transactions.read(actor, () -> {
            Dossier dossier = find(id);
            access.require(actor, Right.DOSSIER_ACTIONS, withTasks(dossier));
            return dossier;
        });
    }

    /// The dossiers of the person's agency, or the person's own when they hold no post, newest first.
    ///
    /// @param states only these; all when empty
    /// @param words part of a code or of the applicant's name
    /// @param after where the page begins
    public Page<Dossier> list(Actor actor, List<DossierState> states, @Nullable String words, @Nullable String after) {
        return transactions.write(actor, () -> {
            DossierId before = after == null ? null : DossierId.parse(after);
            if (!actor.official()) {
                access.require(actor, Right.OWN_DOSSIERS_LIST, Target.general());
                return store.ofPerson(actor.person(), selves(actor), states, words, before);
            }
            var agency = actor.agency().orElseThrow();
            Reading reading = access.read(actor, Right.DOSSIER_LIST, Target.of(agency));
            if (reading.noted()) {
                journal.append(Draft.of("dossiers.listed", agencySubject(agency.value()), agency, actor)
                        .reading(reading.why())
                        .with("states", states.toString())
                        .with("searched", words != null && !words.isBlank()));
            }
            return store.ofAgency(agency, states, words, before);
        });
    }

    /// The person's own dossiers, also for an official in private life.
    public Page<Dossier> own(Actor actor, @Nullable String after) {
        access.require(actor, Right.OWN_DOSSIERS_LIST, Target.general());
        DossierId before = after == null ? null : DossierId.parse(after);
        return transactions.read(actor, () -> store.ofPerson(actor.person(), selves(actor), List.of(), null, before));
    }

    /// The person and the organisations for which the person may act.
    private List<PersonId> selves(Actor actor) {
        List<PersonId> selves = new ArrayList<>(
                bodies.heldBy(actor.person()).stream().map(Body::id).toList());
        selves.addFirst(actor.person());
        return selves;
    }

    /// The moves this person could make now, in the order of the table.
    public List<Class<? extends DossierAction>> possible(Actor actor, Dossier dossier) {
        List<Class<? extends DossierAction>> possible = new ArrayList<>();
        Set<Class<? extends DossierAction>> candidates =
                new LinkedHashSet<>(DossierState.LIFE.possible(dossier.state()));
        if (dossier.state() == DossierState.RECEIVED) {
            candidates.addAll(DossierState.LIFE.possible(DossierState.IN_PROCESS));
        }
        candidates.remove(Start.class);
        candidates.remove(Issue.class);
        for (Class<? extends DossierAction> action : candidates) {
            if (allowedOnce(dossier, action)
                    && access.could(actor, right(action), target(dossier, action))
                    && stands(actor, dossier, action)) {
                possible.add(action);
            }
        }
        return possible;
    }

    /// All that happened to a dossier, oldest first; not the readings.
    public List<Entry> timeline(Actor actor, DossierId id) {
        return timeline(read(actor, id));
    }

    /// The same for a dossier that was read just now: one look leaves one entry.
    public List<Entry> timeline(Dossier read) {
        return transactions.read(
                Actor.SYSTEM,
                () -> journal.of(read.subject()).stream()
                        .filter(entry -> !entry.type().equals("dossier.read"))
                        .toList());
    }

    /// Who read it, by post, when and why, oldest first: for the person whose matter it is and for inspectors.
    public List<Entry> readings(Actor actor, DossierId id) {
        Dossier dossier = read(actor, id, Right.DOSSIER_READINGS);
        return transactions.read(
                actor,
                () -> journal.of(dossier.subject()).stream()
                        .filter(entry -> entry.type().equals("dossier.read"))
                        .toList());
    }

    /// A dossier by its id inside a transaction of a higher module; asks no right.
    public Dossier find(DossierId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /// Several dossiers at once inside a transaction of a higher module; asks no right.
    public Map<DossierId, Dossier> all(Set<DossierId> ids) {
        return ids.isEmpty() ? Map.of() : store.all(ids);
    }

    /// The dossier with that request code or dossier code: for public tracking, which shows nothing personal.
    public Optional<Dossier> byCode(String code) {
        return transactions.read(Actor.ANYONE, () -> store.byCode(normal(code)));
    }

    private Dossier receive(Actor actor, Dossier filed, Receive receive, DossierState to, Instant now) {
        Dossier dossier = promised(filed, receive.term());
        Due due = calendars.due(dossier.agency(), now, dossier.term());
        Draft draft = draft("dossier.received", actor, dossier, to)
                .because(receive.note(), null)
                .with("dueAt", due.at().toString())
                .with("stated", receive.term() == null ? null : dossier.termAmount() + " " + dossier.termUnit());
        DossierStore.Received received = store.receive(
                        dossier,
                        to,
                        due.at(),
                        DossierCodes.prefix(dossier.agency(), now),
                        DossierCodes.day(now),
                        journal.params(draft))
                .orElseThrow(() -> new Conflict("dossiers.somebody-was-faster"));
        journal.written(draft, received.entry());
        return dossier.with(to).received(received.code(), now, due.at());
    }

    /// The desk states the term where the announcement leaves it open, and nowhere else.
    private static Dossier promised(Dossier dossier, @Nullable Term term) {
        if (dossier.statedTerm().isPresent()) {
            if (term != null && !term.equals(dossier.term())) {
                throw Invalid.of("term", "dossiers.term.stated-already");
            }
            return dossier;
        }
        if (term == null) {
            throw Invalid.of("term", "dossiers.term.open");
        }
        return dossier.stated(term);
    }

    private Dossier requestSupplement(
            Actor actor, Dossier dossier, RequestSupplement request, DossierState to, Instant now) {
        if (!allowedOnce(dossier, RequestSupplement.class)) {
            throw new Conflict("dossiers.supplement.once");
        }
        intake.checkRequest(dossier, request, now);
        Draft draft = draft("dossier.supplement-requested", actor, dossier, to)
                .because(request.reason(), request.clause())
                .with(
                        "items",
                        request.items().stream()
                                .map(RequestSupplement.Item::component)
                                .toList())
                .with("until", request.until() == null ? null : request.until().toString());
        boolean pauses = to == DossierState.SUPPLEMENT_IN_PROCESS;
        Dossier after = dossier.with(to).supplementAsked(pauses ? now : null);
        Entry entry = append(dossier, after, draft);
        store.addDecision(
                after, "supplement", entry, request.items(), request.reason(), request.clause(), request.until(), null);
        if (pauses) {
            store.openPause(after);
        }
        return after;
    }

    private Dossier supplement(Actor actor, Dossier dossier, Supplement supplement, DossierState to, Instant now) {
        Intake.Accepted accepted = intake.checkSupplement(
                actor, dossier, supplement, latestAnswers(dossier.id()), papers(dossier.id()), now);
        Draft draft = draft("dossier.supplemented", actor, dossier, to)
                .as(null)
                .sealing(accepted.hash())
                .with("papers", supplement.files().size());
        Dossier after = to == DossierState.SUBMITTED
                ? dossier.with(to).waitingAgain(calendars.after(dossier.agency(), now, RECEPTION_LIMIT))
                : promises.resumed(dossier, now).with(to);
        Dossier changed = changed(
                dossier,
                after,
                draft.with("dueAt", after.dueAt() == null ? null : after.dueAt().toString()));
        store.addFiling(changed, actor.person(), accepted.answers(), supplement.note(), accepted.papers());
        return changed;
    }

    private Dossier refuse(Actor actor, Dossier dossier, Refuse refuse, DossierState to, Instant now) {
        intake.checkRefusal(refuse);
        Draft draft = draft("dossier.refused", actor, dossier, to).because(refuse.reason(), refuse.clause());
        Dossier after = dossier.with(to).finished(now);
        Entry entry = append(dossier, after, draft);
        store.addDecision(after, "refusal", entry, List.of(), refuse.reason(), refuse.clause(), null, refuse.wayOn());
        return after;
    }

    /// Work on a received dossier starts by itself, so that the nation sees 2 → 4 before what follows.
    private Dossier started(Actor actor, Dossier dossier, DossierAction action) {
        return DossierState.startedFirst(dossier.state(), action.getClass())
                .map(to -> changed(actor, dossier, dossier.with(to), "dossier.started"))
                .orElse(dossier);
    }

    /// The answers as they stand: the last filing.
    public JsonNode latestAnswers(DossierId id) {
        return store.answers(id);
    }

    /// For whom it was filed, as the filer told.
    public Party party(Dossier dossier) {
        return dossier.representation() == Representation.SELF
                ? Party.SELF
                : store.party(dossier.id()).orElse(Party.SELF);
    }

    /// Where the prefilled answers of the filing came from, by the answer's path: a JSON object.
    public JsonNode origins(DossierId id) {
        return store.origins(id);
    }

    /// The papers of a dossier, in the order in which they came.
    public List<Paper> papers(DossierId id) {
        return store.papers(id);
    }

    /// What was decided about it (supplements asked, a refusal), oldest first.
    public List<StatedDecision> decisions(DossierId id) {
        return store.decisions(id);
    }

    private Dossier changed(Actor actor, Dossier before, Dossier after, String type) {
        return changed(before, after, draft(type, actor, before, after.state()));
    }

    private Dossier changed(Dossier before, Dossier after, Draft draft) {
        Entry entry = append(before, after, draft);
        return entry.subject().equals(after.subject()) ? after : before;
    }

    private Entry append(Dossier before, Dossier after, Draft draft) {
        var id = store.update(after, before.state(), journal.params(draft))
                .orElseThrow(() -> new Conflict("dossiers.somebody-was-faster"));
        return journal.written(draft, id);
    }

    private static Draft draft(String type, Actor actor, Dossier dossier, @Nullable DossierState to) {
        return Draft.of(type, dossier.subject(), dossier.agency(), actor)
                .moving(to == null ? null : dossier.state().code(), to == null ? null : to.code());
    }

    /// Asking for papers and refusing belong to whoever has the matter on the desk; the others need no such look.
    private boolean stands(Actor actor, Dossier dossier, Class<? extends DossierAction> action) {
        if (action == RequestSupplement.class || action == Refuse.class) {
            return withTasks(dossier).openTaskPosts().stream().anyMatch(actor::holds) && !signed(dossier);
        }
        return true;
    }

    private boolean signed(Dossier dossier) {
        OpenTasks tasks = openTasks.getIfAvailable();
        return tasks != null && dossier.state() == DossierState.IN_PROCESS && tasks.signed(dossier.id());
    }

    private Target target(Dossier dossier, DossierAction action) {
        return target(dossier, action.getClass());
    }

    private Target target(Dossier dossier, Class<? extends DossierAction> action) {
        return right(action).who().contains(org.phigiay.identity.Who.TASK_HOLDER)
                ? withTasks(dossier)
                : target(dossier);
    }

    /// What the authorisation point must know of a dossier; whoever may act for the organisation whose it is stands for
    /// it.
    public Target target(Dossier dossier) {
        Target target = dossier.target();
        boolean perhapsOfABody = dossier.representation() == Representation.ORGANISATION
                || dossier.representation() == Representation.AUTHORISED;
        if (!perhapsOfABody) {
            return target;
        }
        Set<PersonId> representatives = new HashSet<>(target.representatives());
        representatives.addAll(bodies.holders(dossier.applicant()));
        return target.withRepresentatives(representatives);
    }

    private Target withTasks(Dossier dossier) {
        OpenTasks tasks = openTasks.getIfAvailable();
        Set<PostCode> posts = tasks == null ? Set.of() : tasks.posts(dossier.id());
        return target(dossier).withOpenTasks(posts);
    }

    private List<String> possibleNames(Actor actor, Dossier dossier) {
        return possible(actor, dossier).stream().map(ActionNames::of).toList();
    }

    /// One supplement before reception and one during processing: everything that is missing is asked at once.
    private boolean allowedOnce(Dossier dossier, Class<? extends DossierAction> action) {
        if (action != RequestSupplement.class) {
            return true;
        }
        boolean before = dossier.state() == DossierState.SUBMITTED;
        return store.supplementsAsked(dossier.id(), before) == 0;
    }

    static Right right(Class<? extends DossierAction> action) {
        if (action == Receive.class) {
            return Right.DOSSIER_RECEIVE;
        } else if (action == RequestSupplement.class) {
            return Right.DOSSIER_REQUEST_SUPPLEMENT;
        } else if (action == Supplement.class) {
            return Right.DOSSIER_SUPPLEMENT;
        } else if (action == Refuse.class) {
            return Right.DOSSIER_REFUSE;
        } else if (action == Start.class) {
            return Right.TASK_COMPLETE;
        } else if (action == Issue.class) {
            return Right.RESULT_ISSUE;
        } else if (action == HandOver.class) {
            return Right.RESULT_HAND_OVER;
        } else if (action == Withdraw.class) {
            return Right.DOSSIER_WITHDRAW;
        }
        throw new IllegalArgumentException("No right for " + action);
    }

    /// As people type it: any case, any spaces.
    private static String normal(String code) {
        return code.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("\\s+", "");
    }

    private static java.util.UUID agencySubject(String agency) {
        return java.util.UUID.nameUUIDFromBytes(("agency:" + agency).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
