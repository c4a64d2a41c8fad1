package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.phigiay.forms.Definitions.JSON;
import static org.phigiay.forms.Definitions.check;
import static org.phigiay.forms.Definitions.example;
import static org.phigiay.forms.Definitions.shipped;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import tools.jackson.databind.node.ObjectNode;

class AnswerCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"single-status-1", "birth-1", "household-business-1"})
    void an_example_may_be_filed_on_any_day(String name) {
        FormDefinition form = shipped(name);
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2040; day = day.plusDays(137)) {
            assertThat(check(form, form.example(), day)).as("on %s", day).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            single-status-1|{"name": null}|name|forms.error.required.text
            single-status-1|{"name": "   "}|name|forms.error.text
            single-status-1|{"name": 7}|name|forms.error.text
            single-status-1|{"name": "Mai\\u202Eevil"}|name|forms.error.text
            single-status-1|{"name": "Mai\\nMai"}|name|forms.error.text
            single-status-1|{"name": "M"}|name|forms.error.tooShort
            single-status-1|{"personalNumber": "12345"}|personalNumber|forms.error.personalNumber.shape
            single-status-1|{"personalNumber": "0001940000１１"}|personalNumber|forms.error.personalNumber.shape
            single-status-1|{"personalNumber": "000195000011"}|personalNumber|forms.error.personalNumber.year
            single-status-1|{"personalNumber": "000394000011"}|personalNumber|forms.error.personalNumber.year
            single-status-1|{"personalNumber": "000094000011"}|personalNumber|forms.error.personalNumber.sex
            single-status-1|{"sex": "male"}|personalNumber|forms.error.personalNumber.sex
            single-status-1|{"sex": "x"}|sex|forms.error.choice
            single-status-1|{"sex": null}|sex|forms.error.required.choice
            single-status-1|{"birthDate": "1994-02-31"}|birthDate|forms.error.date.notReal
            single-status-1|{"birthDate": "1994-2-3"}|birthDate|forms.error.date.notReal
            single-status-1|{"birthDate": "31/xx/1994"}|birthDate|forms.error.date.notReal
            single-status-1|{"birthDate": "2026-11-24"}|birthDate|forms.error.date.future
            single-status-1|{"birthDate": "1894-03-14"}|birthDate|forms.error.date.tooOld
            single-status-1|{"birthDate": null}|birthDate|forms.error.required.date
            single-status-1|{"phone": "12345"}|phone|forms.error.phone
            single-status-1|{"phone": "0100000011"}|phone|forms.error.phone
            single-status-1|{"email": "mai@"}|email|forms.error.email
            single-status-1|{"email": "mai at example.vn"}|email|forms.error.email
            single-status-1|{"address": "a"}|address|forms.error.tooShort
            single-status-1|{"declaration": false}|declaration|forms.error.required.declaration
            single-status-1|{"declaration": null}|declaration|forms.error.required.declaration
            single-status-1|{"livedElsewhere": "true"}|livedElsewhere|forms.error.choice
            single-status-1|{"livedElsewhere": true}|residences|forms.error.required.text
            single-status-1|{"residences": "Xã Hòa Lạc Mẫu"}|residences|forms.error.notAsked
            single-status-1|{"maritalStatus": "divorced", "purpose": "other", "purposeOther": "Vay vốn", "copies": 1, "partnerName": null, "partnerBirthDate": null, "marriagePlace": null, "divorceNumber": "1", "divorceCourt": "Tòa"}|divorceDate|forms.error.required.date
            single-status-1|{"purpose": "marriage", "partnerName": null}|partnerName|forms.error.required.text
            single-status-1|{"isAdmin": true}|isAdmin|forms.error.unknown
            birth-1|{"childBirthDate": "2027-01-02"}|childBirthDate|forms.error.date.future
            birth-1|{"childBirthDate": "1990-01-02"}|childBirthDate|forms.error.date.order
            birth-1|{"motherNumber": "000094000011"}|motherNumber|forms.error.personalNumber.sex
            birth-1|{"fatherNumber": "000093000019"}|fatherNumber|forms.error.personalNumber.year
            birth-1|{"copies": 21}|copies|forms.error.tooBig
            birth-1|{"copies": "hai"}|copies|forms.error.number
            birth-1|{"copies": 1.5}|copies|forms.error.number
            household-business-1|{"capital": "Năm mươi triệu"}|capital|forms.error.money
            household-business-1|{"capital": 0}|capital|forms.error.tooSmall
            household-business-1|{"oldTaxCode": "0100109107"}|oldTaxCode|forms.error.taxCode.checkDigit
            household-business-1|{"oldTaxCode": "01001"}|oldTaxCode|forms.error.taxCode.shape
            household-business-1|{"businessName": "Công ty Mai An"}|businessName|forms.error.word
            household-business-1|{"ownerBirthDate": "2010-03-14", "ownerNumber": "000310000011"}|ownerBirthDate|forms.error.tooYoung
            household-business-1|{"ownsAnother": true}|ownsAnother|forms.error.together
            household-business-1|{"foundedBy": "family"}|members|forms.error.required.text
            """)
    void a_bad_answer_is_named_with_its_field(String form, String change, String field, String message) {
        FormDefinition definition = shipped(form);
        List<FieldError> errors = check(definition, example(definition, change));
        assertThat(errors)
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, message));
        for (Language language : Language.values()) {
            String said = Texts.in(language).of(errors.getFirst());
            assertThat(said).doesNotContain("⟦").doesNotContain("{");
        }
    }

    @Test
    void a_married_person_cannot_ask_for_a_certificate_in_order_to_marry() {
        FormDefinition form = shipped("single-status-1");
        ObjectNode answers = example(form, """
                {"maritalStatus": "married", "spouseName": "Lê Văn Bình", "marriageNumber": "15/2019",
                 "marriageDate": "2019-11-16", "marriageOffice": "UBND xã An Bình Mẫu"}
                """);
        assertThat(check(form, answers))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("purpose", "forms.error.together"));
    }

    @Test
    void a_birth_long_ago_may_still_be_registered() {
        FormDefinition form = shipped("birth-1");
        assertThat(check(form, form.example(), LocalDate.of(2031, 1, 1))).isEmpty();
    }

    @Test
    void what_is_not_an_object_is_told_so() {
        FormDefinition form = shipped("birth-1");
        for (String junk : List.of("[]", "null", "\"x\"", "1")) {
            assertThat(check(form, JSON.readTree(junk)))
                    .extracting(FieldError::message)
                    .containsExactly("forms.error.notAnswers");
        }
    }

    @Test
    void a_flood_of_unknown_fields_is_answered_shortly() {
        FormDefinition form = shipped("birth-1");
        ObjectNode answers = form.example().deepCopy().asObject();
        for (int i = 0; i < 5000; i++) {
            answers.put("x".repeat(100) + i, i);
        }
        assertThat(check(form, answers))
                .hasSizeLessThanOrEqualTo(50)
                .allMatch(error -> error.field().length() < 100);
    }

    @Test
    void a_whole_number_written_with_a_point_is_a_whole_number() {
        FormDefinition form = shipped("household-business-1");
        ObjectNode answers = example(form, "{\"capital\": 50000000.0, \"workers\": 3.0}");
        assertThat(check(form, answers)).isEmpty();
        assertThat(AnswerLine.of(form, answers, "vi"))
                .extracting(AnswerLine::text)
                .contains("50.000.000 đồng", "3");
    }

    @Test
    void empty_answers_are_asked_for_in_the_order_of_the_questions() {
        FormDefinition form = shipped("single-status-1");
        List<String> fields = check(form, JSON.createObjectNode()).stream()
                .map(FieldError::field)
                .toList();
        assertThat(fields).startsWith("requestedFor", "name", "personalNumber", "birthDate", "sex");
        assertThat(fields).doesNotContain("divorceNumber", "email", "authority");
    }

    @Test
    void the_check_digit_of_tax_codes_agrees_with_codes_that_are_public() {
        // Codes that large companies print on every invoice.
        for (String code : List.of("0100109106", "0300588569", "0101248141", "0100686174")) {
            assertThat(TaxCode.agrees(code)).as(code).isTrue();
            String wrong = code.substring(0, 9) + (code.charAt(9) == '9' ? '0' : (char) (code.charAt(9) + 1));
            assertThat(TaxCode.agrees(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void the_answers_a_person_no_longer_needs_are_left_out() {
        FormDefinition form = shipped("single-status-1");
        ObjectNode answers = example(form, """
                {"purpose": "other", "purposeOther": "Vay vốn ngân hàng", "copies": 2}
                """);
        assertThat(check(form, answers)).isNotEmpty();
        ObjectNode relevant = RelevantAnswers.of(form, answers);
        assertThat(relevant.has("partnerName")).isFalse();
        assertThat(check(form, relevant)).isEmpty();
    }

    @Test
    void a_required_paper_is_asked_for_only_in_its_case() {
        FormDefinition form = shipped("household-business-1");
        assertThat(FileCheck.of(form, form.example(), List.of(), "vi")).isEmpty();
        ObjectNode family = example(form, "{\"foundedBy\": \"family\", \"members\": \"Nguyễn Văn Tám\"}");
        assertThat(FileCheck.of(form, family, List.of(), "vi"))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("files.TP01", "forms.error.required.file"));
        assertThat(FileCheck.of(form, family, List.of("TP01"), "vi")).isEmpty();
        assertThat(FileCheck.of(form, form.example(), List.of("TP09"), "vi"))
                .extracting(FieldError::message)
                .containsExactly("forms.error.file.unknown");
    }
}
