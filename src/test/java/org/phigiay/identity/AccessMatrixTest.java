package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.identity.AccessMatrix.Answer.DOES_NOT_EXIST;
import static org.phigiay.identity.AccessMatrix.Answer.FORBIDDEN;
import static org.phigiay.identity.AccessMatrix.Answer.NOT_SIGNED_IN;
import static org.phigiay.identity.AccessMatrix.Answer.SAY_WHY;
import static org.phigiay.identity.AccessMatrix.Answer.STEP_UP;
import static org.phigiay.identity.AccessMatrix.Answer.YES;
import static org.phigiay.identity.AccessMatrix.Answer.YES_NOTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.AccessMatrix.Answer;
import org.phigiay.identity.AccessMatrix.Cell;

class AccessMatrixTest {
    private static final Path PAGE = Path.of("docs/access-matrix.md");
    private static final Set<Answer> NO = EnumSet.of(NOT_SIGNED_IN, FORBIDDEN, DOES_NOT_EXIST);

    private final List<Cell> cells = AccessMatrix.cells();

    @Test
    void the_printed_page_says_what_the_table_says() throws IOException {
        Path printed = Path.of("target/access-matrix.md");
        Files.createDirectories(printed.getParent());
        Files.writeString(printed, AccessMatrix.page());
        assertThat(Files.readString(PAGE))
                .as("compare %s, read the difference with care, then copy it to %s", printed, PAGE)
                .isEqualTo(AccessMatrix.page());
    }

    @Test
    void every_right_stands_on_every_line_of_the_table() {
        assertThat(cells).hasSize(Right.values().length * AccessMatrix.columns().size());
    }

    @Test
    void for_a_stranger_and_for_another_agency_a_dossier_does_not_exist() {
        assertThat(about(Right.About.DOSSIER))
                .filteredOn(cell -> cell.column().name().equals("stranger")
                        || cell.column().name().endsWith("(elsewhere)"))
                .isNotEmpty()
                .allSatisfy(
                        cell -> assertThat(cell.answer()).as(cell.toString()).isEqualTo(DOES_NOT_EXIST));
    }

    @Test
    void an_administrator_and_a_keeper_of_the_catalogue_read_no_dossier() {
        assertThat(about(Right.About.DOSSIER))
                .filteredOn(cell -> Set.of("administrator", "catalogue")
                        .contains(cell.column().name()))
                .isNotEmpty()
                .allSatisfy(
                        cell -> assertThat(cell.answer()).as(cell.toString()).isEqualTo(DOES_NOT_EXIST));
    }

    @Test
    void an_inspector_changes_nothing_and_reads_only_after_saying_why() {
        assertThat(cells)
                .filteredOn(cell -> cell.column().name().equals("inspector"))
                .filteredOn(cell -> cell.right().about() != Right.About.GENERAL)
                .allSatisfy(
                        cell -> assertThat(cell.answer()).as(cell.toString()).isIn(sayingWhyOrNo(cell)));
    }

    private static Set<Answer> sayingWhyOrNo(Cell cell) {
        return switch (cell.right().kind()) {
            case ACT, SIGN -> NO;
            case READ, LIST -> EnumSet.of(SAY_WHY, FORBIDDEN, DOES_NOT_EXIST);
            case LOOK -> EnumSet.allOf(Answer.class);
        };
    }

    @Test
    void nobody_who_has_not_signed_in_gets_beyond_what_is_public() {
        assertThat(cells)
                .filteredOn(cell -> cell.column().name().equals("nobody"))
                .allSatisfy(cell -> assertThat(cell.answer())
                        .as(cell.toString())
                        .isEqualTo(cell.right().who().contains(Who.ANYONE) ? YES : NOT_SIGNED_IN));
    }

    @Test
    void no_citizen_acts_for_the_agency() {
        Set<Right> own =
                EnumSet.of(Right.DOSSIER_SUPPLEMENT, Right.DOSSIER_WITHDRAW, Right.DOSSIER_RATE, Right.DRAFT_WRITE);
        assertThat(cells)
                .filteredOn(cell -> cell.column().actor().posts().isEmpty())
                .filteredOn(cell -> AccessMatrix.changes(cell.right())
                        && cell.right().about() != Right.About.GENERAL
                        && !own.contains(cell.right()))
                .isNotEmpty()
                .allSatisfy(
                        cell -> assertThat(cell.answer()).as(cell.toString()).isIn(NO));
    }

    @Test
    void nobody_settles_a_matter_of_their_own() {
        assertThat(cells)
                .filteredOn(cell -> cell.column().name().equals("officer whose own it is"))
                .filteredOn(cell -> Set.of(Right.TASK_COMPLETE, Right.TASK_RETURN, Right.DOSSIER_REFUSE)
                        .contains(cell.right()))
                .hasSize(3)
                .allSatisfy(cell -> assertThat(cell.answer()).isEqualTo(FORBIDDEN));
    }

    @Test
    void only_a_leader_signs_and_only_after_stepping_up() {
        assertThat(cells)
                .filteredOn(cell -> cell.right() == Right.RESULT_SIGN)
                .filteredOn(cell -> !NO.contains(cell.answer()))
                .singleElement()
                .satisfies(cell -> {
                    assertThat(cell.column().name()).isEqualTo("leader");
                    assertThat(cell.answer()).isEqualTo(STEP_UP);
                });
    }

    @Test
    void an_official_reads_personal_data_unasked_only_with_an_open_task_or_as_a_list_of_work() {
        assertThat(cells)
                .filteredOn(cell -> cell.answer() == YES_NOTED)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.column().name().equals("officer with the task")
                                || cell.right().kind() == Right.Kind.LIST)
                        .as(cell.toString())
                        .isTrue());
    }

    private List<Cell> about(Right.About about) {
        return cells.stream().filter(cell -> cell.right().about() == about).toList();
    }
}
