package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.phigiay.identity.demo.Cast;
import org.phigiay.journal.FollowerRunner;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The story the product exists for, in a real browser: a citizen files from her phone, officials work, the
/// leader
/// signs, she gets the result, a stranger checks it, anybody follows it.
@ProgramTest
class StoryJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    FollowerRunner followers;

    @ParameterizedTest(name = "{0} px, JavaScript {1}")
    @CsvSource({"360,true", "1280,true", "360,false"})
    void one_dossier_from_filing_to_a_result_that_a_stranger_can_check(int width, boolean javascript)
            throws IOException {
        Visit citizen = new Visit(width, javascript, "mai");
        // She finds it and reads what it is.
        citizen.go("/");
        citizen.look("1-home");
        citizen.page
                .locator("main input[type=search], main input[name=q]")
                .first()
                .fill("giấy độc thân");
        citizen.press("main form button");
        citizen.look("2-found");
        citizen.page.locator("main a[href^='/thu-tuc/1.004873']").first().click();
        citizen.look("3-procedure");
        citizen.page.locator("main a[href='/thu-tuc/1.004873/nop']").first().click();
        citizen.page.locator("main a[href^='/dang-nhap?tiep=/thu-tuc']").click();
        citizen.signIn(Cast.CITIZEN);
        citizen.look("4-where");
        citizen.page.locator("input[name=agency][value='H99.01']").check();
        citizen.submit();
        citizen.page.locator("input[name='party.kind'][value=self]").check();
        citizen.submit("main form button.govuk-button");

        // One question a page; a mistake is told; half-way she leaves and comes back.
        FormDefinition form = forms.definition(
                catalogue.find(new ProcedureCode("1.004873")).orElseThrow().form());
        JsonNode answers = form.example();
        citizen.look("5-question");
        // For whom it is was said already, and is not asked from nothing.
        citizen.submit("main form button.govuk-button:not([name])");
        citizen.page.locator("[name=name]").fill("");
        citizen.submit("main form button.govuk-button:not([name])");
        assertThat(citizen.page.locator(".govuk-error-summary").count()).isEqualTo(1);
        citizen.look("6-mistake");
        int asked = 0;
        while (!citizen.path().endsWith("/kiem-tra")) {
            FormPage question = form.page(citizen.lastWord()).orElseThrow();
            for (Field field : question.fields()) {
                citizen.fill(field, answers.get(field.id()));
            }
            if (question.id().equals("giay-to")) {
                citizen.page
                        .locator("input[type=file]")
                        .first()
                        .setInputFiles(new FilePayload("cu-tru.jpg", "image/jpeg", photo()));
                citizen.look("7-photo");
            }
            citizen.submit("main form button.govuk-button:not([name])");
            if (++asked == 4) {
                String there = citizen.page.url();
                citizen.go("/ho-so");
                citizen.look("8-mine-with-draft");
                citizen.page.navigate(there);
            }
            assertThat(asked).isLessThan(40);
        }
        citizen.look("9-check");
        citizen.submit("main form button");
        citizen.look("10-receipt");
        String requestCode = citizen.text("YC-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        String dossier = citizen.path().split("/")[2];

        // Anybody follows it by its code and sees no name.
        Visit anybody = new Visit(width, javascript, "anybody");
        anybody.go("/tra-cuu/" + requestCode);
        anybody.look("11-track");
        assertThat(anybody.main()).doesNotContain("Nguyễn Thị Mai").doesNotContain("000194000011");

        // The desk receives it.
        Visit desk = new Visit(width, javascript, "hoa");
        desk.go("/can-bo");
        desk.signIn(Cast.DESK);
        desk.look("12-work-list");
        assertThat(desk.main()).contains(requestCode);
        desk.go("/can-bo/ho-so/" + dossier);
        desk.look("13-desk-dossier");
        desk.go("/can-bo/ho-so/" + dossier + "/tiep-nhan");
        desk.look("14-receive");
        desk.submit("main form button.govuk-button");
        String code = desk.text("H99\\.01-\\d{6}-\\d{4,}");

        // The officer verifies and drafts.
        Visit officer = new Visit(width, javascript, "viet");
        officer.go("/can-bo/ho-so/" + dossier);
        officer.signIn(Cast.OFFICER);
        officer.look("15-officer-dossier");
        officer.go("/can-bo/ho-so/" + dossier + "/hoan-thanh-buoc");
        officer.page.locator("textarea[name=opinion]").fill("Đã đối chiếu, đủ điều kiện xác nhận.");
        officer.look("16-verify");
        officer.submit("main form .govuk-button-group button.govuk-button");
        officer.go("/can-bo/ho-so/" + dossier + "/hoan-thanh-buoc");
        officer.look("17-draft");
        officer.submit("main form .govuk-button-group button.govuk-button");

        // The leader reads, proves who he is, signs.
        Visit leader = new Visit(width, javascript, "tam");
        leader.go("/can-bo/lanh-dao");
        leader.signIn(Cast.LEADER);
        leader.look("18-leader");
        leader.go("/can-bo/ho-so/" + dossier + "/ky");
        leader.look("19-sign");
        leader.submit("main form .govuk-button-group button.govuk-button");
        leader.stepUp(Cast.LEADER);
        if (leader.path().startsWith("/dang-nhap/tiep-tuc")) {
            leader.look("20-go-on");
            leader.submit("main form button");
        }
        if (leader.path().endsWith("/ky")) {
            leader.submit("main form .govuk-button-group button.govuk-button");
        }
        leader.look("20-signed");

        // The clerk numbers and seals; the desk hands over.
        Visit clerk = new Visit(width, javascript, "ha");
        clerk.go("/can-bo/ho-so/" + dossier + "/ban-hanh");
        clerk.signIn(Cast.CLERK);
        if (!clerk.path().endsWith("/ban-hanh")) {
            clerk.go("/can-bo/ho-so/" + dossier + "/ban-hanh");
        }
        clerk.look("21-issue");
        clerk.submit("main form .govuk-button-group button.govuk-button");
        desk.go("/can-bo/ho-so/" + dossier + "/tra-ket-qua");
        desk.look("22-hand-over");
        Locator way = desk.page.locator("input[type=radio][name=way]");
        if (way.count() > 0) {
            way.first().check();
        }
        desk.submit("main form .govuk-button-group button.govuk-button");

        // She is told, opens it, keeps it, rates.
        assertThat(followers.caughtUp("notify-on-dossier-change", 15_000)).isTrue();
        citizen.go("/thong-bao");
        citizen.look("23-notices");
        assertThat(citizen.main()).contains(code);
        citizen.go("/ho-so/" + dossier);
        citizen.look("24-my-dossier");
        byte[] result = citizen.download("/ho-so/" + dossier + "/ket-qua");
        assertThat(new String(result, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        Path kept = Path.of("target/screenshots/result-" + width + "-" + javascript + ".pdf");
        Files.write(kept, result);
        citizen.go("/ket-qua");
        citizen.look("25-my-results");
        citizen.go("/ho-so/" + dossier + "/danh-gia");
        citizen.page.locator("input[name=stars][value='5']").check();
        citizen.look("26-rate");
        citizen.submit("main form button");

        // A stranger checks the file, then a changed one, then only the code.
        Visit stranger = new Visit(width, javascript, "stranger");
        stranger.go("/xac-minh");
        stranger.look("27-verify");
        stranger.upload(result);
        stranger.look("28-genuine");
        assertThat(stranger.page.locator(".verdict--done").count()).isEqualTo(1);
        byte[] changed = result.clone();
        changed[changed.length / 2] ^= 1;
        stranger.go("/xac-minh");
        stranger.upload(changed);
        stranger.look("29-changed");
        assertThat(stranger.page.locator(".verdict--done").count()).isZero();
        anybody.go("/tra-cuu/" + code);
        anybody.look("30-track-done");
        assertThat(anybody.main()).doesNotContain("Nguyễn Thị Mai");

        // The neighbour gets the same answer as for what does not exist.
        Visit neighbour = new Visit(width, javascript, "hung");
        neighbour.go("/ho-so");
        neighbour.signIn(Cast.NEIGHBOUR);
        assertThat(neighbour.status("/ho-so/" + dossier)).isEqualTo(404);
        assertThat(neighbour.status("/ho-so/" + dossier + "/ket-qua")).isEqualTo(404);
        assertThat(neighbour.status("/can-bo/ho-so/" + dossier)).isIn(403, 404);
    }

    private static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /// One person with one browser.
    private final class Visit {
        private final Page page;
        private final String shots;
        private final boolean scripts;

        Visit(int width, boolean javascript, String who) {
            page = Browser.visitor(width, javascript);
            scripts = javascript;
            shots = "story-" + width + (javascript ? "" : "-nojs");
            assertThat(who).isNotEmpty();
        }

        void go(String path) {
            page.navigate("http://localhost:" + port + path);
        }

        int status(String path) {
            return page.navigate("http://localhost:" + port + path).status();
        }

        String path() {
            return java.net.URI.create(page.url()).getPath();
        }

        String lastWord() {
            return path().substring(path().lastIndexOf('/') + 1);
        }

        String main() {
            return page.locator("main").innerText();
        }

        void press(String button) {
            page.locator(button).first().click();
            page.waitForLoadState();
        }

        void submit() {
            submit("main form button[type=submit]");
        }

        void submit(String button) {
            page.locator(button).first().click();
            page.waitForLoadState();
        }

        void look(String name) {
            Browser.shot(page, shots + "-" + name);
            if (scripts) {
                Browser.accessible(page); // axe itself is a script
            }
        }

        /// The provider of the demo asks who it is and for the PIN it shows.
        void signIn(Cast who) {
            Locator start = page.locator("main a.govuk-button");
            if (path().startsWith("/dang-nhap") && start.count() > 0) {
                start.first().click();
                page.waitForLoadState();
            }
            provider(who);
        }

        void stepUp(Cast who) {
            if (path().startsWith("/xac-thuc-lai")) {
                page.locator("main a.govuk-button").first().click();
                page.waitForLoadState();
            }
            provider(who);
        }

        private void provider(Cast who) {
            for (int i = 0; i < 3 && path().startsWith("/dinh-danh-mau"); i++) {
                Locator choice = page.locator("input[name=nguoi]");
                if (choice.count() > 0) {
                    page.getByLabel(who.person().name(), new Page.GetByLabelOptions().setExact(true))
                            .first()
                            .check();
                }
                Locator pin = page.locator("input[name=pin]");
                if (pin.count() > 0) {
                    pin.fill(who.pin());
                }
                submit("main form button");
            }
        }

        void fill(Field field, JsonNode answer) {
            if (answer == null) {
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

        String text(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(main());
            assertThat(found.find()).as(pattern + " on " + page.url()).isTrue();
            return found.group();
        }

        byte[] download(String path) {
            return page.context()
                    .request()
                    .get("http://localhost:" + port + path)
                    .body();
        }

        void upload(byte[] pdf) {
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload("ket-qua.pdf", "application/pdf", pdf));
            page.locator("main form:has(input[type=file]) button").first().click();
            page.waitForLoadState();
        }
    }
}
