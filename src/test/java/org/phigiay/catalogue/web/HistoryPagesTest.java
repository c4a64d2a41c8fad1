package org.phigiay.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.GuidanceStanding;
import org.phigiay.catalogue.Invented;
import org.phigiay.identity.Visitor;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Anybody can read what a procedure was before, and what has changed.
@ProgramTest
class HistoryPagesTest {

    @Autowired
    private Catalogue catalogue;

    @LocalServerPort
    private int port;

    @Test
    void a_procedure_with_one_edition_says_that_nothing_has_changed() {
        catalogue.publish(Actor.SYSTEM, Invented.text("1.910001", 1, LocalDate.of(2026, 1, 1), 5));
        String page = page("/thu-tuc/1.910001/lich-su");
        assertThat(page)
                .contains("Chưa có thay đổi nào.")
                .contains("Nội dung công bố áp dụng từ thứ Năm, 01/01/2026.")
                .contains("Công bố theo Quyết định 11/QĐ-THU của Bộ Thử Nghiệm.");
        assertThat(page("/thu-tuc/1.910001/lich-su?lang=en")).contains("Nothing has changed yet.");
    }

    @Test
    void what_changed_is_told_in_words_the_announced_text_apart_from_our_guidance() {
        String code = "1.910002";
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2025, 1, 1), 5));
        catalogue.guide(Actor.SYSTEM, Invented.guidance(code, 1, "Bạn đến quầy."));
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 2, LocalDate.of(2026, 1, 1), 3));
        catalogue.guide(
                Actor.SYSTEM,
                Invented.guidance(code, 2, "Bạn đến quầy.", "Bạn <b>chờ</b>."),
                "Luật buộc dùng đúng từ này.");
        String page = page("/thu-tuc/" + code + "/lich-su");
        assertThat(page)
                .contains("Thời hạn tại quầy: 5 → 3 ngày làm việc")
                .contains("Quyết định công bố: “11/QĐ-THU” → “12/QĐ-THU”")
                .contains("Lần đầu có bản hướng dẫn dễ hiểu")
                .contains("Các bước: thêm đoạn 2")
                .contains("Bạn &lt;b&gt;chờ&lt;/b&gt;.")
                .contains("Luật buộc dùng đúng từ này.")
                .contains("Đây là bản đầu tiên trên trang này.")
                .doesNotContain("Chưa có thay đổi nào.");
        assertThat(page.indexOf("Bản 4")).isBetween(0, page.indexOf("Bản 1"));
        assertThat(page("/thu-tuc/" + code + "/lich-su/1"))
                .contains("Bạn đang đọc một bản không dùng lúc này.")
                .contains("5 ngày làm việc")
                .contains("người có yêu cầu nộp hồ sơ");
        assertThat(page("/thu-tuc/" + code + "/lich-su/4"))
                .contains("Đang áp dụng")
                .contains("3 ngày làm việc")
                .doesNotContain("Bạn đang đọc một bản không dùng lúc này.");
    }

    @Test
    void guidance_written_before_a_new_text_has_to_be_looked_at() {
        String code = "1.910003";
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2025, 1, 1), 5));
        assertThat(standing(code).missing()).isTrue();
        catalogue.guide(Actor.SYSTEM, Invented.guidance(code, 1, "Bạn đến quầy."));
        assertThat(standing(code).missing()).isFalse();
        assertThat(standing(code).toReview()).isFalse();
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 2, LocalDate.of(2026, 1, 1), 3));
        assertThat(standing(code).toReview()).isTrue();
        catalogue.guide(Actor.SYSTEM, Invented.guidance(code, 2, "Bạn đến quầy."));
        assertThat(standing(code).toReview()).isFalse();
        assertThat(catalogue.reasons(new ProcedureCode(code))).isEqualTo(Map.of());
    }

    @Test
    void what_is_not_there_is_said_to_be_not_there() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/thu-tuc/9.999999/lich-su").status()).isEqualTo(404);
        assertThat(visitor.get("/thu-tuc/1.004873/lich-su/99").status()).isEqualTo(404);
        assertThat(visitor.get("/thu-tuc/1.004873/lich-su/x").status()).isEqualTo(404);
        assertThat(visitor.get("/thu-tuc/1.004873/lich-su/1").status()).isEqualTo(200);
    }

    private GuidanceStanding standing(String code) {
        return catalogue.standings().stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String page(String path) {
        Visitor visitor = new Visitor(port).get(path);
        assertThat(visitor.status()).as(path).isEqualTo(200);
        return visitor.body();
    }
}
