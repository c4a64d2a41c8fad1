package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// How the catalogue comes to be and how people find their way in it, on a phone.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
class CatalogueJourneyTest {

    /// A word nobody else's vocabulary knows, as a village might use it.
    private static final String EVERYDAY = "xin dựng rạp làng";

    @LocalServerPort
    private int port;

    @Test
    void an_officer_imports_compares_teaches_the_search_a_word_and_a_second_one_publishes() {
        Page officer = signedIn(Cast.CATALOGUE);
        open(officer, "/can-bo");
        assertThat(officer.url()).endsWith("/can-bo/danh-muc");
        look(officer, "officer-home");
        officer.locator("a[href='/can-bo/danh-muc/nhap']").click();
        look(officer, "officer-import");
        officer.locator("main form button").first().click();
        officer.waitForLoadState();
        assertThat(officer.locator(".govuk-error-summary").count())
                .as("no file chosen")
                .isEqualTo(1);
        officer.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("hỏng.jsonl", "text/plain", "một, hai".getBytes(StandardCharsets.UTF_8)));
        officer.locator("main form button").first().click();
        officer.waitForLoadState();
        assertThat(officer.locator(".govuk-error-summary").textContent()).contains("mỗi dòng");
        look(officer, "officer-import-broken");

        read(officer, row("1.990001", "Đăng ký tổ chức lễ hội cấp xã", "5") + "\n" + "{hỏng\n");
        assertThat(officer.locator("main").textContent())
                .contains("1 thủ tục mới")
                .contains("Bạn là người đọc tệp này vào");
        look(officer, "officer-batch");
        String batch = officer.url();
        Page second = signedIn(Cast.CATALOGUE2);
        second.navigate(batch);
        publish(second);
        look(second, "officer-published");

        read(officer, row("1.990001", "Đăng ký tổ chức lễ hội cấp xã", "3"));
        officer.locator("table a").first().click();
        officer.waitForLoadState();
        assertThat(officer.locator("main").textContent()).contains("5 → 3 ngày làm việc");
        look(officer, "officer-row");
        String changed = officer.url().replaceFirst("/dong/.*", "");

        open(officer, "/can-bo/danh-muc/tim-kiem/tu-ngu/sua");
        officer.locator("[name=phrase]").fill(EVERYDAY);
        officer.locator("[name=meaning]").fill("tổ chức lễ hội");
        officer.locator("[name=question]").fill(EVERYDAY);
        officer.locator("button[name=act][value=thu]").click();
        officer.waitForLoadState();
        List<String> before = texts(officer.locator(".pair > *").first().locator("a"));
        List<String> after = texts(officer.locator(".pair > *").last().locator("a"));
        assertThat(before).noneMatch(title -> title.contains("lễ hội"));
        assertThat(after.getFirst()).contains("lễ hội");
        look(officer, "officer-word");
        officer.locator("button[name=act][value=luu]").click();
        officer.waitForLoadState();

        second.navigate(changed);
        publish(second);
        Page citizen = Browser.visitor(Browser.PHONE);
        found(citizen, EVERYDAY, "Đăng ký tổ chức lễ hội cấp xã");
        assertThat(citizen.locator("main").textContent()).contains("3 ngày làm việc");
        open(citizen, "/thu-tuc/1.990001/lich-su");
        assertThat(citizen.locator("main").textContent()).contains("5 → 3 ngày làm việc");
        look(citizen, "history");
        officer.context().close();
        second.context().close();
        citizen.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "con mới đẻ làm giấy gì,Làm giấy khai sinh cho con",
        "xin giay xac nhan chua vo de di cuoi,Xin giấy xác nhận độc thân",
        "mở tiệm tạp hoá nhỏ ở nhà cần xin gì,Mở hộ kinh doanh",
        "lamf khai sinh cho em bes,Làm giấy khai sinh cho con",
        "dk ho kinh doanh,Mở hộ kinh doanh"
    })
    void an_everyday_sentence_leads_to_the_right_page_and_a_printed_list(String sentence, String page) {
        Page citizen = Browser.visitor(Browser.PHONE);
        found(citizen, sentence, page);
        look(citizen, "found-" + Math.abs(sentence.hashCode() % 1000));
        citizen.locator("a[href$='/chuan-bi']").click();
        citizen.waitForLoadState();
        citizen.locator("main form button").last().click();
        citizen.waitForLoadState();
        assertThat(citizen.url()).contains("/chuan-bi");
        look(citizen, "list-" + Math.abs(sentence.hashCode() % 1000));
        citizen.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] paper = citizen.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("15mm")
                        .setBottom("15mm")
                        .setLeft("15mm")
                        .setRight("15mm")));
        assertThat(new String(paper, StandardCharsets.ISO_8859_1).split("/Type\\s*/Page[^s]", -1).length - 1)
                .as("sheets of paper")
                .isEqualTo(1);
        citizen.context().close();
    }

    private void found(Page citizen, String sentence, String title) {
        open(citizen, "/");
        citizen.locator("input[name=q]").first().fill(sentence);
        citizen.locator("input[name=q]").first().press("Enter");
        citizen.waitForLoadState();
        Locator first = citizen.locator(".choices__link").first();
        assertThat(first.textContent()).as(sentence).contains(title);
        first.click();
        citizen.waitForLoadState();
        assertThat(citizen.locator("h1").textContent()).contains(title);
    }

    private void read(Page officer, String rows) {
        open(officer, "/can-bo/danh-muc/nhap");
        officer.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "thủ tục.jsonl", "application/jsonl", (rows + "\n").getBytes(StandardCharsets.UTF_8)));
        officer.locator("main form button").first().click();
        officer.waitForLoadState();
    }

    private static void publish(Page second) {
        second.locator("form[action$='/dang'] button").click();
        second.waitForLoadState();
        assertThat(second.locator("main, [role=alert], .govuk-notification-banner")
                        .allTextContents()
                        .toString())
                .contains("Đã đăng");
    }

    private Page signedIn(Cast who) {
        Page page = Browser.visitor(Browser.PHONE);
        Map<String, String> cookies = Visitor.signedIn(port, who).cookies();
        cookies.forEach((name, value) ->
                page.context().addCookies(List.of(new Cookie(name, value).setUrl("http://localhost:" + port))));
        return page;
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void look(Page page, String name) {
        Browser.shot(page, "catalogue-" + name);
        assertThat(page.content()).doesNotContain("⟦");
        Browser.accessible(page);
    }

    private static List<String> texts(Locator all) {
        return all.allTextContents();
    }

    private static String row(String code, String title, String time) {
        return """
                {"code": "%s", "title": "%s", "decision": "1/QĐ-BVHTTDL", "levels": ["Cấp xã"], "field": "Văn hóa", \
                "audience_raw": "Công dân Việt Nam", "steps": "Nộp đơn tại xã.", "channels": [{"channel": "Trực tiếp", "time": "%s", \
                "unit": "Ngày làm việc", "fee": "Miễn phí", "fee_stated": true, "note": ""}], "documents": [{"group": "", \
                "name": "Đơn đăng ký", "form_file": "", "originals": 1, "copies": 0}], "results": [{"name": "Văn bản chấp thuận", \
                "code": "KQ.G11.000001"}], "legal_raw": "Nghị định mẫu110/2018/NĐ-CP"}""".formatted(code, title, time);
    }
}
