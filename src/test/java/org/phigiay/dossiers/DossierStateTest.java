package org.phigiay.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierAction.Issue;
import org.phigiay.dossiers.DossierAction.Receive;
import org.phigiay.dossiers.DossierAction.Refuse;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierAction.Start;
import org.phigiay.dossiers.DossierAction.Supplement;
import org.phigiay.dossiers.DossierAction.Withdraw;

class DossierStateTest {
    private static final LifeCycle<DossierState, DossierAction> LIFE = DossierState.LIFE;

    @Test
    void every_action_has_its_line_and_every_line_its_action() {
        assertThat(LIFE.actions())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DossierAction.class.getPermittedSubclasses())
                        .<Class<? extends DossierAction>>map(action -> action.asSubclass(DossierAction.class))
                        .toList());
    }

    @Test
    void the_ten_national_codes_are_all_there() {
        Set<Integer> codes =
                Arrays.stream(DossierState.values()).map(DossierState::code).collect(Collectors.toSet());
        assertThat(codes).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void every_state_can_be_reached_but_the_two_that_no_act_leads_to_yet() {
        EnumSet<DossierState> reached = EnumSet.copyOf(LIFE.reachable(DossierState.SUBMITTED));
        assertThat(EnumSet.complementOf(reached)).containsExactlyInAnyOrder(DossierState.FEE_DUE, DossierState.STOPPED);
    }

    @Test
    void every_life_comes_to_an_end() {
        for (DossierState state : LIFE.reachable(DossierState.SUBMITTED)) {
            assertThat(LIFE.reachable(state)).as("from " + state).anyMatch(DossierState::over);
        }
    }

    @Test
    void a_supplement_asked_before_reception_leads_back_to_waiting() {
        assertThat(LIFE.next(DossierState.SUBMITTED, RequestSupplement.class))
                .hasValueSatisfying(state -> assertThat(state.code()).isEqualTo(5));
        assertThat(LIFE.next(DossierState.SUPPLEMENT_BEFORE_RECEPTION, Supplement.class))
                .contains(DossierState.SUBMITTED);
    }

    @Test
    void a_supplement_asked_during_processing_leads_back_to_processing() {
        assertThat(LIFE.next(DossierState.IN_PROCESS, RequestSupplement.class))
                .contains(DossierState.SUPPLEMENT_IN_PROCESS);
        assertThat(DossierState.SUPPLEMENT_IN_PROCESS.code()).isEqualTo(5);
        assertThat(LIFE.next(DossierState.SUPPLEMENT_IN_PROCESS, Supplement.class))
                .contains(DossierState.IN_PROCESS);
    }

    @Test
    void refusal_is_possible_before_reception_and_while_processing_and_nowhere_else() {
        assertThat(Arrays.stream(DossierState.values())
                        .filter(state -> LIFE.next(state, Refuse.class).isPresent()))
                .containsExactly(DossierState.SUBMITTED, DossierState.IN_PROCESS);
    }

    @Test
    void nobody_hands_over_what_is_not_finished() {
        assertThat(Arrays.stream(DossierState.values())
                        .filter(state -> LIFE.next(state, HandOver.class).isPresent()))
                .containsExactly(DossierState.FINISHED);
    }

    @Test
    void nobody_receives_twice() {
        assertThat(LIFE.next(DossierState.RECEIVED, Receive.class)).isEmpty();
        assertThat(LIFE.next(DossierState.IN_PROCESS, Receive.class)).isEmpty();
    }

    @Test
    void a_citizen_can_withdraw_until_the_matter_is_settled() {
        assertThat(Arrays.stream(DossierState.values())
                        .filter(state -> LIFE.next(state, Withdraw.class).isPresent()))
                .containsExactly(
                        DossierState.SUBMITTED,
                        DossierState.RECEIVED,
                        DossierState.IN_PROCESS,
                        DossierState.SUPPLEMENT_BEFORE_RECEPTION,
                        DossierState.SUPPLEMENT_IN_PROCESS);
    }

    @Test
    void work_on_a_received_dossier_starts_by_itself() {
        assertThat(DossierState.startedFirst(DossierState.RECEIVED, RequestSupplement.class))
                .contains(DossierState.IN_PROCESS);
        assertThat(DossierState.startedFirst(DossierState.RECEIVED, Refuse.class))
                .contains(DossierState.IN_PROCESS);
        assertThat(DossierState.startedFirst(DossierState.RECEIVED, HandOver.class))
                .isEmpty();
        assertThat(DossierState.startedFirst(DossierState.SUBMITTED, Refuse.class))
                .isEmpty();
        assertThat(LIFE.next(DossierState.RECEIVED, Start.class)).contains(DossierState.IN_PROCESS);
        assertThat(LIFE.next(DossierState.RECEIVED, Issue.class)).isEmpty();
    }

    @Test
    void a_state_is_found_by_its_code_and_by_its_name() {
        assertThat(DossierState.parse("5"))
                .containsExactly(DossierState.SUPPLEMENT_BEFORE_RECEPTION, DossierState.SUPPLEMENT_IN_PROCESS);
        assertThat(DossierState.parse("received")).containsExactly(DossierState.RECEIVED);
        assertThat(DossierState.parse("junk")).isEmpty();
    }
}
