package org.phigiay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierState;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The officials' pages as their people use them, without JavaScript.
@ProgramTest
@Import(Dossiery.class)
class DeskTest {
    @LocalServerPort
    int port;

    @Autowired
    Dossiery cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_dossier_goes_from_the_desk_to_the_citizens_hands() {
        Dossier dossier = cast.filed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        String home = "/can-bo/ho-so/" + dossier.id();

        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        hoa.get("/can-bo?xem=cho-tiep-nhan");
        assertThat(hoa.body()).contains(dossier.requestCode(), "Nguyễn Thị Mai", "Tiếp nhận hồ sơ");
        hoa.get(home);
        assertThat(hoa.body()).contains("Hạn tiếp nhận: còn", home + "/tiep-nhan", home + "/tu-choi");
        hoa.get(home + "/tiep-nhan");
        assertThat(hoa.body()).contains("Hẹn trả kết quả, nếu tiếp nhận ngay bây giờ", "3 ngày làm việc");
        hoa.submit(home + "/tiep-nhan", Map.of("note", "Mang theo thẻ căn cước."))
                .follow();
        assertThat(hoa.body()).contains("Đã tiếp nhận hồ sơ", "H99.01-", home + "/phieu/1", "Cách tính ngày hẹn");

        Visitor viet = Visitor.signedIn(port, Cast.OFFICER);
        viet.get(home + "/hoan-thanh-buoc");
        viet.submit(home + "/hoan-thanh-buoc", Map.of("opinion", "Đã tra sổ, chưa kết hôn."))
                .follow();
        viet.get(home + "/hoan-thanh-buoc");
        assertThat(viet.body()).contains("Trình ký", "name=\"fields.name\"", "value=\"Nguyễn Thị Mai\"");
        viet.submit(home + "/hoan-thanh-buoc", Map.of("fields.name", "NGUYỄN THỊ MAI"))
                .follow();
        assertThat(viet.body()).contains("Đã hoàn thành bước");
        assertThat(cast.results
                        .of(dossier.id())
                        .orElseThrow()
                        .fields()
                        .getFirst()
                        .text())
                .isEqualTo("NGUYỄN THỊ MAI");

        Visitor tam = Visitor.signedIn(port, Cast.LEADER);
        tam.get("/can-bo/lanh-dao");
        assertThat(tam.body())
                .contains("kết quả chờ tôi ký", dossier.requestCode().isEmpty() ? "" : "H99.01-");
        tam.get(home + "/ky");
        assertThat(tam.body()).contains(home + "/du-thao/trang/1", "SHA-256");
        tam.submit(home + "/ky", Map.of());
        if (tam.location().startsWith("/xac-thuc-lai")) {
            tam.follow();
            tam.get(tam.link("/dang-nhap/di/")).follow();
            tam.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.LEADER.pin()))
                    .follow();
            tam.submit(home + "/ky", Map.of()).follow();
        } else {
            tam.follow();
        }
        assertThat(tam.body()).contains("Đã ký");

        Visitor ha = Visitor.signedIn(port, Cast.CLERK);
        ha.get(home + "/ban-hanh");
        assertThat(ha.body()).contains("/XNTTHN-UBND");
        ha.submit(home + "/ban-hanh", Map.of()).follow();
        assertThat(ha.body()).contains("Đã ban hành");

        hoa.get(home + "/tra-ket-qua");
        hoa.submit(home + "/tra-ket-qua", Map.of("way", "ELECTRONIC")).follow();
        assertThat(hoa.body()).contains("Đã ghi nhận việc trả kết quả");
        assertThat(cast.dossiers.find(dossier.id()).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_refusal_without_a_reason_says_so_at_the_field_and_keeps_what_was_typed() {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        String refuse = "/can-bo/ho-so/" + dossier.id() + "/tu-choi";
        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        hoa.get(refuse);
        hoa.submit(refuse, Map.of("reason", "Sai nơi", "wayOn", "Nộp ở xã bên", "clause", ""));
        assertThat(hoa.status()).isEqualTo(422);
        assertThat(hoa.body())
                .contains("Hãy nói rõ lý do", "Hãy ghi điều, khoản", "Sai nơi", "Nộp ở xã bên", "href=\"#reason\"");
        assertThat(cast.dossiers.find(dossier.id()).state()).isEqualTo(DossierState.SUBMITTED);
    }

    @Test
    void a_supplement_asks_for_what_was_ticked_and_for_an_impossible_day_it_says_so() {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        String ask = "/can-bo/ho-so/" + dossier.id() + "/yeu-cau-bo-sung";
        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        hoa.get(ask);
        assertThat(hoa.body()).contains("Giấy tờ cần bổ sung", "name=\"note.TP04\"", "value=\"TP04\"");
        Map<String, String> filled = Map.of(
                "items",
                "TP04",
                "note.TP04",
                "Chụp đủ bốn góc",
                "reason",
                "Chưa rõ nơi cư trú từ 2019 đến 2021.",
                "clause",
                "khoản 4 Điều 22",
                "basis",
                "123/2015/NĐ-CP",
                "until.day",
                "31",
                "until.month",
                "2",
                "until.year",
                "2027");
        hoa.submit(ask, filled);
        assertThat(hoa.status()).isEqualTo(422);
        assertThat(hoa.body()).contains("Không có ngày này", "Chụp đủ bốn góc");
        Map<String, String> right = new java.util.HashMap<>(filled);
        right.put("until.day", "26");
        hoa.submit(ask, right).follow();
        assertThat(hoa.body()).contains("Đã gửi yêu cầu bổ sung", "Chờ người dân bổ sung");
        assertThat(cast.dossiers.decisions(dossier.id()).getFirst().clause()).contains("khoản 4 Điều 22, ");
    }

    @Test
    void who_holds_no_open_task_says_why_once_and_the_journal_keeps_it() {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        String home = "/can-bo/ho-so/" + dossier.id();
        Visitor viet = Visitor.signedIn(port, Cast.OFFICER);
        viet.get(home);
        assertThat(viet.status()).isEqualTo(422);
        assertThat(viet.body()).contains("Vì sao bạn xem hồ sơ này?").doesNotContain("Trần Văn Hùng");
        viet.submit(home + "/muc-dich", Map.of("chon", "other", "khac", "xem"));
        assertThat(viet.status()).isEqualTo(422);
        assertThat(viet.body()).contains("ít nhất 10 ký tự");
        viet.submit(home + "/muc-dich", Map.of("chon", "consult")).follow();
        assertThat(viet.body()).contains("Trần Văn Hùng", "Bạn đang xem với lý do");
        viet.get(home);
        assertThat(viet.status()).isEqualTo(200);
        assertThat(jdbc.sql("select purpose from journal.entry where subject = :id and type = 'dossier.read'")
                        .param("id", dossier.id().value())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("Trả lời người dân hỏi về hồ sơ này");
    }

    @Test
    void an_inspector_says_why_before_the_list_and_can_do_nothing() {
        Dossier dossier = cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        Visitor long_ = Visitor.signedIn(port, Cast.INSPECTOR);
        long_.get("/can-bo").follow();
        assertThat(long_.body()).contains("Vì sao bạn xem");
        long_.submit("/can-bo/ho-so/muc-dich", Map.of("chon", "inspect")).follow();
        assertThat(long_.body()).contains(dossier.requestCode());
        String home = "/can-bo/ho-so/" + dossier.id();
        long_.get(home);
        assertThat(long_.body()).as("each dossier asks anew").contains("Vì sao bạn xem hồ sơ này?");
        long_.submit(home + "/muc-dich", Map.of("chon", "inspect")).follow();
        assertThat(long_.body()).contains("không có việc gì phải làm").doesNotContain(home + "/tiep-nhan");
    }

    @Test
    void a_form_sent_twice_acts_once_and_a_late_form_shows_what_is_possible_instead() {
        Dossier dossier = cast.filed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        String receive = "/can-bo/ho-so/" + dossier.id() + "/tiep-nhan";
        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        Visitor other = Visitor.signedIn(port, Cast.DESK);
        other.get(receive);
        hoa.get(receive);
        String page = hoa.body();
        hoa.submit(receive, Map.of());
        String first = hoa.location();
        assertThat(page).contains("Idempotency-Key");
        other.submit(receive, Map.of());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("Chưa làm được: hồ sơ đang ở trạng thái “Đã tiếp nhận”");
        assertThat(first).isEqualTo("/can-bo/ho-so/" + dossier.id());
    }

    @Test
    void nothing_is_asked_or_refused_once_the_leader_has_signed() {
        Dossier dossier = cast.signed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        String home = "/can-bo/ho-so/" + dossier.id();
        Visitor ha = Visitor.signedIn(port, Cast.CLERK);
        ha.get(home);
        assertThat(ha.body()).contains(home + "/ban-hanh").doesNotContain(home + "/tu-choi", home + "/yeu-cau-bo-sung");
        ha.get(home + "/tu-choi");
        assertThat(ha.status()).isEqualTo(409);
        assertThatThrownBy(() -> cast.dossiers.act(
                        Cast.CLERK.actor(),
                        dossier.id(),
                        new DossierAction.Refuse("Đã ký rồi mà vẫn từ chối thì không được.", "Điều 1", null)))
                .isInstanceOf(NotAllowedNow.class);
    }

    @Test
    void another_communes_dossier_does_not_exist_and_a_citizen_has_no_desk() {
        Dossier dossier = cast.filed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        Visitor khoa = Visitor.signedIn(port, Cast.DESK2);
        khoa.get("/can-bo/ho-so/" + dossier.id());
        assertThat(khoa.status()).isEqualTo(404);
        khoa.get("/can-bo/ho-so/" + dossier.id() + "/tiep-nhan");
        assertThat(khoa.status()).isEqualTo(404);
        khoa.get("/can-bo");
        assertThat(khoa.body()).doesNotContain(dossier.requestCode());
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/can-bo");
        assertThat(mai.status()).isEqualTo(403);
        mai.get("/can-bo/ho-so/" + dossier.id());
        assertThat(mai.status()).isEqualTo(403);
    }

    @Test
    void a_paper_is_shown_to_who_works_on_it_and_the_contact_only_when_asked_for() {
        Dossier dossier = cast.filed(Cast.CITIZEN, Dossiery.BIRTH, "TP01");
        String home = "/can-bo/ho-so/" + dossier.id();
        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        hoa.get(home);
        assertThat(hoa.body()).contains("Ảnh PNG", home + "/giay-to/").doesNotContain("citizen@example.vn\"");
        hoa.get(hoa.link(home + "/giay-to/"));
        assertThat(hoa.header("Content-Type")).isEqualTo("image/png");
        assertThat(hoa.header("X-Content-Type-Options")).isEqualTo("nosniff");
        hoa.get(home + "/lien-he");
        assertThat(hoa.body()).contains("citizen@example.vn");
    }
}
