package org.phigiay.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Invented;
import org.phigiay.guidance.Proposals.Outcome;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/// One officer writes, a second one publishes.
@ProgramTest
class ProposalsTest {

    private static final Actor WRITER = Cast.CATALOGUE.actor();
    private static final Actor SECOND = Cast.CATALOGUE2.actor();
    private static final String BAD =
            "Người có yêu cầu tiến hành nộp thành phần hồ sơ tại cơ quan có thẩm quyền theo điểm a"
                    + " khoản 2 Điều 15 và khoản 3 Điều 16, cơ quan thụ lý có trách nhiệm giải quyết trong thời hạn theo"
                    + " quy định kể từ ngày tiếp nhận hồ sơ hợp lệ của người có yêu cầu.";

    @Autowired
    private Proposals proposals;

    @Autowired
    private Catalogue catalogue;

    @Test
    void what_one_officer_wrote_is_published_by_a_second_one() {
        ProcedureCode code = procedure("1.920001");
        Proposal sent = sent(code, text("Bạn đến quầy một cửa.", "Bạn nhận giấy sau 3 ngày."));
        assertThat(catalogue.find(code).orElseThrow().guidance()).isNull();
        proposals.publish(SECOND, code, sent.version(), "");
        var guidance = catalogue.find(code).orElseThrow().guidance();
        assertThat(guidance).isNotNull();
        assertThat(guidance.guide().steps()).hasSize(2);
        assertThat(guidance.version()).isEqualTo(1);
        assertThat(proposals.open(WRITER, code)).isEmpty();
        assertThat(entries(code)).containsExactly("guidance.saved", "guidance.sent", "guidance.published");
        assertThat(catalogue.reasons(code)).isEmpty();
    }

