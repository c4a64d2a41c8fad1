package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.forms.Definitions.JSON;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.shared.FieldError;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FormatTwoTest {

    private static final FormDefinition FORM = FormatTwo.form();

    private static ObjectNode example() {
        return FORM.example().deepCopy().asObject();
    }

    private static List<String> errors(JsonNode answers) {
        return Definitions.check(FORM, answers).stream()
                .map(error -> error.field() + " " + error.message())
                .toList();
    }

    private static ObjectNode changed(String path, String json) {
        ObjectNode answers = example();
        Answers.set(answers, path, JSON.readTree(json));
        return answers;
    }

    @Test
    void its_example_is_right_and_nothing_is_wrong_with_it() {
        assertThat(FormProblems.of(FORM)).isEmpty();
        assertThat(errors(example())).isEmpty();
    }

    @Test
    void a_person_is_asked_part_by_part_and_kept_together() {
        assertThat(FORM.fields().map(Field::id))
                .startsWith("mother.name", "mother.personalNumber", "mother.birthDate", "mother.phone");
        assertThat(FORM.field("mother.name").orElseThrow().label().vi()).isEqualTo("Họ, chữ đệm, tên của mẹ");
        assertThat(FORM.field("mother.phone").orElseThrow().optional()).isTrue();
        ObjectNode answers = example();
        answers.remove("mother");
        assertThat(errors(answers))
                .containsExactly(
                        "mother.name forms.error.required.text",
                        "mother.personalNumber forms.error.required.text",
                        "mother.birthDate forms.error.required.date");
    }

    @Test
    void the_number_of_every_person_is_checked_against_birth_date_and_sex() {
        assertThat(errors(changed("mother.personalNumber", "\"000094000011\"")))
                .containsExactly("mother.personalNumber forms.error.personalNumber.sex");
        assertThat(errors(changed("members.1.who.birthDate", "\"1989-09-02\"")))
                .containsExactly("members.1.who.personalNumber forms.error.personalNumber.year");
    }

    @Test
    void a_list_is_asked_item_by_item_then_as_a_whole() {
        List<String> route = FORM.route(FORM.calculated(example(), Definitions.TODAY)).stream()
                .map(FormPage::id)
                .toList();
        assertThat(route)
                .containsExactly(
                        "me", "so-thang", "thanh-vien~1", "thanh-vien~2", "thanh-vien", "truong-hoc~1", "tong");
        FormPage third = FORM.page("thanh-vien~3").orElseThrow();
        assertThat(third.asked(example())).isTrue();
        assertThat(FORM.page("thanh-vien~4")).isEmpty();
        assertThat(FORM.after(third, example()).orElseThrow().id()).isEqualTo("thanh-vien");
        ObjectNode none = example();
        none.remove("members");
        assertThat(FORM.page("thanh-vien~2").orElseThrow().asked(none)).isFalse();
        assertThat(FORM.route(none))
                .extracting(FormPage::id)
                .contains("thanh-vien")
                .doesNotContain("thanh-vien~1");
        assertThat(errors(none)).isEmpty();
    }

    @Test
    void what_is_missing_in_an_item_is_told_with_the_item_it_belongs_to() {
        ObjectNode answers = example();
        Answers.remove(answers, "members.1.who.name");
        Answers.remove(answers, "members.0.school");
        List<FieldError> errors = Definitions.check(FORM, answers);
        assertThat(errors).extracting(FieldError::field).containsExactly("members.1.who.name", "members.0.school");
        assertThat(errors.getFirst().args().getFirst().toString()).contains("thành viên 2");
        assertThat(FORM.pageOf("members.1.who.name").orElseThrow().id()).isEqualTo("thanh-vien~2");
        assertThat(FORM.pageOf("members.0.school").orElseThrow().id()).isEqualTo("truong-hoc~1");
        assertThat(errors(changed("members.1.school", "\"Trường mẫu\"")))
                .containsExactly("members.1.school forms.error.notAsked");
        assertThat(errors(changed("members.1.nothing", "1"))).containsExactly("members.1.nothing forms.error.unknown");
    }

    @Test
    void too_many_items_are_refused_whoever_sends_them() {
        ObjectNode answers = example();
        JsonNode item = Answers.at(answers, "members.1");
        Answers.set(answers, "members.2", item.deepCopy());
        Answers.set(answers, "members.3", item.deepCopy());
        assertThat(errors(answers)).containsExactly("members forms.error.list.many");
        assertThat(errors(changed("members", "\"x\""))).containsExactly("members forms.error.list");
        assertThat(errors(changed("members", "[1]"))).isNotEmpty();
        assertThat(errors(changed("mother", "7"))).isNotEmpty();
    }

    @Test
    void values_are_calculated_and_what_was_given_for_them_does_not_count() {
        ObjectNode answers = changed("total", "999");
        JsonNode with = FORM.calculated(answers, Definitions.TODAY);
        assertThat(with.path("total").asLong()).isEqualTo(351);
        assertThat(with.path("monthly").asLong()).isEqualTo(50);
        assertThat(with.path("age").asLong()).isEqualTo(32);
        assertThat(FORM.calculated(changed("months", "0"), Definitions.TODAY).has("monthly"))
                .as("nothing is divided by zero")
                .isFalse();
    }

    @Test
    void a_question_may_depend_on_a_calculated_value() {
        ObjectNode old = changed("mother.birthDate", "\"1950-03-14\"");
        Answers.set(old, "mother.personalNumber", JSON.readTree("\"000150000011\""));
        assertThat(errors(old)).containsExactly("pension forms.error.required.choice");
        Answers.set(old, "pension", JSON.readTree("false"));
        assertThat(errors(old)).isEmpty();
        assertThat(errors(changed("pension", "true"))).containsExactly("pension forms.error.notAsked");
    }

    @Test
    void what_is_no_longer_asked_is_left_out_inside_lists_too() {
        ObjectNode answers = changed("members.0.child", "false");
        JsonNode kept = RelevantAnswers.of(FORM, answers);
        assertThat(Answers.has(kept, "members.0.school")).isFalse();
        assertThat(Answers.at(kept, "members.1.who.name").asString()).isEqualTo("Trần Bình");
    }

    @Test
    void what_a_browser_posts_for_an_item_lands_in_the_item() {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add("members.1.who.name", " Lê   Bé ");
        posted.add("members.1.who.birthDate.day", "3");
        posted.add("members.1.who.birthDate.month", "4");
        posted.add("members.1.who.birthDate.year", "2020");
        posted.add("members.1.share", "2 triệu");
        posted.add("members.1.child", "true");
        JsonNode read = PostedAnswers.read(FORM.page("thanh-vien~2").orElseThrow(), posted);
        assertThat(Answers.at(read, "members.1.who.name").asString()).isEqualTo("Lê Bé");
        assertThat(Answers.at(read, "members.1.who.birthDate").asString()).isEqualTo("2020-04-03");
        assertThat(Answers.at(read, "members.1.share").asLong()).isEqualTo(2_000_000);
    }

    @Test
    void the_schema_is_one_for_everybody() {
        JsonNode schema = AnswersSchema.of(FORM, "vi");
        assertThat(schema.at("/properties/mother/required").size()).isEqualTo(3);
        assertThat(schema.at("/properties/members/items/properties/school/type").asString())
                .isEqualTo("string");
        assertThat(schema.at("/properties/members/items/allOf/0/then/required/0")
                        .asString())
                .isEqualTo("school");
        assertThat(schema.at("/properties/total/readOnly").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"quotient": ["total", "months"]} | {"quotient": ["total", 0]} | tong/monthly forms.problem.formula.zero
            "type": "number", "min": 1 | "type": "number" | tong/monthly forms.problem.formula.zero
            {"sumOf": "members.share"} | {"sum": ["monthly", 1]} | tong/total forms.problem.formula.loop
            {"sumOf": "members.share"} | {"quotient": [1, "monthly"]} | tong/total forms.problem.formula.loop
            {"age": "mother.birthDate"} | {"quotient": [1, {"sum": ["total", "monthly"]}]} | tong/age forms.problem.formula.zero
            {"sumOf": "members.share"} | {"sumOf": "members.shares"} | tong/total forms.problem.formula.unknown
            {"age": "mother.birthDate"} | {"age": "mother.name"} | tong/age forms.problem.formula.type
            {"field": "age", "atLeast": 60} | {"field": "age", "atLeast": 60, "atMost": 50} | gia forms.problem.impossible
            {"field": "age", "atLeast": 60} | {"field": "pension", "in": ["true"]} | gia forms.problem.condition.later
            {"field": "age", "atLeast": 60} | {"field": "nobody", "in": ["true"]} | gia forms.problem.condition.unknown
            {"field": "age", "atLeast": 60} | {"field": "age"} | gia forms.problem.condition.nothing
            {"field": "members.child", "in": ["true"]} | {"field": "members.child", "in": ["có"]} | truong-hoc forms.problem.condition.value
            "each": "members" | "each": "people" | truong-hoc forms.problem.each
            "id": "gia" | "id": "tong" | tong forms.problem.pageTwice
            "id": "gia" | "id": "kiem-tra" | kiem-tra forms.problem.pageId
            "id": "pension" | "id": "note" | gia/note forms.problem.fieldTwice
            "id": "pension" | "id": "<b>" | gia/<b> forms.problem.fieldId
            "answer": "mother.name" | "answer": "father.name" | result/name forms.problem.resultLine
            "section": "all", "each" | "section": "none", "each" | truong-hoc forms.problem.noSection
            "parts": ["name", "personalNumber", "birthDate", "phone?"] | "parts": [] | me forms.problem.noField
            """)
    void a_wrong_definition_is_refused_with_its_place(String part, String instead, String problem) {
        assertThat(FormProblems.of(FormatTwo.with(part, instead)))
                .extracting(found -> found.place() + " " + found.message())
                .contains(problem);
    }
}
