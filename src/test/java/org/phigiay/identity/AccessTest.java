package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PurposeMissing;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;

class AccessTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final AgencyCode HERE = new AgencyCode("H99.01");
    private static final Target DOSSIER = Target.of(HERE, Cast.CITIZEN.id(), Cast.CITIZEN.id())
            .withOpenTasks(Set.of(Cast.OFFICER.post().orElseThrow()));

    private final Access access = new Access(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_person_reads_their_own_dossier_and_leaves_no_entry() {
        Reading reading = access.read(Cast.CITIZEN.actor(), Right.DOSSIER_READ, DOSSIER);
        assertThat(reading.noted()).isFalse();
        assertThat(reading.as()).isEqualTo(Who.APPLICANT);
    }

    @Test
    void whoever_holds_the_open_task_reads_under_process_unasked() {
        Reading reading = access.read(Cast.OFFICER.actor(), Right.DOSSIER_READ, DOSSIER);
        assertThat(reading.noted()).isTrue();
        assertThat(reading.why()).isEqualTo(Reading.PROCESS);
    }

    @Test
    void an_official_without_a_task_must_say_why_and_is_noted_with_it() {
        Actor leader = Cast.LEADER.actor();
        assertThatExceptionOfType(PurposeMissing.class)
                .isThrownBy(() -> access.read(leader, Right.DOSSIER_READ, DOSSIER));
        assertThatExceptionOfType(PurposeMissing.class)
                .isThrownBy(() -> access.read(leader.withPurpose("  "), Right.DOSSIER_READ, DOSSIER));
        assertThat(access.read(leader.withPurpose(" trả lời công dân "), Right.DOSSIER_READ, DOSSIER)
                        .why())
                .isEqualTo("trả lời công dân");
    }

    @Test
    void a_purpose_opens_nothing_that_is_not_on_the_table() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        access.read(Cast.ADMINISTRATOR.actor().withPurpose("kiểm tra"), Right.DOSSIER_READ, DOSSIER));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> access.read(Cast.OFFICER2.actor().withPurpose("kiểm tra"), Right.DOSSIER_READ, DOSSIER));
    }

    @Test
    void a_stranger_gets_the_same_answer_as_for_what_does_not_exist() {
        for (Right right : Right.values()) {
            if (right.about() == Right.About.DOSSIER) {
                assertThatExceptionOfType(NotFound.class)
                        .as(right.name())
                        .isThrownBy(() -> access.require(Cast.NEIGHBOUR.actor(), right, DOSSIER));
            }
        }
    }

    @Test
    void an_applicant_may_know_of_the_dossier_but_not_receive_it() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> access.require(Cast.CITIZEN.actor(), Right.DOSSIER_RECEIVE, DOSSIER))
                .satisfies(no -> assertThat(no.key()).isEqualTo("identity.forbidden"));
    }

    @Test
    void a_visitor_is_asked_to_sign_in() {
        assertThatExceptionOfType(SignInNeeded.class)
                .isThrownBy(() -> access.require(Actor.ANYONE, Right.DOSSIER_READ, DOSSIER));
        access.require(Actor.ANYONE, Right.NUMBERS_READ, Target.general());
    }

    @Test
    void a_leader_signs_only_within_five_minutes_after_stepping_up() {
        assertThatExceptionOfType(StepUpNeeded.class)
                .isThrownBy(() -> access.require(Cast.LEADER.actor(), Right.RESULT_SIGN, DOSSIER));
        access.require(Cast.LEADER.actorSteppedUp(NOW.minusSeconds(299)), Right.RESULT_SIGN, DOSSIER);
        assertThatExceptionOfType(StepUpNeeded.class)
                .isThrownBy(() ->
                        access.require(Cast.LEADER.actorSteppedUp(NOW.minusSeconds(301)), Right.RESULT_SIGN, DOSSIER));
        assertThat(access.could(Cast.LEADER.actor(), Right.RESULT_SIGN, DOSSIER))
                .isTrue();
    }

    @Test
    void nobody_settles_a_matter_of_their_own() {
        Target own = Target.of(HERE, Cast.LEADER.id(), Cast.LEADER.id());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> access.require(Cast.LEADER.actorSteppedUp(NOW), Right.RESULT_SIGN, own))
                .satisfies(no -> assertThat(no.key()).isEqualTo("identity.forbidden.own-matter"));
        assertThat(access.read(Cast.LEADER.actor(), Right.DOSSIER_READ, own).noted())
                .isFalse();
    }

    @Test
    void nobody_settles_a_matter_in_which_they_stand_for_the_applicant() {
        Target mothers = Target.of(HERE, Cast.CITIZEN.id(), Cast.DESK.id()).withRepresentatives(Set.of(Cast.DESK.id()));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> access.require(Cast.DESK.actor(), Right.DOSSIER_RECEIVE, mothers));
        access.require(Cast.DESK.actor(), Right.DOSSIER_SUPPLEMENT, mothers);
    }

    @Test
    void an_official_who_filed_for_somebody_at_the_counter_reads_it_as_an_official() {
        Target assisted = Target.of(HERE, Cast.CITIZEN.id(), Cast.DESK.id());
        assertThatExceptionOfType(PurposeMissing.class)
                .isThrownBy(() -> access.read(Cast.DESK.actor(), Right.DOSSIER_READ, assisted));
        access.require(Cast.DESK.actor(), Right.DOSSIER_RECEIVE, assisted);
    }

    @Test
    void a_work_list_is_noted_and_an_inspector_says_why() {
        Target lists = Target.of(HERE);
        assertThat(access.read(Cast.DESK.actor(), Right.TASK_LIST, lists).why()).isEqualTo(Reading.PROCESS);
        assertThatExceptionOfType(PurposeMissing.class)
                .isThrownBy(() -> access.read(Cast.INSPECTOR.actor(), Right.DOSSIER_LIST, lists));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> access.read(Cast.DESK2.actor(), Right.TASK_LIST, lists));
    }

    @Test
    void another_persons_draft_does_not_exist_for_anybody() {
        Target draft = Target.ownedBy(Cast.CITIZEN.id());
        access.require(Cast.CITIZEN.actor(), Right.DRAFT_WRITE, draft);
        for (Cast one : Cast.values()) {
            if (one != Cast.CITIZEN) {
                assertThatExceptionOfType(NotFound.class)
                        .isThrownBy(() -> access.require(one.actor(), Right.DRAFT_READ, draft));
            }
        }
    }

    @Test
    void a_question_without_the_facts_is_a_mistake_of_the_program_and_not_a_yes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.require(Cast.DESK.actor(), Right.DOSSIER_READ, Target.general()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.require(Cast.DESK.actor(), Right.TASK_LIST, Target.general()));
    }

    @Test
    void an_answer_costs_next_to_nothing() {
        Actor leader = Cast.LEADER.actor().withPurpose("kiểm tra");
        for (int i = 0; i < 200_000; i++) {
            access.require(leader, Right.DOSSIER_READ, DOSSIER);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 200_000; i++) {
            access.require(leader, Right.DOSSIER_READ, DOSSIER);
        }
        long each = (System.nanoTime() - start) / 200_000;
        System.err.println("Access.require: " + each + " ns");
        assertThat(each).isLessThan(20_000);
    }
}