    @Test
    void nobody_publishes_or_returns_what_they_wrote() {
        ProcedureCode code = procedure("1.920002");
        Proposal sent = sent(code, text("Bạn đến quầy."));
        assertThatThrownBy(() -> proposals.publish(WRITER, code, sent.version(), "vì vậy"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> proposals.giveBack(WRITER, code, sent.version(), "vì vậy"))
                .isInstanceOf(Forbidden.class);
        // Whoever changes it becomes its writer, and what waited is taken back.
        Outcome changed = proposals.save(SECOND, code, sent.version(), text("Bạn gọi điện cho quầy."));
        assertThat(changed).isInstanceOf(Outcome.Saved.class);
        Proposal now = proposals.open(WRITER, code).orElseThrow();
        assertThat(now.sent()).isFalse();
        assertThatThrownBy(() -> proposals.publish(SECOND, code, now.version(), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> proposals.publish(WRITER, code, now.version(), ""))
                .as("not sent")
                .isInstanceOf(Conflict.class);
        proposals.send(SECOND, code, now.version(), text("Bạn gọi điện cho quầy."));
        proposals.publish(
                WRITER, code, proposals.open(WRITER, code).orElseThrow().version(), "");
        assertThat(catalogue.find(code).orElseThrow().guidance()).isNotNull();
    }

    @Test
    void other_roles_and_visitors_are_refused() {
        ProcedureCode code = procedure("1.920003");
        for (Cast who : Cast.values()) {
            if (who != Cast.CATALOGUE && who != Cast.CATALOGUE2) {
                assertThatThrownBy(() -> proposals.save(who.actor(), code, 0, text("Bạn đến quầy.")))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> proposals.open(who.actor())).isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> proposals.publish(who.actor(), code, 1, ""))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThatThrownBy(() -> proposals.open(Actor.ANYONE, code)).isInstanceOf(SignInNeeded.class);
        assertThat(proposals.open(WRITER, code)).isEmpty();
    }

    @Test
    void a_text_that_is_not_plain_is_published_only_for_a_reason_that_everybody_reads() {
        ProcedureCode code = procedure("1.920004");
        Proposal sent = sent(code, text(BAD));
        assertThat(sent.text().score(catalogue.find(code).orElseThrow()).publishable())
                .isFalse();
        assertThatThrownBy(() -> proposals.publish(SECOND, code, sent.version(), "  "))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().field()).isEqualTo("reason"));
        assertThat(catalogue.find(code).orElseThrow().guidance()).isNull();
        proposals.publish(SECOND, code, sent.version(), "Bộ yêu cầu giữ nguyên văn đến hết tháng.");
        assertThat(catalogue.reasons(code)).containsValue("Bộ yêu cầu giữ nguyên văn đến hết tháng.");
        assertThat(TestDatabase.shared()
                        .ownerJdbc()
                        .sql("""
                                select reason from journal.entry
                                 where type = 'guidance.published' and data ->> 'procedure' = :code
                                """)
                        .param("code", code.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Bộ yêu cầu giữ nguyên văn đến hết tháng.");
    }

    @Test
    void a_returned_text_says_why_until_it_is_sent_again() {
        ProcedureCode code = procedure("1.920005");
        Proposal sent = sent(code, text("Bạn đến quầy."));
        assertThatThrownBy(() -> proposals.giveBack(SECOND, code, sent.version(), ""))
                .isInstanceOf(Invalid.class);
        proposals.giveBack(SECOND, code, sent.version(), "Thiếu giờ làm việc của quầy.");
        Proposal back = proposals.open(WRITER, code).orElseThrow();
        assertThat(back.state()).isEqualTo(ProposalState.WRITING);
        assertThat(back.returned()).isEqualTo("Thiếu giờ làm việc của quầy.");
        proposals.send(WRITER, code, back.version(), text("Bạn đến quầy, từ 7 giờ 30."));
        assertThat(proposals.open(WRITER, code).orElseThrow().returned()).isNull();
    }

    @Test
    void of_two_officers_at_one_page_the_second_is_told_and_nothing_is_lost() {
        ProcedureCode code = procedure("1.920006");
        assertThat(proposals.save(WRITER, code, 0, text("Một."))).isInstanceOf(Outcome.Saved.class);
        Outcome outcome = proposals.save(SECOND, code, 0, text("Hai."));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Overtaken.class, overtaken -> {
            assertThat(overtaken.theirs()).isEqualTo(text("Một."));
            assertThat(overtaken.by()).isEqualTo(WRITER.person());
            assertThat(proposals.save(SECOND, code, overtaken.version(), text("Hai.")))
                    .isInstanceOf(Outcome.Saved.class);
        });
        assertThat(TestDatabase.shared()
                        .ownerJdbc()
                        .sql("""
                                select t.text -> 'guide' -> 'steps' -> 0 ->> 'vi'
                                  from guidance.proposal_text t join guidance.proposal p on p.id = t.proposal
                                 where p.code = :code order by t.version
                                """)
                        .param("code", code.value())
                        .query(String.class)
                        .list())
                .containsExactly("Một.", "Hai.");
        // The first one, whose page is older now, is told as well.
        assertThat(proposals.send(WRITER, code, 1, text("Ba."))).isInstanceOf(Outcome.Overtaken.class);
        assertThat(proposals.save(SECOND, code, 1, text("Hai.")))
                .as("a second click on what stands there already")
                .isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void what_was_read_is_what_is_published() {
        ProcedureCode code = procedure("1.920007");
        Proposal sent = sent(code, text("Bạn đến quầy."));
        Proposal again = sent(code, text("Bạn đến quầy khác."));
        assertThat(again.version()).isGreaterThan(sent.version());
        assertThatThrownBy(() -> proposals.publish(SECOND, code, sent.version(), ""))
                .isInstanceOf(Conflict.class);
        catalogue.guide(Actor.SYSTEM, Invented.guidance(code.value(), 1, "Từ nơi khác."));
        assertThatThrownBy(() -> proposals.publish(SECOND, code, again.version(), ""))
                .as("other guidance has been published meanwhile")
                .isInstanceOf(Conflict.class);
        Outcome rebased = proposals.send(WRITER, code, again.version(), text("Bạn đến quầy khác."));
        assertThat(rebased).isInstanceOf(Outcome.Saved.class);
        proposals.publish(
                SECOND, code, proposals.open(SECOND, code).orElseThrow().version(), "");
        assertThat(catalogue.find(code).orElseThrow().guidance().version()).isEqualTo(2);
    }

    @Test
    void a_page_drawn_before_a_publication_is_seen_to_be_old() {
        ProcedureCode code = procedure("1.920008");
        Proposal sent = sent(code, text("Một."));
        proposals.publish(SECOND, code, sent.version(), "");
        Outcome late = proposals.save(WRITER, code, sent.version(), text("Hai."));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Outcome.Overtaken.class,
                        overtaken ->
                                assertThat(overtaken.theirs().guide().steps()).hasSize(1));
        assertThat(proposals.save(WRITER, code, 0, text("Hai."))).isInstanceOf(Outcome.Saved.class);
        assertThat(proposals.open(WRITER, code).orElseThrow().version()).isGreaterThan(sent.version());
    }

    @Test
    void what_is_sent_is_whole() {
        ProcedureCode code = procedure("1.920009");
        assertThatThrownBy(() -> proposals.send(WRITER, code, 0, ProposedText.EMPTY))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(error -> error.field())
                                .containsExactly("plainTitle.vi", "who.vi", "papers.vi", "steps.0.vi"));
        assertThat(proposals.save(WRITER, code, 0, ProposedText.EMPTY))
                .as("but may be kept half written")
                .isInstanceOf(Outcome.Saved.class);
        assertThatThrownBy(() -> proposals.save(WRITER, code, 1, text("dài ".repeat(600))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void the_guidance_that_comes_with_the_program_is_plain_enough() {
        for (String code : List.of("1.001193", "1.001612", "1.004873")) {
            Score score = PlainLanguage.score(Passages.of(
                    catalogue.version(new ProcedureCode(code), 1).orElseThrow().guidance()));
            assertThat(score.blocking()).as(code).isEmpty();
            assertThat(score.publishable()).as("%s: %s", code, score.points()).isTrue();
        }
    }

    private ProcedureCode procedure(String code) {
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2026, 1, 1), 5));
        return new ProcedureCode(code);
    }

    private Proposal sent(ProcedureCode code, ProposedText text) {
        int seen = proposals.open(WRITER, code).map(Proposal::version).orElse(0);
        assertThat(proposals.send(WRITER, code, seen, text)).isInstanceOf(Outcome.Saved.class);
        return proposals.open(WRITER, code).orElseThrow();
    }

    private static ProposedText text(String... steps) {
        var guidance = Invented.guidance("1.920000", 1, steps);
        return new ProposedText(guidance.plainTitle(), guidance.guide());
    }

    private static List<String> entries(ProcedureCode code) {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("""
                        select type from journal.entry
                         where type like 'guidance.%' and data ->> 'procedure' = :code order by id
                        """)
                .param("code", code.value())
                .query(String.class)
                .list();
    }
}
