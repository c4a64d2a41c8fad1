package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.imports.Batch;
import org.phigiay.imports.Imports;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A form from nothing to a dossier on a desk, without a line of code: one officer builds it in the browser, a second
/// one publishes it, a citizen files it.
@ProgramTest
class AuthoringJourneyTest {

    private static final String HOME = "/can-bo/danh-muc/bieu-mau";

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @ParameterizedTest(name = "{0} px, JavaScript {1}")
    @CsvSource({"1280,true,1.970001", "360,false,1.970002"})
    void a_form_is_built_published_filed_and_received(int width, boolean javascript, String code) throws IOException {
        Batch batch = imports.prepare(
                Cast.CATALOGUE.actor(),
                "thủ tục.jsonl",
                new ByteArrayInputStream((row(code) + "\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(imports.publish(Cast.CATALOGUE2.actor(), batch.id())).isEqualTo(1);

        // Anh begins from nothing: the program proposes who asks, the paper, contact and declaration.
        Visit anh = new Visit(Cast.CATALOGUE, width, javascript);
        anh.go("/can-bo/danh-muc");
        anh.click("a[href='" + HOME + "']");
        anh.look("list");
        anh.go(HOME + "?q=" + code);
        anh.click("main table a");
        anh.look("start");
        anh.click("main form[action$='/bat-dau']:has(input[value=moi]) button");
        assertThat(anh.main()).contains("Gửi ảnh: Sơ đồ nơi tổ chức").doesNotContain("Gửi ảnh: Đơn đăng ký");
        anh.look("outline");

        // She adds a yes-or-no question, and one that depends on it; first she forgets what every question needs.
        add(anh, "Lễ hội có người ngoài xã tham gia không?", "Có người ngoài xã", "yesNo");
        assertThat(anh.path()).endsWith("/trang/le-hoi-co-nguoi-ngoai-xa-tham-gia-khong");
        assertThat(anh.main()).contains("Chưa nói vì sao hỏi và theo điều luật nào");
        anh.look("question");
        why(anh, "Đông người thì cần người giữ trật tự.", "Điều 14 Nghị định 110/2018/NĐ-CP");
        anh.go(HOME + "/" + code);
        add(anh, "Khoảng bao nhiêu người?", "Số người ngoài xã", "number");
        why(anh, "Để xếp người giữ trật tự.", "Điều 14 Nghị định 110/2018/NĐ-CP");
        anh.page.locator("[name='showIf.0.field']").selectOption("coNguoiNgoaiXa");
        anh.click("main form:has(textarea) > button");
        anh.page.locator("input[name='showIf.0.value'][value=true]").check();
        anh.click("main form:has(textarea) > button");
        anh.look("condition");
        anh.go(HOME + "/" + code);
        assertThat(anh.main()).contains("Chỉ hỏi khi Có người ngoài xã: Có");

        // What is not right yet is listed with its place, and cannot be sent.
        anh.click("main form[action$='/gui'] button");
        assertThat(anh.page.locator(".govuk-error-summary").count()).isEqualTo(1);
        assertThat(anh.main()).contains("Chưa có ví dụ đúng");
        anh.look("blocked");
        anh.click("#can-sua ~ ul a");
        anh.page.fill("[name=right]", "200");
        anh.page.fill("[name=min]", "1");
        anh.page.fill("[name='label.en']", "People from elsewhere");
        anh.click("main form:has(textarea) > button");
        assertThat(anh.main()).doesNotContain("Chưa có ví dụ đúng");
        anh.look("field");

        // She puts both questions before the contact page, with nothing but buttons, and walks through the branches.
        anh.go(HOME + "/" + code);
        for (int i = 0; i < 2; i++) {
            for (String page : List.of("le-hoi-co-nguoi-ngoai-xa-tham-gia-khong", "khoang-bao-nhieu-nguoi")) {
                anh.press("button[value='pages/" + page + "|-1']");
            }
        }
        String outline = anh.main();
        assertThat(outline.indexOf("Khoảng bao nhiêu người?")).isLessThan(outline.indexOf("Bạn cam đoan"));
        anh.go(HOME + "/" + code + "/xem-truoc");
        anh.page.locator("select[name='c.coNguoiNgoaiXa']").selectOption("false");
        anh.click("main form button");
        assertThat(anh.page.locator("section:has(#h-left)").textContent()).contains("Khoảng bao nhiêu người?");
        anh.look("walk");
        anh.page.locator("select[name='c.coNguoiNgoaiXa']").selectOption("true");
        anh.click("main form button");
        assertThat(anh.page.locator("section:has(#h-route)").textContent()).contains("Khoảng bao nhiêu người?");

        // The page as citizens will see it: a mistake is told, a right answer leads on.
        anh.go(HOME + "/" + code + "/xem-truoc/khoang-bao-nhieu-nguoi?rong=360&c.coNguoiNgoaiXa=true");
        assertThat(anh.page.locator("h1").textContent()).contains("Khoảng bao nhiêu người?");
        anh.look("preview");
        anh.page.fill("[name=soNguoiNgoaiXa]", "nhiều");
        anh.click("main form button.govuk-button:not([name]):not([tabindex])");
        assertThat(anh.page.locator(".govuk-error-summary").count()).isEqualTo(1);
        anh.page.fill("[name=soNguoiNgoaiXa]", "200");
        anh.click("main form button.govuk-button:not([name]):not([tabindex])");
        assertThat(anh.path()).contains("/xem-truoc/").doesNotContain("khoang-bao-nhieu-nguoi");

        anh.go(HOME + "/" + code);
        anh.click("main form[action$='/gui'] button");
        assertThat(anh.path()).endsWith("/duyet");
        assertThat(anh.main()).contains("Bạn đã soạn bản này. Một người khác phải duyệt.");

        // Lam, the second person, reads and publishes.
        Visit lam = new Visit(Cast.CATALOGUE2, width, javascript);
        lam.go(HOME + "?loc=cho-duyet&q=" + code);
        lam.click("main table a");
        lam.look("judge");
        lam.press("main form[action$='/dang'] button");
        assertThat(lam.main()).contains("Đã đăng.");

        // Mai finds it and files it.
        Visit mai = new Visit(Cast.CITIZEN, width, javascript);
        mai.go("/thu-tuc/" + code);
        mai.look("procedure");
        mai.click("main a[href='/thu-tuc/" + code + "/nop']");
        file(
                mai,
                forms.definition(
                        catalogue.find(new ProcedureCode(code)).orElseThrow().form()));
        mai.look("receipt");
        String requestCode = mai.text("YC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

        // Hoa at the desk receives it.
        Visit hoa = new Visit(Cast.DESK, width, javascript);
        String dossier = mai.path().split("/")[2];
        hoa.go("/can-bo/ho-so/" + dossier);
        assertThat(hoa.main())
                .contains(requestCode)
                .contains("Số người ngoài xã")
                .contains("200");
        hoa.go("/can-bo/ho-so/" + dossier + "/tiep-nhan");
        hoa.click("main form button.govuk-button");
        assertThat(hoa.text("H99\\.01-\\d{6}-\\d{4,}")).isNotEmpty();
        for (Visit visit : List.of(anh, lam, mai, hoa)) {
            visit.page.context().close();
        }
    }

    private static void add(Visit anh, String question, String label, String type) {
        anh.page.fill("[name='cau-hoi']", question);
        anh.page.fill("form[action$='/them-trang'] [name=nhan]", label);
        anh.page.locator("form[action$='/them-trang'] [name=loai]").selectOption(type);
        anh.page.locator("[name=phan]").selectOption("nguoi");
        anh.press("form[action$='/them-trang'] button");
    }

    private static void why(Visit anh, String text, String clause) {
        anh.page.fill("[name='title.en']", "An English question?");
        anh.page.fill("[name='why.vi']", text);
        anh.page.fill("[name='why.en']", "To keep order.");
        anh.page.fill("[name=clause]", clause);
        anh.click("main form:has(textarea) > button");
        assertThat(anh.main()).contains("Đã lưu");
    }

    /// Answers every question with the form's own example, as a person would, and files.
    private static void file(Visit mai, FormDefinition form) throws IOException {
        JsonNode answers = form.example();
        for (int asked = 0; !mai.path().endsWith("/bien-nhan"); asked++) {
            assertThat(asked).as(mai.page.url()).isLessThan(25);
            String last = mai.path().substring(mai.path().lastIndexOf('/') + 1);
            FormPage question = form.page(last).orElse(null);
            if (question != null) {
                for (Field field : question.fields()) {
                    fill(mai, field, answers.path(field.id()));
                }
                mai.click("main form button.govuk-button:not([name]):not([tabindex])");
            } else {
                Locator agency = mai.page.locator("input[name=agency][value='H99.01']");
                if (agency.count() > 0) {
                    agency.check();
                }
                Locator self = mai.page.locator("input[name='party.kind'][value=self]");
                if (self.count() > 0) {
                    self.check();
                }
                mai.click("main form button:not([tabindex])");
            }
        }
    }

    private static void fill(Visit mai, Field field, JsonNode answer) throws IOException {
        String name = "[name='" + field.id() + "']";
        switch (field.type()) {
            case FILE ->
                mai.page
                        .locator("input[type=file]")
                        .first()
                        .setInputFiles(new FilePayload("so-do.jpg", "image/jpeg", photo()));
            case YES_NO -> mai.page.locator("input" + name + "[value=true]").check();
            case NUMBER -> mai.page.fill(name, "200");
            case DECLARATION -> mai.page.locator("input" + name).first().check();
            case DATE -> {
                String[] parts = answer.asString().split("-");
                mai.page.fill("[name='" + field.id() + ".day']", parts[2]);
                mai.page.fill("[name='" + field.id() + ".month']", parts[1]);
                mai.page.fill("[name='" + field.id() + ".year']", parts[0]);
            }
            default ->
                mai.page.locator("input" + name + ", textarea" + name).first().fill(answer.asString());
        }
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /// One person with one browser.
    private final class Visit {
        private final Page page;
        private final String shots;
        private final boolean scripts;

        Visit(Cast who, int width, boolean javascript) {
            page = Browser.visitor(width, javascript);
            scripts = javascript;
            shots = "authoring-" + width + (javascript ? "" : "-nojs");
            Map<String, String> cookies = Visitor.signedIn(port, who).cookies();
            cookies.forEach((name, value) ->
                    page.context().addCookies(List.of(new Cookie(name, value).setUrl("http://localhost:" + port))));
        }

        void go(String path) {
            page.navigate("http://localhost:" + port + path);
        }

        String path() {
            return java.net.URI.create(page.url()).getPath();
        }

        String main() {
            return page.locator("main").innerText();
        }

        void click(String what) {
            page.locator(what).first().click();
            page.waitForLoadState();
        }

        /// With the keyboard alone.
        void press(String what) {
            page.locator(what).first().press("Enter");
            page.waitForLoadState();
        }

        String text(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(main());
            assertThat(found.find()).as(pattern + " on " + page.url()).isTrue();
            return found.group();
        }

        void look(String name) {
            Browser.shot(page, shots + "-" + name);
            assertThat(page.content()).doesNotContain("⟦");
            Browser.fits(page);
            if (scripts) {
                Browser.accessible(page); // axe itself is a script
            }
        }
    }

    private static String row(String code) {
        return """
                {"code": "%s", "title": "Đăng ký tổ chức lễ hội làng %s", "decision": "1/QĐ-BVHTTDL", "levels": ["Cấp xã"], \
                "field": "Văn hóa", "audience_raw": "Công dân Việt Nam", "steps": "Nộp đơn tại xã.", \
                "channels": [{"channel": "Trực tuyến", "time": "5", "unit": "Ngày làm việc", "fee": "Miễn phí", \
                "fee_stated": true, "note": ""}], "documents": [{"group": "", "name": "Đơn đăng ký", "form_file": "", \
                "originals": 1, "copies": 0}, {"group": "", "name": "Sơ đồ nơi tổ chức", "form_file": "", "originals": 1, \
                "copies": 0}], "results": [{"name": "Văn bản chấp thuận", "code": "KQ.G11.000001"}], \
                "legal_raw": "Nghị định 110/2018/NĐ-CP"}""".formatted(code, code.replace(".", " "));
    }
}
