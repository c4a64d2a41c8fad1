package org.phigiay.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProgramTest
class ShippedGuidanceTest {

    private static final List<String> SHIPPED = List.of(
            "1.000656",
            "1.000894",
            "1.001193",
            "1.001266",
            "1.001570",
            "1.001612",
            "1.004194",
            "1.004222",
            "1.004873",
            "1.013225",
            "1.013831",
            "1.014027",
            "2.000635",
            "2.000720",
            "2.000815");

    @Autowired
    Catalogue catalogue;

    @Autowired
    PlainScores scores;

    @Test
    void what_comes_with_the_program_tells_who_may_what_goes_wrong_and_how_it_looks_right() {
        for (String code : SHIPPED) {
            Procedure procedure = catalogue.version(new ProcedureCode(code), 1).orElseThrow();
            Guidance guidance = Objects.requireNonNull(procedure.guidance());
            Guide guide = guidance.guide();
            assertThat(guide.eligibility()).as(code).hasSizeGreaterThanOrEqualTo(2);
            assertThat(guide.mistakes()).as(code).hasSizeGreaterThanOrEqualTo(2);
            assertThat(guide.examples().keySet())
                    .as(code)
                    .allMatch(component -> procedure.component(component).isPresent());
            assertThat(guide.examples().isEmpty())
                    .as("%s shows a paper exactly when it asks for one", code)
                    .isEqualTo(guidance.components().isEmpty());
            Score score = scores.of(guidance);
            assertThat(score.publishable()).as("%s: %s", code, score.findings()).isTrue();
            assertThat(score.points()).as("%s: %s", code, score.findings()).isGreaterThanOrEqualTo(90);
        }
        assertThat(catalogue.heads().stream().filter(ProcedureHead::fileable)).isNotEmpty();
    }
}
