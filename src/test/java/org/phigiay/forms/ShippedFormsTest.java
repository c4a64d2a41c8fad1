package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.forms.Definitions.shipped;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ShippedFormsTest {

    /// Written before a reason at every question and an example at every field became the rule; never edited.
    private static final Set<String> OF_OLD = Set.of("birth-1", "household-business-1", "single-status-1");

    /// What the program writes an example for, or what needs none.
    private static final Set<FieldType> WITHOUT_EXAMPLE = EnumSet.of(
            FieldType.YES_NO,
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.DATE,
            FieldType.FILE,
            FieldType.DECLARATION,
            FieldType.LIST,
            FieldType.CALCULATED);

    static final List<String> FORMS = Definitions.ALL;
    static final List<String> NEW =
            FORMS.stream().filter(name -> !OF_OLD.contains(name)).toList();

    @ParameterizedTest
    @FieldSource("FORMS")
    void a_shipped_form_has_no_problem_and_its_example_can_be_filed(String name) {
        FormDefinition form = shipped(name);
        assertThat(form.ref()).hasToString(form.ref().toString());
        assertThat(FormProblems.of(form)).as(name).isEmpty();
        assertThat(Definitions.schema(form).validate(form.example())).as(name).isEmpty();
        assertThat(Definitions.check(form, form.example())).as(name).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NEW")
    void every_page_says_why_it_asks_and_by_which_clause(String name) {
        for (FormPage page : shipped(name).pages()) {
            assertThat(page.why()).as("%s/%s", name, page.id()).isNotNull();
            assertThat(Objects.requireNonNull(page.why()).clause())
                    .as("%s/%s", name, page.id())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @FieldSource("NEW")
    void every_field_that_is_written_into_shows_a_right_example(String name) {
        FormDefinition form = shipped(name);
        form.pages().stream()
                .flatMap(page -> page.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                .filter(field -> !WITHOUT_EXAMPLE.contains(field.type()) && field.group() == null)
                .forEach(field -> assertThat(field.example())
                        .as("%s/%s", name, field.id())
                        .isNotNull());
    }

    @ParameterizedTest
    @FieldSource("NEW")
    void every_text_stands_in_both_languages(String name) {
        FormDefinition form = shipped(name);
        Stream.concat(
                        form.pages().stream().flatMap(ShippedFormsTest::texts),
                        form.result().fields().stream().map(ResultSheet.ResultField::label))
                .forEach(text -> {
                    assertThat(text.vi()).as(name).isNotBlank();
                    assertThat(text.en())
                            .as("%s: %s", name, text.vi())
                            .isNotBlank()
                            .isNotEqualTo(text.vi());
                });
    }

    @Test
    void registering_a_birth_takes_fourteen_pages_at_most_with_the_choice_of_the_commune() {
        FormDefinition birth = shipped("birth-2");
        // Both parents are known and married, a parent files, residence and insurance card are asked for at once, and
        // the householder is somebody else.
        ObjectNode answers = Definitions.example(
                birth,
                "{\"residenceWith\": \"mother\", \"head\": {\"name\": \"Nguyễn Văn Tám\"}, \"headRelation\": \"grandchild\"}");
        assertThat(Definitions.check(birth, answers)).isEmpty();
        assertThat(birth.route(answers)).extracting(FormPage::id).hasSizeLessThanOrEqualTo(13);
        assertThat(birth.forWhom()).as("nobody is asked first for whom it is").containsExactly("self");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mother-head", "father-head", "mother", "father"})
    void what_a_birth_hands_on_can_be_filed_as_it_is(String with) {
        FormDefinition birth = shipped("birth-2");
        FormDefinition residence = shipped("residence-1");
        ObjectNode given = Definitions.example(
                birth,
                "{\"residenceWith\": \"%s\", \"head\": {\"name\": \"Nguyễn Văn Tám\"}, \"headRelation\": \"grandchild\"}"
                        .formatted(with));
        List<ChainLink> asked =
                birth.chain().stream().filter(link -> link.asked(given)).toList();
        assertThat(asked).as("one part for each choice").hasSize(1);
        assertThat(asked.getFirst().procedure()).isEqualTo(residence.procedure());
        ObjectNode handed = Definitions.JSON.createObjectNode();
        asked.getFirst().answers().forEach((path, from) -> {
            JsonNode answer = from.isString() ? Answers.at(given, from.asString()) : from.path("value");
            if (!answer.isMissingNode()) {
                Answers.set(handed, path, answer);
            }
        });
        assertThat(Definitions.check(residence, handed)).isEmpty();
    }

    private static Stream<Bilingual> texts(FormPage page) {
        return Stream.concat(
                        Stream.of(page.title(), page.hint(), page.note(), page.readers()),
                        Stream.concat(
                                Stream.ofNullable(page.why()).map(WhyWeAsk::text),
                                page.fields().stream()
                                        .filter(field -> field.list() == null)
                                        .flatMap(field -> Stream.concat(
                                                Stream.of(field.label(), field.hint()),
                                                Stream.concat(
                                                        field.choices().stream()
                                                                .flatMap(choice -> Stream.of(
                                                                        choice.label(),
                                                                        choice.hint(),
                                                                        choice.result())),
                                                        field.fields().stream()
                                                                .flatMap(inside ->
                                                                        Stream.of(inside.label(), inside.hint())))))))
                .filter(Objects::nonNull);
    }
}
