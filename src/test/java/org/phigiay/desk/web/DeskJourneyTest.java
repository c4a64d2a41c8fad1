package org.phigiay.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.Browser;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.StepAction;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// The officials' pages in a real browser, on a phone and on a desk: accessible, within their width, kept as pictures.
@ProgramTest
@Import(Dossiery.class)
class DeskJourneyTest {
    @LocalServerPort
    int port;

    @Autowired
    Dossiery cast;

    @ParameterizedTest
    @ValueSource(ints = {Browser.PHONE, Browser.DESK})
    void every_page_of_the_desk_is_accessible(int width) {
        Dossier waiting = cast.filed(Cast.CITIZEN, Dossiery.BIRTH, "TP01");
        Dossier late = cast.received(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        late(late);
        Dossier asked = cast.received(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        cast.dossiers.act(
                Cast.OFFICER.actor(),
                asked.id(),
                new RequestSupplement(
                        List.of(new RequestSupplement.Item("TP04", "Chụp rõ bốn góc")),
                        "Chưa rõ nơi cư trú từ 2019 đến 2021.",
                        "khoản 4 Điều 22, Nghị định 123/2015/NĐ-CP",
                        null));
        Dossier verified = cast.received(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        cast.processing.act(
                Cast.OFFICER.actor(), verified.id(), new StepAction.CompleteStep("Đã tra sổ, chưa kết hôn.", Map.of()));
        Dossier drafted = cast.drafted(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        Dossier signed = cast.signed(Cast.CITIZEN, Dossiery.BUSINESS);

        Page hoa = visitor(Cast.DESK, width);
        look(hoa, "/can-bo", "desk-work", width);
        look(hoa, "/can-bo/ho-so", "desk-list", width);
        look(hoa, at(waiting, ""), "desk-dossier-filed", width);
        look(hoa, at(waiting, "/tiep-nhan"), "desk-receive", width);
        look(hoa, at(waiting, "/yeu-cau-bo-sung"), "desk-ask", width);
        hoa.click("text=Gửi yêu cầu bổ sung");
        Browser.shot(hoa, "desk-ask-errors-" + width);
        Browser.accessible(hoa);
        look(hoa, at(waiting, "/tu-choi"), "desk-refuse", width);
        hoa.context().close();

        Page viet = visitor(Cast.OFFICER, width);
        look(viet, "/can-bo", "desk-officer-work", width);
        look(viet, at(late, ""), "desk-dossier-late", width);
        look(viet, at(asked, ""), "desk-dossier-asked", width);
        look(viet, at(late, "/hoan-thanh-buoc"), "desk-verify", width);
        look(viet, at(verified, "/hoan-thanh-buoc"), "desk-draft", width);
        look(viet, at(verified, "/tra-lai-buoc"), "desk-return", width);
        look(viet, at(verified, "/phan-cong"), "desk-assign", width);
        look(viet, at(drafted, ""), "desk-purpose", width);
        look(viet, at(drafted, "/hoan-thanh-buoc"), "desk-not-now", width);
        viet.context().close();

        Page tam = visitor(Cast.LEADER, width);
        look(tam, "/can-bo/lanh-dao", "desk-leader", width);
        look(tam, at(drafted, "/ky"), "desk-sign", width);
        assertThat((Boolean) tam.evaluate(
                        "() => [...document.images].every(image => image.complete && image.naturalWidth > 0)"))
                .as("the pages to be signed are seen")
                .isTrue();
        tam.context().close();

        Page ha = visitor(Cast.CLERK, width);
        look(ha, at(signed, ""), "desk-dossier-signed", width);
        look(ha, at(signed, "/ban-hanh"), "desk-issue", width);
        ha.context().close();
    }

    @org.junit.jupiter.api.Test
    void a_work_list_is_walked_by_keyboard() {
        cast.filed(Cast.CITIZEN, Dossiery.SINGLE_STATUS);
        cast.filed(Cast.NEIGHBOUR, Dossiery.SINGLE_STATUS);
        Page hoa = visitor(Cast.DESK, Browser.DESK);
        hoa.navigate("http://localhost:" + port + "/can-bo");
        hoa.focus("tbody a[data-open]");
        String first = (String) hoa.evaluate("() => document.activeElement.textContent");
        hoa.keyboard().press("j");
        String second = (String) hoa.evaluate("() => document.activeElement.textContent");
        assertThat(second).isNotEqualTo(first);
        hoa.keyboard().press("k");
        hoa.keyboard().press("Enter");
        hoa.waitForURL("**/can-bo/ho-so/**");
        assertThat(hoa.textContent("h1")).contains(first);
        hoa.context().close();
    }

    private Page visitor(Cast who, int width) {
        String session = Visitor.signedIn(port, who).cookies().get("phien");
        Page page = Browser.visitor(width);
        page.context().addCookies(List.of(new Cookie("phien", session).setUrl("http://localhost:" + port)));
        return page;
    }

    private void look(Page page, String path, String name, int width) {
        page.navigate("http://localhost:" + port + path);
        Browser.shot(page, name + "-" + width);
        Browser.accessible(page);
        // A phone widens its page to what does not fit, instead of scrolling.
        assertThat((Integer) page.evaluate("() => document.documentElement.clientWidth"))
                .as("%s fits its width", path)
                .isLessThanOrEqualTo(width);
    }

    private static String at(Dossier dossier, String verb) {
        return "/can-bo/ho-so/" + dossier.id() + verb;
    }

    /// As if the promise had been given for two days ago.
    private static void late(Dossier dossier) {
        var owner = TestDatabase.shared().ownerJdbc();
        owner.sql("update dossiers.dossier set received_at = received_at - interval '6 days',"
                        + " due_at = now() - interval '2 days 3 hours' where id = :id")
                .param("id", dossier.id().value())
                .update();
        owner.sql("update processing.task set due_at = now() - interval '2 days 3 hours' where dossier = :id")
                .param("id", dossier.id().value())
                .update();
    }
}
