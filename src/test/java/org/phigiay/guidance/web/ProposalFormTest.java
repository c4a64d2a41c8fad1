package org.phigiay.guidance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Invented;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.ProposedText;
import org.phigiay.shared.Bilingual;

/// What an officer types is what is kept, in the order that was meant.
class ProposalFormTest {

    private static final Procedure PROCEDURE =
            new Procedure(1, Invented.text("1.930001", 1, LocalDate.of(2026, 1, 1), 5), null, null, List.of());

    @Test
    void a_step_is_moved_by_its_number_and_an_emptied_one_falls_away() {
        ProposedText text = read(Map.of(
                "steps.0.vi",
                "một",
                "steps.0.at",
                "1",
                "steps.1.vi",
                "hai",
                "steps.1.at",
                "0,5",
                "steps.2.vi",
                "  ",
                "steps.2.at",
                "3",
                "steps.5.vi",
                "ba"));
        assertThat(text.guide().steps()).extracting(Bilingual::vi).containsExactly("hai", "một", "ba");
    }

    @Test
    void where_there_is_no_english_the_vietnamese_stands_for_it() {
        ProposedText text = read(Map.of("who.vi", "Ai cũng được", "papers.vi", "Một đơn", "papers.en", "One form"));
        assertThat(text.guide().who()).isEqualTo(new Bilingual("Ai cũng được", "Ai cũng được"));
        assertThat(text.guide().papers()).isEqualTo(new Bilingual("Một đơn", "One form"));
    }

    @Test
    void questions_mistakes_and_phrases_are_read() {
        ProposedText text = read(Map.of(
                "eligibility.0.question.vi", "Bạn ở xã này?",
                "eligibility.0.goesOn", "khong",
                "eligibility.0.otherwise.vi", "Hãy đến xã bạn ở.",
                "mistakes.3.wrong.vi", "Chụp mờ",
                "mistakes.3.right.vi", "Chụp lại",
                "phrases", "giấy thử\r\n\r\n xin giấy \r\ngiấy thử"));
        assertThat(text.guide().eligibility()).singleElement().satisfies(asked -> {
            assertThat(asked.goesOn()).isFalse();
            assertThat(asked.href()).isNull();
        });
        assertThat(text.guide().mistakes()).hasSize(1);
        assertThat(text.guide().phrases()).containsExactly("giấy thử", "xin giấy");
    }

    @Test
    void letters_are_composed_and_control_signs_dropped() {
        ProposedText text = read(Map.of("plainTitle.vi", " Gia\u0302\u0301y\u0000 thư\u0309\t "));
        assertThat(text.plainTitle().vi()).isEqualTo("Giấy thử");
    }

    private static ProposedText read(Map<String, String> typed) {
        var fields = new HashMap<String, String[]>();
        typed.forEach((name, value) -> fields.put(name, new String[] {value}));
        return ProposalForm.read(fields, PROCEDURE);
    }
}
