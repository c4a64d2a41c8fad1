package org.phigiay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final Claims.Names NAMES = Claims.Names.NATIONAL;

    @Test
    void the_national_providers_claims_are_understood() {
        Claims claims = Claims.read(
                Map.of(
                        "SoDinhDanh", "000194000011",
                        "HoVaTen", " Nguyễn Thị Mai ",
                        "NgayThangNamSinh", "19940314",
                        "LoaiTaiKhoan", "1",
                        "TechID", "MAU-11"),
                NAMES);
        assertThat(claims.name()).isEqualTo("Nguyễn Thị Mai");
        assertThat(claims.birthDate()).isEqualTo(LocalDate.of(1994, 3, 14));
        assertThat(claims.sex()).isEqualTo(Sex.FEMALE);
        assertThat(claims.externalId()).isEqualTo("MAU-11");
        assertThat(claims.email()).isNull();
    }

    @Test
    void without_a_number_or_a_name_nobody_is_known() {
        for (String wrong : new String[] {"", "00019400001", "0001940000112", "00019400001x", "１２３４５６７８９０１２"}) {
            assertThatExceptionOfType(Claims.Unusable.class)
                    .isThrownBy(() -> Claims.read(with("SoDinhDanh", wrong), NAMES));
        }
        assertThatExceptionOfType(Claims.Unusable.class).isThrownBy(() -> Claims.read(with("HoVaTen", " "), NAMES));
    }

    @Test
    void an_organisations_account_is_not_a_citizen() {
        assertThatExceptionOfType(Claims.Unusable.class)
                .isThrownBy(() -> Claims.read(with("LoaiTaiKhoan", "2"), NAMES));
    }

    @Test
    void a_date_that_is_none_is_not_known_and_stops_nobody() {
        assertThat(Claims.read(with("NgayThangNamSinh", "19940231"), NAMES).birthDate())
                .isNull();
    }

    @Test
    void a_refusal_says_nothing_of_the_person() {
        assertThatExceptionOfType(Claims.Unusable.class)
                .isThrownBy(() -> Claims.read(with("SoDinhDanh", "12345"), NAMES))
                .satisfies(unusable -> assertThat(unusable.getMessage()).doesNotContain("12345"));
    }

    private static Map<String, Object> with(String name, String value) {
        Map<String, Object> said = new HashMap<>(Map.of("SoDinhDanh", "000194000011", "HoVaTen", "Nguyễn Thị Mai"));
        said.put(name, value);
        return said;
    }
}
