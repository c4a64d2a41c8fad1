package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.forms.Definitions.check;
import static org.phigiay.forms.Definitions.shipped;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.phigiay.files.FileId;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Frame;
import org.phigiay.ui.Language;
import tools.jackson.databind.JsonNode;

class QuestionPageTest {

    static final List<String> FORMS = Definitions.ALL;

    private static final TemplateEngine TEMPLATES = engine();
    private static final Knowledge MAI = Knowledge.of(AccountFact.of(Cast.CITIZEN.person()));
    private static final QuestionView.Links LINKS = new QuestionView.Links("/here", "/back");

    @ParameterizedTest
    @FieldSource("FORMS")
    void every_page_asks_one_question_in_both_languages_empty_wrong_and_answered(String name) {
        FormDefinition form = shipped(name);
        JsonNode nothing = Definitions.JSON.createObjectNode();
        for (Language language : Language.values()) {
            for (FormPage page : form.pages()) {
                for (JsonNode answers : List.of(nothing, form.example())) {
                    List<FieldError> errors = check(form, answers).stream()
                            .filter(error -> page.has(error.field()))
                            .toList();
                    String html = draw(form, page, answers, errors, language);
                    assertThat(html)
                            .as(page.id())
                            .doesNotContain("⟦")
                            .contains(page.title().in(language.code()));
                    assertThat(html.split("<h1", -1))
                            .as("one h1 in " + page.id())
                            .hasSize(2);
                    assertThat(html.contains("govuk-error-summary"))
                            .as("errors of " + page.id())
                            .isEqualTo(!errors.isEmpty());
                    errors.forEach(error -> assertThat(html).contains("id=\"" + Errors.id(error.field()) + "\""));
                    assertThat(html.length()).isLessThan(40_000);
                }
            }
        }
    }

    @Test
    void what_the_account_knows_is_filled_in_and_said_to_be_so() {
        FormDefinition form = shipped("single-status-1");
        FormPage page = form.page("thong-tin").orElseThrow();
        String self =
                draw(form, page, Definitions.JSON.readTree("{\"requestedFor\": \"self\"}"), List.of(), Language.VI);
        assertThat(self)
                .contains("value=\"Nguyễn Thị Mai\"", "value=\"000194000011\"", "value=\"14\"", "value=\"1994\"")
                .contains("Lấy từ tài khoản của bạn", "name=\"wrong\" value=\"name\"", "Thông tin này sai");
        String other =
                draw(form, page, Definitions.JSON.readTree("{\"requestedFor\": \"other\"}"), List.of(), Language.VI);
        assertThat(other).doesNotContain("Nguyễn Thị Mai\"").doesNotContain("Lấy từ tài khoản");
    }

    @Test
    void what_was_typed_stands_beside_its_error() {
        FormDefinition form = shipped("birth-1");
        JsonNode typed = Definitions.JSON.readTree("{\"childBirthDate\": \"31/xx/2025\"}");
        List<FieldError> errors = check(form, typed).stream()
                .filter(error -> error.field().equals("childBirthDate"))
                .toList();
        String html = draw(form, form.page("ngay-sinh").orElseThrow(), typed, errors, Language.VI);
        assertThat(html).contains("value=\"31\"", "value=\"xx\"", "value=\"2025\"", "href=\"#childBirthDate\"");
    }

    @Test
    void files_already_sent_can_be_taken_away() {
        FormDefinition form = shipped("birth-1");
        UUID id = UUID.randomUUID();
        var view = QuestionView.of(
                form,
                form.page("gui-giay-chung-sinh").orElseThrow(),
                form.example(),
                MAI,
                List.of(new Attached("TP01", new FileId(id), "giấy <chứng sinh>.jpg")),
                List.of(),
                3,
                LINKS,
                null,
                Language.VI);
        assertThat(draw(view, Language.VI))
                .contains("multipart/form-data", "name=\"remove\" value=\"" + id + "\"", "name=\"files.TP01\"")
                .contains("giấy &lt;chứng sinh&gt;.jpg", "name=\"seen\" value=\"3\"");
    }

    @Test
    void the_summary_shows_answers_with_links_to_change_them() {
        FormDefinition form = shipped("household-business-1");
        List<AnswerSection> sections = AnswerSection.of(form, form.example(), List.of(), "/nop/", Language.VI);
        assertThat(sections.getFirst().facts()).anySatisfy(fact -> {
            assertThat(fact.value()).isEqualTo("14/03/1994");
            assertThat(fact.changeHref()).isEqualTo("/nop/chu-ho");
        });
        var output = new StringOutput();
        TEMPLATES.render(
                "forms/answers.jte", Map.of("frame", Frame.bare(Language.VI, "/nop"), "sections", sections), output);
        assertThat(output.toString())
                .contains("50.000.000 đồng", "Không cung cấp")
                .doesNotContain("⟦");
    }

    private static String draw(
            FormDefinition form, FormPage page, JsonNode answers, List<FieldError> errors, Language language) {
        return draw(QuestionView.of(form, page, answers, MAI, List.of(), errors, 1, LINKS, null, language), language);
    }

    private static String draw(QuestionView view, Language language) {
        var output = new StringOutput();
        TEMPLATES.render(
                "forms/web/question.jte", Map.of("frame", Frame.bare(language, "/here"), "view", view), output);
        return output.toString();
    }

    private static TemplateEngine engine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, QuestionPageTest.class.getClassLoader(), "org.phigiay");
        engine.setBinaryStaticContent(true);
        return engine;
    }
}
