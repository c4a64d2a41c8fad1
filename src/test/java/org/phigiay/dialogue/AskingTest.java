package org.phigiay.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Asking and answering as people do it, page by page, without a script in the browser.
@ProgramTest
class AskingTest {
    private static final ProcedureCode SINGLE = new ProcedureCode("1.004873");

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Forms forms;

    @Autowired
    Catalogue catalogue;

    @Test
    void a_question_goes_with_its_place_and_its_answer_leads_back_there() throws Exception {
        Draft draft = drafts.start(
                Cast.CITIZEN.actor(),
                SINGLE,
                catalogue.find(SINGLE).orElseThrow().form(),
                new AgencyCode("H99.01"));
        FormPage page = forms.definition(draft.form()).pages().getFirst();
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        String address = "/hoi-can-bo?nhap=" + draft.id() + "&cau=" + page.id();
        assertThat(mai.get(address).body())
                .contains(page.title().vi().replace("'", "&#39;"), "xã An Bình Mẫu")
                .doesNotContain(draft.form().toString());
        String form = mai.body();
        mai.submit("/hoi-can-bo", Map.of("question", "a"));
        assertThat(mai.status()).isEqualTo(422);
        mai.get(address);
        Map<String, String> words = Map.of("question", "Câu này <b>hỏi</b> gì?");
        mai.submit("/hoi-can-bo", words);
        String to = mai.location();
        assertThat(to).startsWith("/cau-hoi/");
        mai.follow();
        assertThat(mai.body()).contains("Câu này &lt;b&gt;hỏi&lt;/b&gt; gì?").doesNotContain("<b>hỏi</b>");
        assertThat(form).doesNotContain("000194000011");

        String id = to.substring("/cau-hoi/".length());
        assertThat(Visitor.signedIn(port, Cast.NEIGHBOUR).get(to).status()).isEqualTo(404);
        Visitor elsewhere = Visitor.signedIn(port, Cast.OFFICER2);
        assertThat(elsewhere.get("/can-bo/cau-hoi/" + id).status()).isEqualTo(403);
        assertThat(mai.get("/can-bo/cau-hoi").status()).isEqualTo(403);

        Visitor officer = Visitor.signedIn(port, Cast.OFFICER);
        assertThat(officer.get("/can-bo/cau-hoi").body()).contains("/can-bo/cau-hoi/" + id);
        officer.get("/can-bo/cau-hoi/" + id);
        officer.submit("/can-bo/cau-hoi/" + id + "/chuyen", Map.of("post", "H99.02/ho-tich"));
        assertThat(officer.status()).isEqualTo(422);
        officer.get("/can-bo/cau-hoi/" + id);
        officer.submit("/can-bo/cau-hoi/" + id + "/tra-loi", Map.of("answer", ""));
        assertThat(officer.status()).isEqualTo(422);
        String shared = "Câu " + page.id() + " hỏi điều gì?";
        officer.get("/can-bo/cau-hoi/" + id);
        officer.submit(
                "/can-bo/cau-hoi/" + id + "/tra-loi",
                Map.of("answer", "Bạn ghi nơi đang ở.", "forAll", "true", "shared", shared));
        assertThat(officer.location()).isEqualTo("/can-bo/cau-hoi");

        assertThat(mai.get(to).body()).contains("Bạn ghi nơi đang ở.", "/ho-so-nhap/" + draft.id() + "/" + page.id());
        assertThat(told(mai, to)).isTrue();
        assertThat(mai.get("/thu-tuc/1.004873").body()).doesNotContain(shared);
        Visitor keeper = Visitor.signedIn(port, Cast.CATALOGUE);
        keeper.get("/can-bo/cau-hoi/chia-se");
        keeper.submit("/can-bo/cau-hoi/chia-se/" + id + "/dong-y", Map.of());
        assertThat(new Visitor(port).get("/thu-tuc/1.004873").body()).contains(shared, "Bạn ghi nơi đang ở.");
        assertThat(mai.get("/ho-so-nhap/" + draft.id() + "/" + page.id()).body())
                .contains(shared);
    }

    @Test
    void without_a_draft_one_asks_about_the_procedure_and_chooses_the_agency() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(mai.get("/hoi-can-bo?thu-tuc=1.004873").body()).contains("name=\"agency\"");
        mai.submit("/hoi-can-bo", Map.of("question", "Tôi đi làm xa thì nộp ở đâu?", "agency", "H77"));
        assertThat(mai.status()).isEqualTo(422);
        mai.get("/hoi-can-bo?thu-tuc=1.004873");
        mai.submit("/hoi-can-bo", Map.of("question", "Tôi đi làm xa thì nộp ở đâu?", "agency", "H99.02"));
        mai.follow();
        assertThat(mai.body()).contains("xã Hòa Lạc Mẫu");
    }

    @Test
    void junk_in_the_address_is_no_page_and_no_breakdown() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        for (String junk : new String[] {
            "/hoi-can-bo?nhap=x",
            "/hoi-can-bo?nhap=00000000-0000-0000-0000-000000000000&cau=x",
            "/hoi-can-bo?thu-tuc=%00",
            "/hoi-can-bo?thu-tuc=9.999999",
            "/cau-hoi/x",
            "/cau-hoi/00000000-0000-0000-0000-000000000000"
        }) {
            assertThat(mai.get(junk).status()).as(junk).isBetween(400, 404);
        }
        assertThat(new Visitor(port).get("/hoi-can-bo?thu-tuc=1.004873").status())
                .isIn(302, 303, 401);
    }

    private static boolean told(Visitor mai, String link) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (mai.get("/thong-bao").body().contains("href=\"" + link + "\"")) {
                return true;
            }
            Thread.sleep(200);
        }
        return false;
    }
}
