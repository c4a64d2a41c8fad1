package org.phigiay.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Guidance;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.files.Files;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever the demo offers can be worked through to its end at both communes by the invented cast.
@ProgramTest
class ShippedProceduresWorkTest {

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Files files;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Processing processing;

    @Autowired
    Results results;

    @Autowired
    StepTables tables;

    static Stream<String> procedures() {
        return ProcessingDemo.shipped().stream()
                .map(ProcessingDemo.Work::procedure)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void its_example_is_filed_received_checked_drafted_signed_issued_and_handed_over(String code) {
        for (String commune : List.of("H99.01", "H99.02")) {
            Cast desk = holder(commune, "mot-cua");
            Dossier dossier = filed(new ProcedureCode(code), new AgencyCode(commune));
            dossier = dossiers.act(desk.actor(), dossier.id(), new DossierAction.Receive(null));
            StepTable table = tables.at(dossier.procedure(), dossier.agency(), Instant.now())
                    .orElseThrow();
            Cast officer = holder(table.step(2).post());
            processing.act(officer.actor(), dossier.id(), new StepAction.CompleteStep("Đúng.", Map.of()));
            processing.act(officer.actor(), dossier.id(), new StepAction.CompleteStep(null, Map.of()));
            String seen = results.draftFile(dossier.id()).sha256();
            Cast leader = holder(commune, "lanh-dao");
            processing.act(leader.actorSteppedUp(Instant.now()), dossier.id(), new StepAction.Sign(seen));
            processing.act(holder(commune, "van-thu").actor(), dossier.id(), new StepAction.Issue());
            var result = results.of(dossier.id()).orElseThrow();
            assertThat(result.fields()).as("%s prints something", code).hasSizeGreaterThanOrEqualTo(4);
            assertThat(result.numberAndSymbol()).as(code).endsWith("-UBND");
            dossier = dossiers.act(
                    desk.actor(), dossier.id(), new DossierAction.HandOver(DossierAction.HandOver.Way.ELECTRONIC));
            assertThat(dossier.state()).as("%s at %s", code, commune).isEqualTo(DossierState.RETURNED);
        }
    }

    @Test
    void the_hours_of_the_steps_stay_within_the_promised_term() {
        for (ProcessingDemo.Work work : ProcessingDemo.shipped()) {
            Guidance guidance = Objects.requireNonNull(catalogue
                    .find(new ProcedureCode(work.procedure()))
                    .orElseThrow()
                    .guidance());
            int after =
                    work.hours().stream().skip(1).mapToInt(Integer::intValue).sum();
            for (Channel channel : guidance.channels()) {
                assertThat(after)
                        .as("%s: hours after reception", work.procedure())
                        .isLessThanOrEqualTo(hours(Objects.requireNonNull(channel.term())));
            }
        }
    }

    /// Working hours in a term; of calendar days five in seven.
    private static int hours(Term term) {
        return switch (term.unit()) {
            case HOUR -> term.amount();
            case SAME_DAY -> 8;
            case WORKING_DAY -> 8 * term.amount();
            case DAY -> 8 * term.amount() * 5 / 7;
            case MONTH -> 8 * 21 * term.amount();
        };
    }

    private Dossier filed(ProcedureCode code, AgencyCode commune) {
        FormDefinition form =
                forms.definition(catalogue.find(code).orElseThrow().form());
        List<AttachedFile> attached = form.route(form.example()).stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.type() == FieldType.FILE && !field.optional())
                .map(field -> Objects.requireNonNull(field.component()))
                .map(component -> new AttachedFile(
                        component,
                        files.keep(Cast.CITIZEN.id(), component + ".png", picture())
                                .id()))
                .toList();
        return dossiers.submit(Cast.CITIZEN.actor(), Submission.online(code, commune, form.example(), attached));
    }

    private static ByteArrayInputStream picture() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cast holder(String commune, String post) {
        return holder(new PostCode(commune + "/" + post));
    }

    private static Cast holder(PostCode post) {
        return Arrays.stream(Cast.values())
                .filter(one -> Stream.concat(one.post().stream(), one.further().stream())
                        .anyMatch(post::equals))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody holds " + post));
    }
}
