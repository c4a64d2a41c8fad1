package org.phigiay.authoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.authoring.Beginning;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Invented;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The editor's pages: who may, what strange input does, what becomes of texts that cannot be kept.
@ProgramTest
class AuthoringPagesTest {

    private static final String HOME = "/can-bo/danh-muc/bieu-mau";
    private static final List<String> NAUGHTY = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'; drop table authoring.form_draft; --",
            "${7*7} {{7*7}} #{7*7}",
            "../../../etc/passwd",
            "Ω≈ç√∫˜µ≤≥÷ 🙂 田中さん ﷽",
            "{0} {1,choice} '",
            "true");

    @LocalServerPort
    int port;

    @Autowired
    FormDrafts drafts;

    @Autowired
    Catalogue catalogue;

    @Test
    void everybody_else_is_refused_and_without_sign_in_asked_to() {
        String code = begun("1.931001");
        List<String> addresses = List.of(
                HOME,
                HOME + "/" + code,
                HOME + "/" + code + "/chung",
                HOME + "/" + code + "/trang/lien-he",
                HOME + "/" + code + "/trang/lien-he/o/phone",
                HOME + "/" + code + "/xem-truoc",
                HOME + "/" + code + "/xem-truoc/lien-he",
                HOME + "/" + code + "/tai-ve",
                HOME + "/" + code + "/duyet");
        for (Cast who : Cast.values()) {
            Visitor visitor = Visitor.signedIn(port, who);
            boolean may = who == Cast.CATALOGUE || who == Cast.CATALOGUE2;
            for (String address : addresses) {
                int status = visitor.get(address).status();
                if (may) {
                    assertThat(status).as("%s %s", who, address).isEqualTo(200);
                    assertThat(visitor.body()).doesNotContain("⟦");
                } else {
                    assertThat(status).as("%s %s", who, address).isIn(403, 404);
                }
            }
        }
        Visitor anybody = new Visitor(port);
        for (String address : addresses) {
            anybody.get(address);
            assertThat(anybody.status()).as(address).isIn(302, 303);
            assertThat(anybody.location()).as(address).startsWith("/dang-nhap");
        }
    }

    @Test
    void strange_words_in_every_text_are_shown_as_they_are_and_never_as_markup() {
        String code = begun("1.931002");
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE);
        for (String text : NAUGHTY) {
            anh.get(HOME + "/" + code + "/trang/lien-he");
            anh.submit(
                    HOME + "/" + code + "/trang/lien-he",
                    Map.of(
                            "title.vi", text,
                            "title.en", text,
                            "hint.vi", text,
                            "note.vi", text,
                            "why.vi", text,
                            "clause", text,
                            "section", text,
                            "showIf.0.field", text));
            assertThat(anh.status()).as(text).isEqualTo(302);
            anh.follow();
            shown(anh, text);
            anh.get(HOME + "/" + code + "/trang/lien-he/o/phone");
            anh.submit(
                    HOME + "/" + code + "/trang/lien-he/o/phone",
                    Map.of(
                            "type", "phone",
                            "label.vi", text,
                            "hint.vi", text,
                            "right", text,
                            "wrong", text,
                            "because.vi", text,
                            "answer", text));
            assertThat(anh.status()).as(text).isEqualTo(302);
            anh.follow();
            shown(anh, text);
            for (String page :
                    List.of("", "/xem-truoc", "/xem-truoc/lien-he", "/duyet", "/chung", "/ket-qua", "/tai-ve")) {
                anh.get(HOME + "/" + code + page);
                assertThat(anh.status()).as(page + " with " + text).isIn(200, 404);
                if (!page.equals("/tai-ve")) {
                    assertThat(anh.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
                }
            }
        }
    }

    @Test
    void what_cannot_be_kept_is_shown_again_with_the_reason() {
        String code = begun("1.931003");
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE);
        String longText = "dài ".repeat(600);
        anh.get(HOME + "/" + code + "/trang/lien-he");
        anh.submit(HOME + "/" + code + "/trang/lien-he", Map.of("title.vi", longText, "section", "gui"));
        assertThat(anh.status()).isEqualTo(422);
        assertThat(anh.body()).contains("govuk-error-summary").contains(longText.strip());
        anh.get(HOME + "/" + code + "/trang/nguoi-yeu-cau/o/name");
        anh.submit(
                HOME + "/" + code + "/trang/nguoi-yeu-cau/o/name",
                Map.of("type", "text", "label.vi", "Tên đầy đủ", "min", "hai"));
        assertThat(anh.status()).isEqualTo(422);
        assertThat(anh.body()).contains("value=\"hai\"").contains("Tên đầy đủ");
        assertThat(drafts.open(Cast.CATALOGUE.actor(), new ProcedureCode(code))
                        .orElseThrow()
                        .form()
                        .toString())
                .doesNotContain("Tên đầy đủ");
    }

    @Test
    void of_two_at_one_page_the_second_sees_the_difference_and_keeps_every_word() {
        String code = begun("1.931004");
        String page = HOME + "/" + code + "/trang/lien-he";
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE).get(page);
        Visitor lam = Visitor.signedIn(port, Cast.CATALOGUE2).get(page);
        anh.submit(page, Map.of("title.vi", "Câu của Anh?", "title.en", "Anh's?", "section", "gui"));
        assertThat(anh.status()).isEqualTo(302);
        lam.submit(page, Map.of("title.vi", "Câu của Lam?", "title.en", "Lam's?", "section", "gui"));
        assertThat(lam.status()).isEqualTo(409);
        assertThat(lam.body())
                .contains("vừa sửa chỗ này")
                .contains("Câu của Anh?")
                .contains("Câu của Lam?");
        lam.submit(page, Map.of("title.vi", "Câu của hai người?", "title.en", "Both?", "section", "gui"));
        assertThat(lam.status()).isEqualTo(302);
    }

    @Test
    void junk_operations_change_nothing_and_are_answered() {
        String code = begun("1.931005");
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE);
        Map<String, String> secret = secret(anh, code);
        String before = form(code);
        var broken = new ArrayList<String>();
        for (String junk :
                List.of("", "pages", "pages/khong-co|1", "rules/99|-1", "../x|1", "ref/id|1", "/|", "x".repeat(3000))) {
            for (String operation : List.of("/chuyen", "/xoa", "/them-o")) {
                Map<String, String> fields = new HashMap<>(secret);
                fields.putAll(Map.of("chuyen", junk, "cho", junk, "loai", junk, "xem", junk));
                anh.post(HOME + "/" + code + operation, fields);
                if (anh.status() >= 500 || anh.status() == 302 && !form(code).equals(before)) {
                    broken.add(operation + " " + junk + " " + anh.status());
                }
            }
        }
        for (String address : List.of(
                "/trang/khong-co",
                "/trang/lien-he/o/khong.co",
                "/quy-tac/99",
                "/quy-tac/x",
                "/xem-truoc/%00",
                "/trang/%3Cb%3E")) {
            anh.get(HOME + "/" + code + address);
            if (anh.status() != 404 && anh.status() != 400) {
                broken.add(address + " " + anh.status());
            }
        }
        for (String address :
                List.of("?loc=x&q=%00&tu=-1", "/1.x", "/%00", "/" + code + "/xem-truoc?c.x=y&c.%00=%00")) {
            anh.get(HOME + address);
            if (anh.status() >= 500) {
                broken.add(address + " " + anh.status());
            }
        }
        assertThat(broken).isEmpty();
        assertThat(form(code)).isEqualTo(before);
    }

    @Test
    void the_same_question_sent_twice_is_added_once() {
        String code = begun("1.931006");
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE);
        Map<String, String> fields = new HashMap<>(secret(anh, code));
        fields.putAll(Map.of(
                "cau-hoi", "Ngày nào?", "nhan", "Ngày", "loai", "date", "phan", "nguoi", "once", "mot-lan-thoi"));
        anh.post(HOME + "/" + code + "/them-trang", fields);
        assertThat(anh.status()).isEqualTo(302);
        String first = anh.location();
        anh.post(HOME + "/" + code + "/them-trang", fields);
        assertThat(anh.location()).isEqualTo(first);
        assertThat(form(code).split("Ngày nào\\?", -1)).hasSize(2);
    }

    private static void shown(Visitor anh, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        assertThat(anh.status()).isEqualTo(200);
        assertThat(anh.body()
                        .replace("&gt;", ">")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&quot;", "\""))
                .as(text)
                .contains(escaped)
                .doesNotContain("<script>alert");
    }

    private static Map<String, String> secret(Visitor anh, String code) {
        anh.get(HOME + "/" + code);
        var found = java.util.regex.Pattern.compile(
                        "<input type=\"hidden\" name=\"([^\"]*csrf[^\"]*)\" value=\"([^\"]*)\"")
                .matcher(anh.body());
        assertThat(found.find()).isTrue();
        return Map.of(found.group(1), found.group(2));
    }

    private String form(String code) {
        return drafts.open(Cast.CATALOGUE.actor(), new ProcedureCode(code))
                .orElseThrow()
                .form()
                .toString();
    }

    private String begun(String code) {
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2026, 1, 1), 5));
        FormDraft draft = drafts.begin(Cast.CATALOGUE.actor(), new ProcedureCode(code), 0, new Beginning.Nothing());
        return draft.code().value();
    }
}
