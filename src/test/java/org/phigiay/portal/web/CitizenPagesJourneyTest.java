package org.phigiay.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.RequestSupplement.Item;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Forms;
import org.phigiay.identity.People;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every page of the public and of a citizen, in the states that the story does not pass through, looked at in a real
/// browser.
@ProgramTest
class CitizenPagesJourneyTest {
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    People people;

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void every_page_can_be_used_by_everybody(int width) {
        Actor mai = people.actor(Cast.CITIZEN.id(), Actor.Via.WEB);
        Actor desk = people.actor(Cast.DESK.id(), Actor.Via.WEB);
        Procedure procedure = catalogue.find(new ProcedureCode("1.004873")).orElseThrow();

        Page anybody = Browser.visitor(width);
        Dossier waiting = filed(mai, procedure);
        see(anybody, "/", "home", width);
        see(anybody, "/?lang=en", "home-english", width);
        see(anybody, "/?lang=vi", "home-again", width);
        see(anybody, "/tra-cuu", "track", width);
        see(anybody, "/tra-cuu?ma=", "track-empty", width);
        see(anybody, "/tra-cuu/YC-KHONG-CO", "track-missing", width);
        see(anybody, "/tra-cuu/" + waiting.requestCode(), "track-waiting", width);
        see(anybody, "/xac-minh", "verify", width);
        see(anybody, "/xac-minh/KHONGCO", "verify-missing", width);
        see(anybody, "/tro-giup", "help", width);
        see(anybody, "/ngon-ngu", "languages", width);
        anybody.context().close();

        Page citizen = signedIn(width);
        Draft draft = drafts.start(mai, procedure.code(), procedure.form(), COMMUNE);
        see(citizen, "/thu-tuc/1.004873/nop", "start-with-draft", width);
        see(citizen, "/ho-so-nhap/" + draft.id() + "/noi-nop", "agency", width);
        see(citizen, "/ho-so-nhap/" + draft.id() + "/kiem-tra", "check-incomplete", width);
        see(citizen, "/ho-so-nhap/" + draft.id() + "/bo", "discard", width);
        see(citizen, "/ho-so", "mine", width);
        see(citizen, "/ket-qua", "results", width);
        String home = "/ho-so/" + waiting.id();
        see(citizen, home, "dossier-waiting", width);
        see(citizen, home + "/bien-nhan", "receipt", width);
        see(citizen, home + "/rut", "withdraw", width);
        dossiers.act(
                desk,
                waiting.id(),
                new DossierAction.RequestSupplement(
                        List.of(new Item("TP04", "Ảnh mờ"), new Item("address", "Ghi thiếu tên xã")),
                        "Ảnh giấy tờ mờ và địa chỉ chưa đủ để xác định nơi cư trú.",
                        "Điều 22 Nghị định 123/2015/NĐ-CP",
                        null));
        see(citizen, home, "dossier-asked", width);
        see(citizen, home + "/bo-sung", "supplement", width);
        citizen.locator("main form button.govuk-button").last().click();
        citizen.waitForLoadState();
        assertThat(citizen.locator(".govuk-error-summary").count()).isEqualTo(1);
        look(citizen, "supplement-nothing", width);
        dossiers.act(
                mai, waiting.id(), new DossierAction.Supplement(null, List.of(), "Tôi đã gọi điện để giải thích."));
        dossiers.act(desk, waiting.id(), new DossierAction.Receive(null));
        citizen.navigate("http://localhost:" + port + home);
        citizen.locator("details > summary").all().forEach(part -> part.click());
        look(citizen, "dossier-received", width);
        dossiers.act(mai, waiting.id(), new DossierAction.Withdraw("Không cần nữa", false));
        see(citizen, home + "/danh-gia", "rate", width);
        see(citizen, home, "dossier-withdrawn", width);
        drafts.discard(mai, draft.id());
        citizen.context().close();
    }

    private Dossier filed(Actor mai, Procedure procedure) {
        return dossiers.submit(
                mai,
                Submission.online(
                        procedure.code(),
                        COMMUNE,
                        forms.definition(procedure.form()).example(),
                        List.of()));
    }

    /// A browser with the session of a citizen who signed in elsewhere.
    private Page signedIn(int width) {
        Page page = Browser.visitor(width);
        Visitor.signedIn(port, Cast.CITIZEN)
                .cookies()
                .forEach((name, value) ->
                        page.context().addCookies(List.of(new Cookie(name, value).setUrl("http://localhost:" + port))));
        return page;
    }

    private void see(Page page, String path, String name, int width) {
        page.navigate("http://localhost:" + port + path);
        look(page, name, width);
    }

    private static void look(Page page, String name, int width) {
        Browser.shot(page, "citizen-" + name + "-" + width);
        assertThat(page.content()).doesNotContain("⟦");
        Browser.accessible(page);
    }
}
