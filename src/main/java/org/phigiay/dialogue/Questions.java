package org.phigiay.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Term;
import org.phigiay.forms.AnsweredQuestions;
import org.phigiay.identity.Access;
import org.phigiay.identity.Reading;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Ids;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Role;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Hỏi cán bộ: the one entry to questions, with a verb for everything that happens to one.
@Service
public class Questions implements AnsweredQuestions {

    /// Within this a question is answered; the project's own rule.
    public static final Term ANSWERED_WITHIN = Term.workingDays(5);
    /// How many questions of one person may wait for an answer.
    public static final int MOST_OPEN = 10;

    static final int SHOWN = 200;
    private static final int PUBLISHED_AT_ONCE = 10;

    private final QuestionStore store;
    private final Calendars calendars;
    private final Organisation organisation;
    private final Access access;
    private final Transactions transactions;
    private final Journal journal;

    Questions(
            QuestionStore store,
            Calendars calendars,
            Organisation organisation,
            Access access,
            Transactions transactions,
            Journal journal) {
        this.store = store;
        this.calendars = calendars;
        this.organisation = organisation;
        this.access = access;
        this.transactions = transactions;
        this.journal = journal;
    }

    /// Asks an agency about a place.
    ///
    /// @throws Invalid on `question` when it is empty, too long or holds signs that nobody can see
    /// @throws Conflict when ten questions of the person wait for an answer
    public Question ask(Actor actor, Place place, AgencyCode agency, String words) {
        access.require(actor, Right.QUESTION_ASK, Target.general());
        String text = Words.question("question", words);
        if (organisation.agency(agency).isEmpty()) {
            throw Invalid.of("agency", "dialogue.agency.unknown");
        }
        return transactions.write(actor, () -> {
            store.lock(actor.person());
            if (store.open(actor.person()) >= MOST_OPEN) {
                throw new Conflict("dialogue.too-many", MOST_OPEN);
            }
            Instant now = journal.now();
            Question question = new Question(
                    QuestionId.next(),
                    code(),
                    actor.person(),
                    agency,
                    null,
                    place,
                    text,
                    now,
                    calendars.due(agency, now, ANSWERED_WITHIN).at(),
                    null,
                    Sharing.PRIVATE,
                    null);
            store.insert(question);
            journal.append(draft("question.asked", question, actor)
                    .as(null)
                    .with("procedure", place.procedure().value())
                    .with("page", place.page())
                    .with("dueAt", question.dueAt().toString()));
            return question;
        });
    }

    /// The person's own questions, the newest first.
    public List<Question> own(Actor actor) {
        access.require(actor, Right.QUESTION_READ, Target.ownedBy(actor.person()));
        return transactions.read(actor, () -> store.of(actor.person(), SHOWN));
    }

    /// The person's own question.
    ///
    /// @throws NotFound also for another person's
    public Question own(Actor actor, QuestionId id) {
        return transactions.read(actor, () -> {
            Question question = store.find(id).orElseThrow(NotFound::new);
            access.require(actor, Right.QUESTION_READ, Target.ownedBy(question.asker()));
            return question;
        });
    }

    /// What waits for an answer of the actor's agency, the one due first on top.
    public List<Question> waiting(Actor actor) {
        AgencyCode agency = agency(actor);
        return transactions.write(actor, () -> {
            Reading reading = access.read(actor, Right.QUESTION_LIST, Target.of(agency));
            if (reading.noted()) {
                journal.append(Draft.of("questions.listed", subject(agency), agency, actor)
                        .reading(reading.why()));
            }
            return store.waiting(agency, SHOWN);
        });
    }

    /// One question, as whoever may answer it; leaves an entry.
    public Question open(Actor actor, QuestionId id) {
        return transactions.write(actor, () -> {
            Question question = store.find(id).orElseThrow(NotFound::new);
            require(actor, question);
            journal.append(draft("question.read", question, actor).reading(Reading.PROCESS));
            return question;
        });
    }

    /// Gives a question to another post of the agency.
    ///
    /// @throws Invalid on `post` when it is no desk's or officer's post of the agency
    public void handOn(Actor actor, QuestionId id, PostCode post) {
        boolean _ = transactions.write(actor, () -> {
            Question question = store.find(id).orElseThrow(NotFound::new);
            require(actor, question);
            if (posts(question.agency()).stream().noneMatch(each -> each.code().equals(post))) {
                throw Invalid.of("post", "dialogue.post.unknown");
            }
            if (!store.handOn(id, post)) {
                throw new Conflict("dialogue.answered-already");
            }
            journal.append(draft("question.handed-on", question, actor).with("to", post.value()));
            return true;
        });
    }

