package org.phigiay.dossiers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is known is not asked again: it is offered, said where it comes from, and can be called wrong.
@ProgramTest
class ReuseTest {
    private static final ProcedureCode SINGLE = new ProcedureCode("1.004873");

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    private final JdbcClient jdbc = TestDatabase.shared().ownerJdbc();
    private Visitor mai;

    @BeforeEach
    void nothingBegun() {
        jdbc.sql("delete from forms.draft where owner = :owner and filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .update();
        mai = Visitor.signedIn(port, Cast.CITIZEN);
    }

    @Test
    void a_new_filing_begins_with_the_answers_of_an_earlier_one() {
        Dossier earlier = filed();
        mai.get("/ho-so/" + earlier.id());
        mai.submit("/ho-so/" + earlier.id() + "/lam-lai", Map.of());
        mai.follow();
        assertThat(mai.body()).contains("Mọi câu hỏi của hồ sơ này", "Xong", "chưa nộp");
        String draft = mai.path().replace("/muc-luc", "");
        mai.get(draft + "/thong-tin");
        assertThat(mai.body())
                .contains("value=\"Nguyễn Thị Mai\"", "Lấy từ hồ sơ " + earlier.anyCode(), "Thông tin này sai");
        mai.get(draft + "/cam-doan");
        assertThat(mai.body()).as("a declaration is made anew").doesNotContain("checked");
    }

    @Test
    void nobody_files_from_another_persons_dossier() {
        Dossier earlier = filed();
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        neighbour.get("/ho-so");
        neighbour.post("/ho-so/" + earlier.id() + "/lam-lai", Map.of("_csrf", neighbour.secret()));
        assertThat(neighbour.status()).isEqualTo(404);
        Visitor desk = Visitor.signedIn(port, Cast.DESK);
        desk.get("/ho-so");
        desk.post("/ho-so/" + earlier.id() + "/lam-lai", Map.of("_csrf", desk.secret()));
        assertThat(desk.status()).isIn(403, 404);
    }

    @Test
    void what_is_known_can_be_called_wrong_and_nothing_else_is_lost() {
        mai.get("/thu-tuc/1.004873/nop");
        mai.submit("/thu-tuc/1.004873/nop", Map.of("agency", "H99.01")).follow();
        while (mai.status() == 303) {
            mai.follow();
        }
        String draft = mai.path().replaceAll("(/ho-so-nhap/[0-9a-f-]{36}).*", "$1");
        mai.get(draft + "/nop-cho/ai").submit(draft + "/nop-cho/ai", Map.of("party.kind", "self"));
        mai.get(draft + "/cho-ai").submit(draft + "/cho-ai", Map.of("requestedFor", "self"));
        mai.get(draft + "/thong-tin");
        assertThat(mai.body()).contains("Lấy từ tài khoản của bạn");
        mai.submit(
                draft + "/thong-tin",
                Map.of("name", "Nguyễn Thị Mai", "personalNumber", "000194000012", "wrong", "name"));
        mai.follow();
        assertThat(mai.body())
                .contains("Bạn đã báo thông tin có sẵn là sai", "value=\"000194000012\"")
                .doesNotContain("value=\"Nguyễn Thị Mai\"");
        assertThat(jdbc.sql("select origins ->> 'name' from forms.draft where id = cast(:id as uuid)")
                        .param("id", draft.substring(draft.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single())
                .contains("\"wrong\": true", "\"source\": \"account\"", "Nguyễn Thị Mai");
        mai.get(draft + "/kiem-tra");
        assertThat(mai.body()).contains("khác số trong tài khoản của bạn");
        mai.get(draft + "/thong-tin");
        mai.post(draft + "/thong-tin", Map.of("wrong", "nothing", "_csrf", mai.secret()));
        assertThat(mai.status()).isEqualTo(404);
    }

    @Test
    void the_officer_sees_where_an_answer_came_from_and_what_was_called_wrong() {
        ObjectNode origins = JsonNodeFactory.instance.objectNode();
        origins.putObject("name").put("source", "account").put("wrong", true).put("value", "Nguyễn Thị Mái");
        origins.putObject("personalNumber").put("source", "account");
        Dossier dossier = dossiers.submit(Cast.CITIZEN.actor(), submission().from(origins));
        Visitor desk = Visitor.signedIn(port, Cast.DESK);
        desk.get("/can-bo/ho-so/" + dossier.id());
        assertThat(desk.body())
                .contains("Người nộp báo thông tin có sẵn là sai: “Nguyễn Thị Mái”", "Lấy từ tài khoản của người nộp");
    }

    private Dossier filed() {
        return dossiers.submit(Cast.CITIZEN.actor(), submission());
    }

    private Submission submission() {
        var procedure = catalogue.find(SINGLE).orElseThrow();
        return Submission.online(
                SINGLE,
                new AgencyCode("H99.01"),
                forms.schema(procedure.form(), "vi").get("examples").get(0),
                List.of());
    }
}
