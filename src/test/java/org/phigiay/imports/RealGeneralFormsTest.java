package org.phigiay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.ChannelKind;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.AccountFact;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.FormSource;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Knowledge;
import org.phigiay.forms.QuestionView;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.TestDatabase;
import org.phigiay.ui.Frame;
import org.phigiay.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The general form of every procedure of the real catalogue, in a database of its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Makes it a program of its own: others import into the database that tests of this kind share.
        properties = "phigiay.test=real-general-forms")
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
class RealGeneralFormsTest {

    private static final Path PORTAL = Path.of("../shared/data/procedures/procedures.jsonl.gz");
    private static final Knowledge MAI = Knowledge.of(AccountFact.of(Cast.CITIZEN.person()));
    private static final QuestionView.Links LINKS = new QuestionView.Links("/here", "/back");
    private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, RealGeneralFormsTest.class.getClassLoader(), "org.phigiay");

    @Autowired
    private ImportProcedures command;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Forms forms;

    @Autowired
    private FormSource source;

    @Test
    void every_procedure_that_offers_online_filing_here_has_a_form_without_a_fault() {
        boolean there = Files.exists(PORTAL);
        if (!there) {
            System.err.println("SKIPPED the general forms of the real catalogue: no " + PORTAL);
        }
        Assumptions.assumeTrue(there);
        var said = new ByteArrayOutputStream();
        assertThat(command.run(PORTAL.toAbsolutePath(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        var figures = new Figures();
        catalogue.heads().forEach(head -> {
            Procedure procedure = catalogue.find(head.code()).orElseThrow();
            assertThat(procedure.fileable()).as(head.code().value()).isEqualTo(head.fileable());
            assertThat(procedure.generally()).as(head.code().value()).isEqualTo(head.general());
            figures.count(procedure);
            if (procedure.generally()) {
                figures.pages(tried(procedure), procedure);
            }
        });
        System.out.println(figures);
        assertThat(figures.general).isGreaterThan(1_000);
        assertThat(figures.most).isLessThanOrEqualTo(80);
    }

    private FormDefinition tried(Procedure procedure) {
        String code = procedure.code().value();
        FormDefinition form = forms.definition(procedure.form());
        assertThat(forms.problems(source.body(procedure.form()).orElseThrow()))
                .as(code)
                .isEmpty();
        assertThat(forms.check(form, form.example(), "vi")).as(code).isEmpty();
        List<String> asked = new ArrayList<>();
        for (FormPage page : form.pages()) {
            asked.addAll(page.fields().stream()
                    .filter(field -> field.type() == FieldType.FILE)
                    .map(field -> String.valueOf(field.component()))
                    .toList());
            for (Language language : Language.values()) {
                String html = draw(form, page, language);
                assertThat(html)
                        .as("%s/%s", code, page.id())
                        .doesNotContain("⟦")
                        .doesNotContain("{brief}", "{name}", "{count}", "{clause}", "{file}", "{notes}", "{case}")
                        .contains("<h1");
            }
        }
        assertThat(asked)
                .as(code)
                .containsExactlyInAnyOrderElementsOf(
                        procedure.components().stream().map(Component::code).toList());
        return form;
    }

    private static String draw(FormDefinition form, FormPage page, Language language) {
        var output = new StringOutput();
        QuestionView view = QuestionView.of(form, page, NOTHING, MAI, List.of(), List.of(), 1, LINKS, null, language);
        TEMPLATES.render(
                "forms/web/question.jte", Map.of("frame", Frame.bare(language, "/here"), "view", view), output);
        return output.toString();
    }

    /// What docs/figures.md says.
    private static final class Figures {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Map<Integer, Integer> routes = new TreeMap<>();
        private int general;
        private int most;
        private String longest = "";

        void count(Procedure procedure) {
            add("all");
            boolean commune = procedure.national().levels().contains(Level.COMMUNE);
            boolean province = procedure.national().levels().contains(Level.PROVINCE);
            boolean online = procedure.national().by(ChannelKind.ONLINE);
            if (!procedure.fileable()) {
                add(
                        !commune && !province
                                ? "not here: central level or another body"
                                        + (online ? ", online there" : ", not online")
                                : "not here: no online channel announced");
            } else if (!procedure.generally()) {
                add("form of its own");
            } else {
                general++;
                add("general form");
                add("general form, term " + (procedure.statedTerm().isPresent() ? "stated" : "open"));
                if (commune) {
                    add("general form, commune level");
                }
                if (province) {
                    add("general form, province level");
                }
            }
        }

        void pages(FormDefinition form, Procedure procedure) {
            int route = form.route(form.example()).size();
            routes.merge((route + 4) / 5 * 5, 1, Integer::sum);
            if (form.pages().size() > most) {
                most = form.pages().size();
                longest = procedure.code().value();
            }
        }

        private void add(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        @Override
        public String toString() {
            return counts + "\nquestions of the example's way, up to n: " + routes + "\nmost pages " + most + " in "
                    + longest;
        }
    }
}
