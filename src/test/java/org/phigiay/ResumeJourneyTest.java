package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// A form begun on one device and finished on another, in a real browser on a phone.
@ProgramTest
class ResumeJourneyTest {
    private static final String PROCEDURE = "/thu-tuc/1.004873";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    private FormDefinition form;

    @BeforeEach
    void nothingBegun() {
        form = forms.definition(
                catalogue.find(new ProcedureCode("1.004873")).orElseThrow().form());
        TestDatabase.shared()
                .ownerJdbc()
                .sql("delete from forms.draft where owner = :owner and filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .update();
        TestDatabase.shared().ownerJdbc().sql("delete from identity.guest_try").update();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @CsvSource({"true", "false"})
    void begun_without_signing_in_gone_on_with_a_code_and_filed_after_signing_in(boolean javascript)
            throws IOException {
        Device phone = new Device(javascript, "guest");
        phone.go(PROCEDURE);
        phone.click("main a[href='" + PROCEDURE + "/nop']");
        phone.look("1-start");
        phone.begin();
        phone.answer(3);
        phone.look("2-question");
        assertThat(phone.main()).contains("chưa nộp");
        phone.click("main button[name=later]");
        phone.look("3-leave");
        assertThat(phone.main()).contains("Đã lưu, chưa nộp");
        phone.page.locator("input[name=phone]").fill("12");
        phone.click("main form:has(input[name=phone]) button.govuk-button");
        phone.look("4-no-number");
        phone.page.locator("input[name=phone]").fill("0900 555 001");
        phone.click("main form:has(input[name=phone]) button.govuk-button");
        phone.look("5-code");
        String code = phone.text("[0-9A-Z]{4}-[0-9A-Z]{4}");

        Device computer = new Device(javascript, "resumed");
        computer.go("/lam-tiep");
        computer.look("6-resume");
        computer.page.locator("input[name=phone]").fill("0900 555 001");
        computer.page.locator("input[name=code]").fill("0000 0000");
        computer.click("main form:has(input[name=code]) button.govuk-button");
        computer.look("7-wrong");
        computer.page.locator("input[name=code]").fill(code.toLowerCase(java.util.Locale.ROOT));
        computer.click("main form:has(input[name=code]) button.govuk-button");
        assertThat(computer.path()).as("where it stopped").endsWith("/" + nextAfter(3));
        computer.answer(40);
        computer.look("8-check");
        computer.click("main form[action$='/nop'] button, main a[href*='/dang-nhap']");
        computer.signIn();
        if (computer.page.locator("main form[action$='/nop']").count() == 0) {
            // The papers, which only a person who has signed in may send.
            computer.click("main .govuk-error-summary a, main a.govuk-button");
            computer.answer(40);
        }
        computer.look("9-check-signed-in");
        computer.click("main form[action$='/nop'] button.govuk-button");
        assertThat(computer.path()).endsWith("/bien-nhan");
        computer.look("10-receipt");

        phone.go("/ho-so-nhap");
        assertThat(phone.path()).as("the guest is a person now").startsWith("/dang-nhap");
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @CsvSource({"true", "false"})
    void begun_signed_in_gone_on_by_signing_in_elsewhere_and_two_answers_are_asked_about(boolean javascript)
            throws IOException {
        Device phone = new Device(javascript, "person");
        phone.go(PROCEDURE + "/nop");
        phone.click("main a[href^='/dang-nhap?tiep=/thu-tuc']");
        phone.signIn();
        phone.begin();
        phone.answer(3);
        phone.click("main button[name=later]");
        phone.look("1-leave");
        assertThat(phone.main()).contains("Đăng nhập trên máy nào cũng được");

        Device computer = new Device(javascript, "person-again");
        computer.go("/ho-so");
        computer.signIn();
        computer.look("2-mine");
        assertThat(computer.main()).contains("Chưa nộp");
        computer.click("main a[href^='/ho-so-nhap/']");
        assertThat(computer.path()).as("the address was known and is saved").endsWith("/" + nextAfter(4));

        String contact = computer.path().replaceAll("/[^/]*$", "/lien-he");
        phone.go(contact);
        computer.go(contact);
        phone.page.locator("input[name=phone]").fill("0900000011");
        phone.click("main form button.govuk-button:not([name])");
        computer.page.locator("input[name=phone]").fill("0900000099");
        computer.click("main form button.govuk-button:not([name])");
        computer.look("3-which-stays");
        assertThat(computer.main()).contains("Bạn giữ câu trả lời nào?", "0900000011", "0900000099");
        computer.click("main form button.govuk-button");
        assertThat(computer.page.locator(".govuk-error-summary").count()).isEqualTo(1);
        computer.page.locator("input[type=radio][value=kia]").first().check();
        computer.click("main form button.govuk-button");
        assertThat(computer.page.locator("input[name=phone]").inputValue()).isEqualTo("0900000011");
        computer.look("4-stays");
    }

    private String nextAfter(int answered) {
        return form.route(form.example()).get(answered).id();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    /// A browser of 360 px with cookies of its own.
    private final class Device {
        private final Page page;
        private final String shots;
        private final boolean scripts;

        Device(boolean javascript, String name) {
            page = Browser.visitor(360, javascript);
            scripts = javascript;
            shots = "resume-" + name + (javascript ? "" : "-nojs");
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

        String text(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(main());
            assertThat(found.find()).as(pattern + " on " + page.url()).isTrue();
            return found.group();
        }

        void look(String name) {
            Browser.shot(page, shots + "-" + name);
            if (scripts) {
                Browser.accessible(page);
            } else {
                assertThat(page.locator("h1").count()).isEqualTo(1);
            }
        }

        void begin() {
            page.locator("input[name=agency][value='H99.01']").check();
            click("main form:has(input[name=agency]) button[type=submit]");
            page.locator("input[name='party.kind'][value=self]").check();
            click("main form:has(input[name='party.kind']) button.govuk-button");
        }

        /// Answers so many questions, or as many as there are before the check.
        void answer(int most) throws IOException {
            for (int i = 0; i < most && !path().endsWith("/kiem-tra"); i++) {
                String id = path().substring(path().lastIndexOf('/') + 1);
                if (page.locator("main input[type=file]").count() > 0) {
                    page.locator("main input[type=file]")
                            .first()
                            .setInputFiles(new FilePayload("cu-tru.jpg", "image/jpeg", photo()));
                    click("main form button.govuk-button:not([name])");
                    click("main form button.govuk-button:not([name])");
                    continue;
                }
                Locator later =
                        page.locator("main a[href$='/kiem-tra'], main .govuk-button-group a.govuk-button--secondary");
                if (page.locator("main form [name=seen]").count() == 0 && later.count() > 0) {
                    later.first().click();
                    page.waitForLoadState();
                    continue;
                }
                FormPage question = form.page(id).orElseThrow();
                for (Field field : question.fields()) {
                    fill(field, form.example().path(field.id()));
                }
                click("main form button.govuk-button:not([name])");
            }
        }

        private void fill(Field field, JsonNode answer) {
            if (answer.isMissingNode()) {
                return;
            }
            String name = "[name='" + field.id() + "']";
            switch (field.type()) {
                case DATE -> {
                    String[] parts = answer.asString().split("-");
                    page.locator("[name='" + field.id() + ".day']").fill(parts[2]);
                    page.locator("[name='" + field.id() + ".month']").fill(parts[1]);
                    page.locator("[name='" + field.id() + ".year']").fill(parts[0]);
                }
                case CHOICE, YES_NO -> {
                    Locator select = page.locator("select" + name);
                    if (select.count() > 0) {
                        select.selectOption(answer.asString());
                    } else {
                        page.locator("input" + name + "[value='" + answer.asString() + "']")
                                .check();
                    }
                }
                case DECLARATION -> page.locator("input" + name).first().check();
                case FILE, CHOICES -> {}
                default ->
                    page.locator("input" + name + ", textarea" + name).first().fill(answer.asString());
            }
        }

        /// The provider of the demo asks who it is and for the PIN it shows.
        void signIn() {
            Locator start = page.locator("main a.govuk-button");
            if (path().startsWith("/dang-nhap") && start.count() > 0) {
                start.first().click();
                page.waitForLoadState();
            }
            for (int i = 0; i < 3 && path().startsWith("/dinh-danh-mau"); i++) {
                if (page.locator("input[name=nguoi]").count() > 0) {
                    page.getByLabel(Cast.CITIZEN.person().name(), new Page.GetByLabelOptions().setExact(true))
                            .first()
                            .check();
                }
                if (page.locator("input[name=pin]").count() > 0) {
                    page.locator("input[name=pin]").fill(Cast.CITIZEN.pin());
                }
                click("main form button");
            }
        }
    }
}
