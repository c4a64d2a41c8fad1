package org.phigiay.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.AnsweredQuestions.Answered;
import org.phigiay.identity.demo.Cast;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.annotation.Autowired;

/// What may be done to a question, by whom, and what of it anybody else sees.
@ProgramTest
class QuestionsTest {
    private static final AgencyCode HERE = new AgencyCode("H99.01");
    private static final ProcedureCode SINGLE = new ProcedureCode("1.004873");
    private static final String WORDS = "Tôi ly hôn ở nước ngoài thì chọn mục nào?";

    @Autowired
    private Questions questions;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Journal journal;

    @Autowired
    private Transactions transactions;

    @Test
    void a_question_is_answered_within_five_working_days_and_both_acts_are_in_the_journal() {
        Actor asker = somebody();
        Question asked = questions.ask(asker, place("tinh-trang"), HERE, WORDS);
        assertThat(asked.code()).matches("HOI-[A-Z0-9]{4}-[A-Z0-9]{4}");
        assertThat(asked.dueAt()).isAfter(asked.askedAt().plusSeconds(5 * 24 * 3600 - 1));
        questions.answer(Cast.OFFICER.actor(), asked.id(), "Bạn chọn “Đã ly hôn”.", null);
        Question answered = questions.own(asker, asked.id());
        assertThat(answered.open()).isFalse();
        assertThat(answered.answer().text()).isEqualTo("Bạn chọn “Đã ly hôn”.");
        assertThat(answered.answer().post()).isEqualTo(new PostCode("H99.01/ho-tich"));
        assertThat(answered.sharing()).isEqualTo(Sharing.PRIVATE);
        List<String> entries = transactions.read(
                Actor.SYSTEM,
                () -> journal.of(asked.id().value()).stream()
                        .map(entry -> entry.type())
                        .toList());
        assertThat(entries).containsExactly("question.asked", "question.answered");
    }

    @Test
    void nobody_else_sees_it() {
        Actor asker = somebody();
        Question asked = questions.ask(asker, place("tinh-trang"), HERE, WORDS);
        assertThatThrownBy(() -> questions.own(Cast.NEIGHBOUR.actor(), asked.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> questions.own(Actor.ANYONE, asked.id())).isInstanceOf(SignInNeeded.class);
        assertThat(questions.own(Cast.NEIGHBOUR.actor()))
                .extracting(Question::id)
                .doesNotContain(asked.id());
        for (Cast other : List.of(
                Cast.NEIGHBOUR,
                Cast.OFFICER2,
                Cast.DESK2,
                Cast.DESK3,
                Cast.LEADER,
                Cast.CLERK,
                Cast.INSPECTOR,
                Cast.ADMINISTRATOR,
                Cast.CATALOGUE)) {
            assertThatThrownBy(() -> questions.open(other.actor(), asked.id()))
                    .as(other.name())
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> questions.answer(other.actor(), asked.id(), "Bạn chọn mục ba.", null))
                    .as(other.name())
                    .isInstanceOf(Forbidden.class);
        }
        assertThat(questions.waiting(Cast.DESK2.actor()))
                .extracting(Question::id)
                .doesNotContain(asked.id());
        assertThat(questions.waiting(Cast.DESK.actor()))
                .extracting(Question::id)
                .contains(asked.id());
    }

    @Test
    void the_one_due_first_stands_on_top() {
        Actor asker = somebody();
        for (int i = 0; i < 3; i++) {
            Question _ = questions.ask(asker, place("muc-dich"), HERE, WORDS);
        }
        List<Question> waiting = questions.waiting(Cast.DESK.actor());
        assertThat(waiting).extracting(Question::dueAt).isSorted();
    }

