package org.phigiay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Three people fill in three forms without help, from the search box to the receipt, each question by question.
@ProgramTest
class FilingJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @BeforeEach
    void nothingBegun() {
        TestDatabase.shared()
                .ownerJdbc()
                .sql("delete from forms.draft where filed_at is null")
                .update();
    }

    @ParameterizedTest(name = "{0} px, JavaScript {1}, keyboard alone {2}")
    @CsvSource({"360,true,false", "320,true,true", "360,false,false"})
    void a_mother_registers_her_childs_birth_in_fourteen_questions_at_most(
            int width, boolean javascript, boolean keyboard) throws IOException {
        Page page = Browser.visitor(width, javascript);
        find(page, "con mới sinh", "1.001193");
        signIn(page, Cast.CITIZEN);
        JsonNode answers = example("1.001193");
        page.locator("input[name=agency][value='H99.01']").check();
        int asked = fill(page, answers, javascript, keyboard, "birth-" + width + "-" + javascript);
        assertThat(asked).isLessThanOrEqualTo(14);
        String check = page.locator("main").innerText();
        assertThat(check).contains(answers.at("/child/name").asString());
        file(page, javascript, "birth-" + width + "-" + javascript);
        page.context().close();
    }

    @ParameterizedTest(name = "{0} px, JavaScript {1}")
    @CsvSource({"360,true", "360,false"})
    void a_couple_registers_its_marriage(int width, boolean javascript) throws IOException {
        Page page = Browser.visitor(width, javascript);
        find(page, "đăng ký kết hôn", "1.000894");
        signIn(page, Cast.CITIZEN);
        page.locator("input[name=agency][value='H99.01']").check();
        JsonNode answers = example("1.000894");
        int asked = fill(page, answers, javascript, false, "marriage-" + width + "-" + javascript);
        assertThat(asked).isLessThanOrEqualTo(12);
        assertThat(page.locator("main").innerText())
                .contains(
                        answers.at("/bride/name").asString(),
                        answers.at("/groom/name").asString());
        file(page, javascript, "marriage-" + width + "-" + javascript);
        page.context().close();
    }

    @ParameterizedTest(name = "{0} px, JavaScript {1}")
    @CsvSource({"360,true", "360,false"})
    void a_neighbour_registers_a_household_business_for_its_owner(int width, boolean javascript) throws IOException {
        Page page = Browser.visitor(width, javascript);
        find(page, "mở hộ kinh doanh", "1.001612");
        signIn(page, Cast.NEIGHBOUR);
        page.locator("input[name=agency][value='H99.01']").check();
        page.locator("main form button.govuk-button:not([name])").first().click();
        assertThat(page.url()).contains("/nop-cho/");
        page.locator("input[name='party.kind'][value='authorised']").check();
        page.locator("main form button.govuk-button:not([name])").first().click();
        page.locator("input[name='party.name']").fill(Cast.CITIZEN.person().name());
        page.locator("input[name='party.birthDate.day']").fill("14");
        page.locator("input[name='party.birthDate.month']").fill("3");
        page.locator("input[name='party.birthDate.year']").fill("1994");
        page.locator("input[name='party.personalNumber']")
                .fill(Cast.CITIZEN.person().personalNumber());
        look(page, javascript, "business-who-" + width + "-" + javascript);
        page.locator("main form button.govuk-button:not([name])").first().click();
        JsonNode answers = example("1.001612");
        int asked = fill(page, answers, javascript, false, "business-" + width + "-" + javascript);
        assertThat(asked).isLessThanOrEqualTo(25);
        assertThat(page.locator("main").innerText())
                .contains(Cast.CITIZEN.person().name());
        file(page, javascript, "business-" + width + "-" + javascript);
        String dossier = page.url().replaceAll(".*/ho-so/([0-9a-f-]{36}).*", "$1");
        page.context().close();

        // The owner sees it among her own, and who filed it.
        Page owner = Browser.visitor(width, javascript);
        owner.navigate("http://localhost:" + port + "/ho-so/" + dossier);
        signIn(owner, Cast.CITIZEN);
        if (!owner.url().contains("/ho-so/" + dossier)) {
            owner.navigate("http://localhost:" + port + "/ho-so/" + dossier);
        }
        assertThat(owner.locator("main").innerText())
                .contains(Cast.NEIGHBOUR.person().name());
        look(owner, javascript, "business-owner-" + width + "-" + javascript);
        owner.context().close();
    }

    private JsonNode example(String code) {
        return forms.definition(
                        catalogue.find(new ProcedureCode(code)).orElseThrow().form())
                .example();
    }

    private void find(Page page, String words, String code) {
        page.navigate("http://localhost:" + port + "/");
        page.locator("main input[name=q]").first().fill(words);
        page.locator("main form button").first().click();
        page.locator("main a[href^='/thu-tuc/" + code + "']").first().click();
        page.locator("main a[href='/thu-tuc/" + code + "/nop']").first().click();
    }

    /// On the way into a filing nobody has to sign in; these people do, so that what is known of them is filled in.
    private void signIn(Page page, Cast who) {
        String root = "http://localhost:" + port;
        String back = page.url().substring(root.length());
        if (!back.startsWith("/dang-nhap")) {
            page.navigate(root + "/dang-nhap?tiep=" + java.net.URLEncoder.encode(back, UTF_8));
        }
        page.locator("main a.govuk-button").first().click();
        for (int i = 0; i < 3 && page.url().contains("/dinh-danh-mau"); i++) {
            if (page.locator("input[name=nguoi]").count() > 0) {
                page.getByLabel(who.person().name(), new Page.GetByLabelOptions().setExact(true))
                        .first()
                        .check();
            }
            if (page.locator("input[name=pin]").count() > 0) {
                page.locator("input[name=pin]").fill(who.pin());
            }
            page.locator("main form button").first().click();
            page.waitForLoadState();
        }
    }

    /// Answers question after question until the check; every page is looked at.
    private static int fill(Page page, JsonNode answers, boolean javascript, boolean keyboard, String name)
            throws IOException {
        FormFiller filler = new FormFiller(page, answers, keyboard, photo());
        Set<String> asked = new LinkedHashSet<>();
        int steps = 0;
        if (page.url().contains("/nop") && !page.url().contains("/ho-so-nhap/")) {
            page.locator("main form button.govuk-button:not([name])").first().click();
        }
        while (!page.url().endsWith("/kiem-tra")) {
            String question = page.url().replaceAll(".*/", "");
            if (!page.url().contains("/nop-cho/")) {
                asked.add(question);
            }
            look(page, javascript, name + "-" + question.replaceAll("[^a-z0-9-]", "_"));
            filler.answer();
            assertThat(page.locator(".govuk-error-summary").count())
                    .as("%s: %s", page.url(), page.locator("main").innerText())
                    .isZero();
            if (page.url().endsWith("/" + question)
                    && page.locator("main input[type=file]").count() > 0) {
                // The paper has arrived; the page offers to add its next page.
                filler.goOn();
            }
            assertThat(++steps).as("%s leads on", page.url()).isLessThan(60);
        }
        look(page, javascript, name + "-check");
        System.out.println(name + ": " + asked.size() + " questions: " + asked);
        return asked.size();
    }

    private static void file(Page page, boolean javascript, String name) {
        page.locator("main form button.govuk-button:not([name])").last().click();
        assertThat(page.url()).contains("/bien-nhan");
        look(page, javascript, name + "-receipt");
        assertThat(page.locator("main").innerText()).contains("YC-");
    }

    private static void look(Page page, boolean javascript, String name) {
        if (javascript) {
            Browser.accessible(page);
        }
        Browser.shot(page, "filing-" + name);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out))
                .isTrue();
        return out.toByteArray();
    }
}