    /// The posts a question can be given to.
    public List<Post> posts(AgencyCode agency) {
        return organisation.postsOf(agency).stream()
                .filter(post -> post.role() == Role.DESK || post.role() == Role.OFFICER)
                .toList();
    }

    /// Answers a question; with `forAll` also proposes it for everybody, in words without the asker.
    ///
    /// @param forAll the question as everybody would read it; null when it stays between the two
    /// @throws Conflict when somebody was faster
    public void answer(Actor actor, QuestionId id, String words, @Nullable String forAll) {
        boolean _ = transactions.write(actor, () -> {
            Question question = store.find(id).orElseThrow(NotFound::new);
            Actor.Held held = require(actor, question);
            String text = Words.answer("answer", words);
            String shared = forAll == null ? null : Words.question("shared", forAll);
            if (!store.answer(id, text, actor.person(), held.post(), shared)) {
                throw new Conflict("dialogue.answered-already");
            }
            journal.append(draft("question.answered", question, actor)
                    .as(held.post())
                    .with("procedure", question.place().procedure().value())
                    .with("late", question.late(journal.now()))
                    .with("proposed", shared != null));
            return true;
        });
    }

    /// What officers have proposed for everybody, the oldest first.
    public List<Question> proposed(Actor actor) {
        access.require(actor, Right.QUESTION_PUBLISH, Target.general());
        return transactions.read(actor, () -> store.proposed(SHOWN));
    }

    /// Publishes a proposed question with its answer, or declines it.
    ///
    /// @throws Forbidden when the actor proposed it
    /// @throws Conflict when it was decided already
    public void decide(Actor actor, QuestionId id, boolean publish) {
        access.require(actor, Right.QUESTION_PUBLISH, Target.general());
        boolean _ = transactions.write(actor, () -> {
            Question question =
                    store.find(id).filter(found -> found.shared() != null).orElseThrow(NotFound::new);
            Question.Shared shared = question.shared();
            if (shared != null && shared.by().equals(actor.person())) {
                throw new Forbidden("dialogue.own-proposal");
            }
            if (!store.decide(id, publish ? Sharing.PUBLISHED : Sharing.DECLINED, actor.person())) {
                throw new Conflict("dialogue.decided-already");
            }
            journal.append(draft(publish ? "question.published" : "question.declined", question, actor)
                    .with("procedure", question.place().procedure().value()));
            return true;
        });
    }

    @Override
    public List<Answered> at(ProcedureCode procedure, String page) {
        return published(procedure, page);
    }

    /// What is published at one page of a procedure's form, or about the procedure in all when `page` is null; the
    /// newest first.
    public List<Answered> published(ProcedureCode procedure, @Nullable String page) {
        return transactions.read(Actor.ANYONE, () -> store.published(procedure, page, PUBLISHED_AT_ONCE));
    }

    /// A question by its id inside a transaction of a higher module; asks no right.
    public Optional<Question> find(QuestionId id) {
        return store.find(id);
    }

    /// A post by which the actor may answer.
    private Actor.Held require(Actor actor, Question question) {
        access.require(actor, Right.QUESTION_ANSWER, question.target());
        return actor.post(Role.OFFICER, question.agency())
                .or(() -> actor.post(Role.DESK, question.agency()))
                .orElseThrow(() -> new Forbidden("identity.forbidden"));
    }

    private AgencyCode agency(Actor actor) {
        if (actor.anonymous()) {
            access.require(actor, Right.QUESTION_ASK, Target.general());
        }
        return actor.agency().orElseThrow(() -> new Forbidden("identity.forbidden"));
    }

    private static Draft draft(String type, Question question, Actor actor) {
        return Draft.of(type, question.id().value(), question.agency(), actor);
    }

    private static UUID subject(AgencyCode agency) {
        return UUID.nameUUIDFromBytes(("agency:" + agency).getBytes(StandardCharsets.UTF_8));
    }

    private static String code() {
        String code = Ids.code(8);
        return "HOI-" + code.substring(0, 4) + "-" + code.substring(4);
    }
}
