package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.forms.Definitions.example;
import static org.phigiay.forms.Definitions.shipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FormDefinitionTest {

    static final List<String> FORMS = Definitions.ALL;

    @ParameterizedTest
    @FieldSource("FORMS")
    void every_question_has_words_in_both_languages(String name) {
        FormDefinition form = shipped(name);
        for (FormPage page : form.pages()) {
            assertThat(page.title().vi())
                    .as(page.id())
                    .isNotBlank()
                    .isNotEqualTo(page.title().en());
            assertThat(page.title().en()).as(page.id()).isNotBlank();
            page.fields()
                    .forEach(field ->
                            assertThat(field.label().en()).as(field.id()).isNotBlank());
        }
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void the_schema_shows_its_example_and_refuses_unknown_fields(String name) {
        JsonNode schema = AnswersSchema.of(shipped(name), "vi");
        assertThat(schema.at("/examples/0").isObject()).isTrue();
        assertThat(schema.path("additionalProperties").asBoolean()).isFalse();
        assertThat(schema.path("$schema").asString()).endsWith("2020-12/schema");
    }

    @Test
    void the_route_follows_the_answers() {
        FormDefinition form = shipped("single-status-1");
        ObjectNode answers = example(form, "{\"maritalStatus\": \"widowed\"}");
        List<String> route = form.route(answers).stream().map(FormPage::id).toList();
        assertThat(route).contains("vo-chong-mat").doesNotContain("ly-hon", "vo-chong", "quan-he");
        FormPage status = form.page("tinh-trang").orElseThrow();
        assertThat(form.after(status, answers).orElseThrow().id()).isEqualTo("vo-chong-mat");
        assertThat(form.before(status, answers).orElseThrow().id()).isEqualTo("noi-o-truoc");
        assertThat(form.before(form.pages().getFirst(), answers)).isEmpty();
        assertThat(form.after(form.pages().getLast(), answers)).isEmpty();
    }

    @Test
    void a_definition_that_asks_backwards_is_refused() {
        String body = Definitions.body("single-status-1")
                .replace("\"field\": \"requestedFor\"", "\"field\": \"declaration\"");
        assertThat(FormProblems.of(Forms.parse(body)))
                .extracting(Problem::message)
                .contains("forms.problem.condition.later");
    }

    @ParameterizedTest(name = "{1} typed as {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            single-status-1|personalNumber|0001 9400 0011|"000194000011"
            single-status-1|phone|+84 900 000 011|"0900000011"
            single-status-1|phone|0900.000.011|"0900000011"
            single-status-1|name|  Nguyễn   Thị  Mai |"Nguyễn Thị Mai"
            single-status-1|livedElsewhere|true|true
            household-business-1|capital|50.000.000 đồng|50000000
            household-business-1|capital|50 triệu|50000000
            household-business-1|capital|1,5 tỷ|1500000000
            household-business-1|capital|năm mươi triệu|"năm mươi triệu"
            household-business-1|workers|3|3
            household-business-1|oldTaxCode|0100109106001|"0100109106-001"
            """)
    void every_way_of_writing_with_one_meaning_is_understood(String form, String field, String typed, String read) {
        FormDefinition definition = shipped(form);
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add(field, typed);
        ObjectNode answers = PostedAnswers.read(definition.pageOf(field).orElseThrow(), posted);
        assertThat(answers.get(field).toString()).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"14,3,1994,1994-03-14", "31,02,2020,2020-02-31", "31,xx,1994,31/xx/1994", "5,,1994,5//1994"})
    void a_date_is_read_from_three_fields_and_kept_as_typed_when_it_is_none(
            String day, @org.jspecify.annotations.Nullable String month, String year, String read) {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add("birthDate.day", day);
        posted.add("birthDate.month", month);
        posted.add("birthDate.year", year);
        FormPage page = shipped("single-status-1").pageOf("birthDate").orElseThrow();
        assertThat(PostedAnswers.read(page, posted).path("birthDate").asString())
                .isEqualTo(read);
    }

    @Test
    void decomposed_letters_become_composed_ones() {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add("name", java.text.Normalizer.normalize("Nguyễn Thị Mai", java.text.Normalizer.Form.NFD));
        FormPage page = shipped("single-status-1").pageOf("name").orElseThrow();
        assertThat(PostedAnswers.read(page, posted).path("name").asString()).isEqualTo("Nguyễn Thị Mai");
    }

    @Test
    void the_result_prints_what_was_answered() {
        FormDefinition form = shipped("single-status-1");
        ObjectNode answers = example(form, "{\"ethnicity\": \"other\", \"ethnicityOther\": \"Thủy\"}");
        assertThat(ResultLine.of(form, answers))
                .contains(
                        new ResultLine("name", "Họ, chữ đệm, tên", "Nguyễn Thị Mai"),
                        new ResultLine("birthDate", "Ngày, tháng, năm sinh", "14/03/1994"),
                        new ResultLine("ethnicity", "Dân tộc", "Thủy"),
                        new ResultLine("maritalStatus", "Tình trạng hôn nhân", "Chưa đăng ký kết hôn với ai"),
                        new ResultLine("purpose", "Giấy này được sử dụng để", "Làm thủ tục đăng ký kết hôn"))
                .noneMatch(line -> line.id().equals("divorceNumber"));
    }

    @Test
    void money_and_yes_or_no_read_in_the_persons_language() {
        FormDefinition form = shipped("household-business-1");
        assertThat(AnswerLine.of(form, form.example(), "vi"))
                .extracting(AnswerLine::text)
                .contains("50.000.000 đồng", "Không");
        assertThat(AnswerLine.of(form, form.example(), "en"))
                .extracting(AnswerLine::text)
                .contains("50,000,000 VND", "No");
    }
}
