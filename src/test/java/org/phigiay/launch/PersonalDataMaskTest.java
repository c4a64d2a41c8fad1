package org.phigiay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalDataMaskTest {

    @Test
    void a_log_line_tells_nobody_who_somebody_is() {
        assertThat(PersonalDataMask.mask("number 000194000011 of mai@example.vn, 0912345678 or +84912345678"))
                .isEqualTo("number *** of ***, *** or ***");
        assertThat(PersonalDataMask.mask("Authorization: Bearer abcdefgh.ijkl")).isEqualTo("Authorization: ***");
    }

    @Test
    void what_is_not_personal_stays() {
        String line = "dossier H99.01-261125-0001 in 0.123 s, id 0193f2c4-8a1b-7000-8000-000000000001, port 18080";
        assertThat(PersonalDataMask.mask(line)).isEqualTo(line);
    }
}
