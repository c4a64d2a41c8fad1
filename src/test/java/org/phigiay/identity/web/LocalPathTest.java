package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a/..//evil.example",
                "/./x",
                "/ho so",
                "/ho\tso",
                "/ho\r\nX: 1",
                "ho-so",
                "",
                "/dang-xuat",
                "/dang-nhap?tiep=/x",
                "/%",
                "///"
            })
    void what_is_not_plainly_a_path_of_ours_becomes_the_home_page(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ho-so/H99.01-1?trang=2&q=%C4%91", "/thu-tuc/1.004873", "/", "/tra-cuu?ma=A-B"})
    void a_path_of_ours_stays_as_it_is(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo(asked);
    }
}
