package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.areas.Areas;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.FormRef;
import org.phigiay.identity.demo.Cast;
import org.phigiay.launch.ImportKind;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/// Where the published units are imported, a person answers with the name of an old commune and is asked which part.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@DirtiesContext
class AddressJourneyTest {
    private static final Path UNITS = Path.of("../shared/data/admin-units-2025");

    @LocalServerPort
    int port;

    @Autowired
    List<ImportKind> imports;

    @Autowired
    Areas areas;

    @Autowired
    Drafts drafts;

    private Page page;
    private boolean scripts;

    @BeforeEach
    void units() {
        if (!Files.isDirectory(UNITS)) {
            System.err.println("JOURNEY SKIPPED: no lists of administrative units in " + UNITS);
        }
        Assumptions.assumeTrue(Files.isDirectory(UNITS), "needs " + UNITS);
        if (!areas.known()) {
            var said = new ByteArrayOutputStream();
            int status = imports.stream()
                    .filter(kind -> kind.name().equals("units"))
                    .findFirst()
                    .orElseThrow()
                    .runAll(List.of(UNITS), new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        }
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void an_old_name_asks_which_part_and_the_answer_is_a_commune_of_today(boolean javascript) {
        scripts = javascript;
        page = Browser.visitor(Browser.PHONE, javascript);
        Draft draft = draft("other");
        String question = "/ho-so-nhap/" + draft.id() + "/noi-o";
        go(question);
        signIn();
        go(question);
        look("1-asked");

        // Nothing typed: told what to do. A province alone: its list.
        send();
        assertThat(error()).contains("gõ tên xã");
        look("2-empty");
        name("address.province").selectOption("01");
        send();
        assertThat(page.locator("select[name='address.commune'] option").count())
                .isEqualTo(127);
        look("3-list");

        // A name that was divided: which part?
        name("address.line").fill("Số 5, ngõ 3");
        name("address.name").fill("phuong ngoc ha");
        send();
        assertThat(error()).contains("chọn nơi đúng");
        look("4-which");
        assertThat(page.locator("main").innerText()).contains("Một phần Phường Ngọc Hà cũ nay ở đây");
        page.locator("input[type=radio][name='address.commune'][value='00004']").check();
        send();
        assertThat(address(draft))
                .contains("\"commune\":\"00004\"", "\"text\":\"Số 5, ngõ 3, Phường Ba Đình, Thành phố Hà Nội\"");

        // Back again: it stands there, and sending it again asks nothing.
        go(question);
        assertThat(name("address.name").inputValue()).isEqualTo("Phường Ba Đình");
        send();
        assertThat(page.url()).doesNotContain("/noi-o?").doesNotEndWith("/noi-o");

        // One that moved is told and confirmed; what is not found is told; abroad is one line.
        go(question);
        name("address.name").fill("Trúc Bạch cũ");
        send();
        assertThat(error()).contains("Phường Trúc Bạch cũ nay thuộc Phường Ba Đình");
        send();
        assertThat(address(draft)).contains("\"commune\":\"00004\"");
        go(question);
        name("address.name").fill("Khongconoinay");
        send();
        assertThat(error()).contains("Không tìm thấy");
        name("address.name").fill("");
        name("address.line").fill("12 rue des Lilas, Paris, Pháp");
        page.locator("input[name='address.elsewhere']").check();
        send();
        assertThat(address(draft)).isEqualTo("\"12 rue des Lilas, Paris, Pháp\"");
        page.context().close();
    }

    @Test
    void with_javascript_names_are_suggested_and_taken_with_the_keyboard() {
        scripts = true;
        page = Browser.visitor(Browser.PHONE);
        Draft draft = draft("other");
        String question = "/ho-so-nhap/" + draft.id() + "/noi-o";
        go(question);
        signIn();
        go(question);
        Locator box = name("address.name");
        box.pressSequentially("ngoc ha");
        page.locator("[role=listbox] [role=option]").first().waitFor();
        look("5-suggested");
        box.press("ArrowDown");
        String chosen = page.locator("[role=option][aria-selected=true]").innerText();
        box.press("Enter");
        assertThat(chosen).startsWith(box.inputValue());
        assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
        assertThat(name("address.province").inputValue()).isNotEmpty();
        send();
        assertThat(address(draft))
                .contains("\"text\":\"" + chosen.lines().findFirst().orElseThrow());
        page.context().close();
    }

    @Test
    void an_address_of_the_account_that_is_in_no_list_is_kept_as_it_is() {
        page = Browser.visitor(Browser.PHONE, false);
        Draft draft = draft("self");
        String question = "/ho-so-nhap/" + draft.id() + "/noi-o";
        go(question);
        signIn();
        go(question);
        String line = name("address.line").inputValue();
        assertThat(line).contains("An Bình Mẫu");
        assertThat(page.locator("input[name='address.elsewhere']").isChecked()).isTrue();
        send();
        assertThat(address(draft)).isEqualTo('"' + line + '"');
        page.context().close();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void anybody_can_ask_what_became_of_a_commune(boolean javascript) {
        scripts = javascript;
        page = Browser.visitor(Browser.PHONE, javascript);
        go("/dia-danh");
        look("6-page");
        page.locator("main input[name=q]").fill("ngoc ha, ha noi");
        page.locator("main form button").first().click();
        look("7-found");
        assertThat(page.locator("main").innerText())
                .contains("Nơi này đã chia vào 2 nơi", "Phường Ba Đình, Thành phố Hà Nội (một phần)");
        go("/dia-danh?q=" + "a".repeat(3000));
        assertThat(page.locator("main").innerText()).contains("Không tìm thấy");
        go("/dia-danh?q=%3Cscript%3E");
        assertThat(page.locator("h1").count()).isEqualTo(1);
        page.context().close();
    }

    private Draft draft(String requestedFor) {
        Actor citizen = Actor.citizen(Cast.CITIZEN.id(), Cast.CITIZEN.person().name());
        ProcedureCode procedure = new ProcedureCode("1.004873");
        Draft draft = drafts.start(citizen, procedure, new FormRef("single-status", 1), new AgencyCode("H99.01"));
        var form = new JsonMapper();
        return drafts.save(
                        citizen,
                        draft.id(),
                        page("cho-ai"),
                        form.readTree("{\"requestedFor\": \"" + requestedFor + "\"}"),
                        1)
                .draft();
    }

    @Autowired
    private org.phigiay.forms.Forms forms;

    private org.phigiay.forms.FormPage page(String id) {
        return forms.definition(new FormRef("single-status", 1)).page(id).orElseThrow();
    }

    private String address(Draft draft) {
        Actor citizen = Actor.citizen(Cast.CITIZEN.id(), Cast.CITIZEN.person().name());
        return drafts.find(citizen, draft.id()).answers().path("address").toString();
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private Locator name(String name) {
        return page.locator("main [name='" + name + "']:not([type=hidden]):not([type=radio])");
    }

    private void send() {
        page.locator("main form button.govuk-button:not([name])").first().click();
        page.waitForLoadState();
    }

    private String error() {
        return page.locator(".govuk-error-summary").innerText();
    }

    private void look(String shot) {
        Browser.shot(page, "address" + (scripts ? "-" : "-nojs-") + shot);
        if (scripts) {
            Browser.accessible(page);
        } else {
            // axe itself is a script
            assertThat(page.locator("h1").count()).isEqualTo(1);
        }
    }

    private void signIn() {
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
            page.locator("main form button").first().click();
            page.waitForLoadState();
        }
    }

    private String path() {
        return java.net.URI.create(page.url()).getPath();
    }
}
