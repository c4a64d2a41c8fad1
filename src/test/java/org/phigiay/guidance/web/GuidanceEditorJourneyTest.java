package org.phigiay.guidance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.Browser;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Invented;
import org.phigiay.guidance.Proposals;
import org.phigiay.guidance.ProposedText;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Guidance from a first bad sentence to the page that citizens read, in a real browser.
@ProgramTest
class GuidanceEditorJourneyTest {

    private static final String HOME = "/can-bo/danh-muc/huong-dan";
    private static final String BAD =
            "Người có yêu cầu tiến hành nộp thành phần hồ sơ tại cơ quan có thẩm quyền, cơ quan thụ"
                    + " lý có trách nhiệm giải quyết trong thời hạn theo điểm a khoản 2 Điều 15 và khoản 3 Điều 16 kể từ ngày"
                    + " tiếp nhận hồ sơ hợp lệ.";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Proposals proposals;

    @ParameterizedTest(name = "{0} px, JavaScript {1}")
    @CsvSource({"360,true", "1280,true", "1280,false"})
    void guidance_is_written_mended_judged_and_read(int width, boolean javascript) {
        String code = "1.94" + (javascript ? "1" : "2") + (width == 360 ? "360" : "128");
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2025, 1, 1), 5));

        // Anh looks for what nobody has written yet.
        Page anh = visitor(Cast.CATALOGUE, width, javascript);
        go(anh, HOME + "?loc=chua-co&q=" + code);
        look(anh, "guidance-list", width, javascript);
        anh.click("main table a");
        anh.waitForURL("**" + HOME + "/" + code);

        // Her first sentence is an office's; she is told what is hard in it and what to write instead.
        anh.fill("#plainTitle-vi", "Xin giấy thử");
        anh.fill("#who-vi", "Ai cũng làm được");
        anh.fill("#papers-vi", "Một tờ đơn");
        anh.fill("#steps-0-vi", BAD);
        anh.click("text=Chấm điểm lại");
        assertThat(anh.inputValue("#steps-0-vi")).isEqualTo(BAD);
        assertThat(anh.textContent("#steps-0-vi-found")).contains("“tiến hành”: thay bằng “làm”");
        assertThat(anh.textContent(".counted")).contains("Chưa đủ để đăng").contains("Vượt mức chặn");
        look(anh, "guidance-edit-bad", width, javascript);

        // She mends it, adds a step before it, and sends it.
        anh.fill("#steps-0-vi", "Bạn đưa đơn cho quầy một cửa.");
        anh.fill("#steps-1-vi", "Bạn viết đơn theo mẫu ở quầy.");
        anh.fill("#steps-1-at", "0,5");
        anh.fill("#phrases", "giấy thử\nxin giấy thử");
        anh.click("text=Gửi duyệt");
        anh.waitForURL("**/duyet");
        assertThat(anh.textContent("main")).contains("Bạn đã soạn bản này. Một người khác phải duyệt.");
        assertThat(anh.locator("text=Đăng bản này").count()).isZero();
        look(anh, "guidance-judge-own", width, javascript);

        // Lam, the second person, reads what changes and publishes it.
        Page lam = visitor(Cast.CATALOGUE2, width, javascript);
        go(lam, HOME + "?loc=cho-duyet&q=" + code);
        lam.click("main table a");
        assertThat(lam.textContent("main"))
                .contains("Lần đầu có bản hướng dẫn dễ hiểu")
                .contains("Tên thường gọi: thêm “Xin giấy thử”")
                .contains("Đủ để đăng");
        look(lam, "guidance-judge", width, javascript);
        go(lam, HOME + "/" + code + "/xem-truoc");
        assertThat(lam.textContent("main")).contains("Đây là bản xem trước").contains("Bạn viết đơn theo mẫu ở quầy.");
        look(lam, "guidance-preview", width, javascript);
        go(lam, HOME + "/" + code + "/duyet");
        lam.click("text=Đăng bản này");
        lam.waitForURL("**" + HOME);
        assertThat(lam.textContent("main")).contains("Đã đăng.");

        // Anybody reads it, in the order she gave it, and what has changed.
        Page citizen = Browser.visitor(width, javascript);
        go(citizen, "/thu-tuc/" + code);
        String page = citizen.textContent("main");
        assertThat(page).contains("Xin giấy thử").contains("Bạn đưa đơn cho quầy một cửa.");
        assertThat(page.indexOf("Bạn viết đơn")).isLessThan(page.indexOf("Bạn đưa đơn"));
        go(citizen, "/thu-tuc/" + code + "/lich-su");
        assertThat(citizen.textContent("main"))
                .contains("Lần đầu có bản hướng dẫn dễ hiểu")
                .contains("Các bước: thêm đoạn 1");
        look(citizen, "history", width, javascript);
        go(citizen, "/thu-tuc/" + code + "/lich-su/1");
        look(citizen, "edition", width, javascript);

        // The announced text changes: the guidance has to be looked at again.
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 2, LocalDate.of(2026, 1, 1), 3));
        go(anh, HOME + "?loc=can-xem-lai&q=" + code);
        anh.click("main table a");
        assertThat(anh.textContent("main"))
                .contains("Nội dung công bố đã đổi sau bản hướng dẫn này")
                .contains("Thời hạn tại quầy: 5 → 3 ngày làm việc");
        look(anh, "guidance-edit-review", width, javascript);

        // Two at one page: the second is told, and what they wrote stands.
        go(lam, HOME + "/" + code);
        lam.fill("#notes-0-vi", "Quầy nghỉ chiều thứ Bảy.");
        anh.fill("#notes-0-vi", "Quầy mở từ 7 giờ 30.");
        lam.click("main form >> text=Lưu");
        lam.waitForSelector("text=Đã lưu.");
        anh.click("main form >> text=Lưu");
        anh.waitForSelector(".clash");
        assertThat(anh.textContent(".clash"))
                .contains("Phan Văn Lâm vừa lưu một bản khác")
                .contains("Nên biết trước");
        assertThat(anh.inputValue("#notes-0-vi")).isEqualTo("Quầy mở từ 7 giờ 30.");
        look(anh, "guidance-clash", width, javascript);
        anh.click("main form >> text=Lưu");
        anh.waitForSelector("text=Đã lưu.");

        for (Page each : List.of(anh, lam, citizen)) {
            each.context().close();
        }
    }

    @org.junit.jupiter.api.Test
    void the_pages_are_the_catalogue_officers_alone() {
        Visitor nobody = new Visitor(port).get(HOME);
        assertThat(nobody.status()).isEqualTo(303);
        assertThat(nobody.location()).contains("/dang-nhap");
        for (Cast who : List.of(Cast.CITIZEN, Cast.DESK, Cast.LEADER, Cast.INSPECTOR, Cast.ADMINISTRATOR)) {
            Visitor visitor = Visitor.signedIn(port, who);
            for (String path : List.of("", "/1.004873", "/1.004873/duyet", "/1.004873/xem-truoc")) {
                assertThat(visitor.get(HOME + path).status()).as(who + path).isEqualTo(403);
            }
        }
        Visitor officer = Visitor.signedIn(port, Cast.CATALOGUE);
        assertThat(officer.get(HOME).status()).isEqualTo(200);
        assertThat(officer.get(HOME + "/1.004873").status()).isEqualTo(200);
        assertThat(officer.get(HOME + "/9.999999").status()).isEqualTo(404);
        assertThat(officer.get(HOME + "/9.999999/duyet").status()).isEqualTo(404);
        assertThat(officer.get(HOME + "?loc=gi-do&tu=-7&q=%00%25").status()).isEqualTo(200);
    }

    @org.junit.jupiter.api.Test
    void strange_letters_are_answered_and_both_languages_have_all_their_words() {
        String code = "1.943001";
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2025, 1, 1), 5));
        Visitor anh = Visitor.signedIn(port, Cast.CATALOGUE);
        String page = HOME + "/" + code;
        String strange = "</textarea><script>alert(1)</script>\u0000\u202e 😀 ';drop table x;--";
        anh.get(page).submit(page + "/luu", Map.of("xem", "x", "plainTitle.vi", strange));
        assertThat(anh.status()).isBetween(400, 422);
        anh.get(page)
                .submit(page + "/luu", Map.of("plainTitle.vi", strange, "steps.0.vi", strange, "steps.0.at", "NaN"));
        assertThat(anh.status()).isEqualTo(302);
        assertThat(anh.get(page).body()).doesNotContain("<script>alert").contains("drop table x;--");
        var guidance = Invented.guidance(code, 1, BAD);
        var text = new ProposedText(new Bilingual(strange.replace("\u0000", ""), "x"), guidance.guide());
        proposals.send(Cast.CATALOGUE.actor(), new ProcedureCode(code), 1, text);
        Visitor lam = Visitor.signedIn(port, Cast.CATALOGUE2);
        lam.get(page + "/duyet").submit(page + "/dang", Map.of("reason", " "));
        assertThat(lam.status()).isEqualTo(422);
        assertThat(lam.body()).contains("Ghi lý do vẫn đăng");
        lam.get(page + "/duyet").submit(page + "/tra-lai", Map.of("back", "  "));
        assertThat(lam.status()).isEqualTo(422);
        for (String path : List.of(HOME, page, page + "/duyet", page + "/xem-truoc")) {
            String english = lam.get(path + "?lang=en").body();
            assertThat(english).as(path).doesNotContain("⟦").doesNotContain("<script>alert");
        }
        lam.get(page + "/duyet?lang=vi").submit(page + "/dang", Map.of("reason", "Vì\u0000 <b>luật</b>"));
        assertThat(lam.status()).isEqualTo(302);
        String history = new Visitor(port).get("/thu-tuc/" + code + "/lich-su").body();
        assertThat(history)
                .contains("Người duyệt vẫn cho đăng, vì: Vì &lt;b&gt;luật&lt;/b&gt;")
                .doesNotContain("<script>alert");
        assertThat(new Visitor(port)
                        .get("/thu-tuc/" + code + "/lich-su?lang=en")
                        .body())
                .doesNotContain("⟦");
        // The same page a second time: it has been published.
        lam.post(page + "/dang", Map.of("xem", "2"));
        assertThat(lam.status()).isBetween(400, 409);
    }

    private Page visitor(Cast who, int width, boolean javascript) {
        String session = Visitor.signedIn(port, who).cookies().get("phien");
        Page page = Browser.visitor(width, javascript);
        page.context().addCookies(List.of(new Cookie("phien", session).setUrl("http://localhost:" + port)));
        return page;
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void look(Page page, String name, int width, boolean javascript) {
        Browser.shot(page, name + "-" + width + (javascript ? "" : "-plain"));
        // Without JavaScript there is nothing with which axe could look.
        if (javascript) {
            Browser.accessible(page);
        }
    }
}
