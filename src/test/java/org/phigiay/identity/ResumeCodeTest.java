package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResumeCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_code_is_read_however_it_is_written_down() {
        for (int i = 0; i < 200; i++) {
            String code = ResumeCode.next();
            String shown = ResumeCode.shown(code);
            assertThat(shown).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(ResumeCode.read(" " + shown.toLowerCase(java.util.Locale.ROOT) + " "))
                    .contains(code);
            assertThat(ResumeCode.read(code.replace('1', 'l').replace('0', 'o')))
                    .contains(code);
        }
    }

    @Test
    void one_sign_read_wrongly_is_noticed() {
        for (int i = 0; i < 20; i++) {
            String code = ResumeCode.next();
            for (int at = 0; at < code.length(); at++) {
                for (char other : ALPHABET.toCharArray()) {
                    if (other != code.charAt(at)) {
                        String wrong = code.substring(0, at) + other + code.substring(at + 1);
                        assertThat(ResumeCode.read(wrong))
                                .as(code + " " + wrong)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void what_is_no_code_is_none() {
        for (String typed : new String[] {
            "",
            " ",
            "K7QM",
            "K7QM-3T9X-2",
            "UUUU-UUUU",
            "ắắắắ-ắắắắ",
            "'; drop--",
            "\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000"
        }) {
            assertThat(ResumeCode.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void codes_do_not_repeat() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            made.add(ResumeCode.next());
        }
        assertThat(made).hasSize(2000);
    }

    @Test
    void a_telephone_number_has_one_way_of_writing() {
        assertThat(Guests.phone(" 0900 000 011 ")).contains("0900000011");
        assertThat(Guests.phone("+84 900.000.011")).contains("0900000011");
        assertThat(Guests.phone("84900000011")).contains("0900000011");
        assertThat(Guests.phone("0049 30 1234567")).contains("+49301234567");
        assertThat(Guests.phone("12345")).isEmpty();
        assertThat(Guests.phone("")).isEmpty();
        assertThat(Guests.phone("090000001١")).isEmpty();
    }
}
