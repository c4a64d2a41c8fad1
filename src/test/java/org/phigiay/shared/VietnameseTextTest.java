package org.phigiay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {

    @ParameterizedTest
    @CsvSource({
        "hoà,hòa",
        "HOÀ,HÒA",
        "thuỷ,thủy",
        "Thuý,Thúy",
        "khoẻ,khỏe",
        "loè,lòe",
        "hòan,hoàn",
        "tòan,toàn",
        "qúy,quý",
        "gìa,già",
        "tíên,tiến",
        "khuỵu,khuỵu",
        "uỷ ban nhân dân,ủy ban nhân dân"
    })
    void both_habits_of_placing_a_tone_are_one(String written, String one) {
        assertThat(VietnameseText.modernTones(written)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quý",
                "quỳ",
                "quả",
                "quốc",
                "già",
                "giếng",
                "gì",
                "gìn",
                "giữa",
                "mía",
                "của",
                "xóa",
                "khuya",
                "đường",
                "ngoài",
                "xoáy",
                "khuyến",
                "nguyễn",
                "thuế",
                "thuở",
                "hưởng",
                "người",
                "yếu",
                "ý",
                "Đắk",
                "rượu",
                "résumé",
                "mañana",
                "kỹ thuật",
                "hòa",
                "thủy"
            })
    void what_stands_right_stays(String text) {
        assertThat(VietnameseText.modernTones(text)).isEqualTo(text);
    }

    @Test
    void decomposed_letters_are_composed() {
        assertThat(VietnameseText.nfc("hoa\u0300")).isEqualTo("hoà");
        assertThat(VietnameseText.modernTones("thuy\u0309 tie\u0302\u0301n")).isEqualTo("thủy tiến");
    }

    @ParameterizedTest
    @CsvSource({
        "Đăng ký khai sinh,dang ky khai sinh",
        "ĐƯỜNG ƯƠNG ẴẲ,duong uong aa",
        "hoa\u0300,hoa",
        "ＣＣＣＤ,cccd",
        "mixed Ω,mixed ω"
    })
    void folded_text_has_no_marks(String text, String folded) {
        assertThat(VietnameseText.folded(text)).isEqualTo(folded);
    }

    @Test
    void syllables_are_lower_case_with_marks_and_codes_stay_whole() {
        assertThat(VietnameseText.syllables("Thuỷ lợi, mã 1.004873; «CT07»…"))
                .containsExactly("thủy", "lợi", "mã", "1.004873", "ct07");
        assertThat(VietnameseText.syllables(" \u0301\u0303 … ")).isEmpty();
        assertThat(VietnameseText.syllables("")).isEmpty();
    }

    @Test
    void nothing_breaks_it() {
        String marks = "\u0301".repeat(10_000);
        assertThat(VietnameseText.modernTones("a" + marks)).isNotEmpty();
        assertThat(VietnameseText.folded(marks)).isEmpty();
        assertThat(VietnameseText.folded("\uD800 x")).endsWith("x");
        assertThat(VietnameseText.syllables("$1 \\1 ${x}")).containsExactly("1", "1", "x");
    }
}