    @Test
    void it_is_handed_on_inside_the_agency_only() {
        Question asked = questions.ask(somebody(), place("muc-dich"), HERE, WORDS);
        PostCode economy = new PostCode("H99.01/kinh-te");
        questions.handOn(Cast.DESK.actor(), asked.id(), economy);
        assertThat(questions.open(Cast.ECONOMY.actor(), asked.id()).post()).isEqualTo(economy);
        for (String wrong : List.of("H99.02/ho-tich", "H99.01/lanh-dao", "H99.01/khong-co")) {
            assertThatThrownBy(() -> questions.handOn(Cast.DESK.actor(), asked.id(), new PostCode(wrong)))
                    .as(wrong)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void nobody_answers_a_question_of_their_own() {
        Question asked = questions.ask(Cast.OFFICER.actor(), place("muc-dich"), HERE, WORDS);
        assertThatThrownBy(() -> questions.answer(Cast.OFFICER.actor(), asked.id(), "Tự trả lời mình.", null))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_question_is_answered_once_also_by_two_officers_at_the_same_moment() throws Exception {
        Question asked = questions.ask(somebody(), place("muc-dich"), HERE, WORDS);
        List<Callable<Boolean>> both =
                List.of(() -> answered(Cast.OFFICER, asked.id()), () -> answered(Cast.ECONOMY, asked.id()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(both)) {
                done.add(each.get());
            }
            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void it_is_shared_only_after_a_second_person_agreed_and_without_the_asker() {
        String page = "trang-" + UUID.randomUUID();
        Actor asker = somebody();
        Question asked = questions.ask(asker, place(page), HERE, "Tôi là Nguyễn Văn Riêng, tôi chọn mục nào?");
        questions.answer(Cast.OFFICER.actor(), asked.id(), "Bạn chọn mục thứ hai.", "Người đã ly hôn chọn mục nào?");
        assertThat(questions.published(SINGLE, page)).isEmpty();
        assertThatThrownBy(() -> questions.decide(Cast.OFFICER.actor(), asked.id(), true))
                .isInstanceOf(Forbidden.class);
        questions.decide(Cast.CATALOGUE.actor(), asked.id(), true);
        assertThat(questions.published(SINGLE, page))
                .containsExactly(new Answered("Người đã ly hôn chọn mục nào?", "Bạn chọn mục thứ hai."));
        assertThatThrownBy(() -> questions.decide(Cast.CATALOGUE2.actor(), asked.id(), false))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_is_declined_or_was_never_proposed_is_shown_to_nobody() {
        String page = "trang-" + UUID.randomUUID();
        Question asked = questions.ask(somebody(), place(page), HERE, WORDS);
        assertThatThrownBy(() -> questions.decide(Cast.CATALOGUE.actor(), asked.id(), true))
                .isInstanceOf(NotFound.class);
        questions.answer(Cast.OFFICER.actor(), asked.id(), "Bạn chọn mục thứ hai.", WORDS);
        questions.decide(Cast.CATALOGUE.actor(), asked.id(), false);
        assertThat(questions.published(SINGLE, page)).isEmpty();
    }

    @Test
    void ten_questions_of_one_person_wait_at_most() {
        Actor asker = somebody();
        for (int i = 0; i < Questions.MOST_OPEN; i++) {
            Question _ = questions.ask(asker, place("muc-dich"), HERE, WORDS);
        }
        assertThatThrownBy(() -> questions.ask(asker, place("muc-dich"), HERE, WORDS))
                .isInstanceOf(Conflict.class);
        Question first = questions.own(asker).getLast();
        questions.answer(Cast.OFFICER.actor(), first.id(), "Bạn chọn mục thứ hai.", null);
        assertThat(questions.ask(asker, place("muc-dich"), HERE, WORDS).open()).isTrue();
    }

    @Test
    void words_are_kept_exactly_or_refused_with_a_reason() {
        for (String kept : List.of(
                "<script>alert(1)</script>",
                "'; drop table dialogue.question; --",
                "${7*7} {{constructor}} {0}",
                "Dòng một\nDòng hai 👨‍👩‍👧 é ạ",
                "مرحبا بالعالم")) {
            assertThat(questions
                            .ask(somebody(), place("muc-dich"), HERE, "  " + kept + "\r\n")
                            .text())
                    .isEqualTo(java.text.Normalizer.normalize(kept, java.text.Normalizer.Form.NFC));
        }
        for (String refused :
                List.of("", "  \n ", "?", "a\u0000bcdefgh", "abcde\u202Efgh", "abcdef\uD800gh", "a".repeat(2_001))) {
            assertThatThrownBy(() -> questions.ask(somebody(), place("muc-dich"), HERE, refused))
                    .as(refused)
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> questions.ask(somebody(), place("muc-dich"), new AgencyCode("H77"), WORDS))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> questions.ask(Actor.ANYONE, place("muc-dich"), HERE, WORDS))
                .isInstanceOf(SignInNeeded.class);
    }

    private boolean answered(Cast who, QuestionId id) {
        try {
            questions.answer(who.actor(), id, "Bạn chọn mục thứ hai.", null);
            return true;
        } catch (Conflict conflict) {
            return false;
        }
    }

    private Place place(String page) {
        return new Place(
                SINGLE, catalogue.find(SINGLE).orElseThrow().form(), page, "Tình trạng hôn nhân hiện nay?", null);
    }

    /// A person of whom nothing else is known, so that no limit is another test's.
    private static Actor somebody() {
        return Actor.citizen(new PersonId(UUID.randomUUID()), "Người Hỏi Thử");
    }
}
