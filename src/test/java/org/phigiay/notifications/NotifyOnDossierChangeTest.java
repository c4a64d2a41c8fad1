package org.phigiay.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.journal.Draft;
import org.phigiay.journal.FollowerRunner;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Ids;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProgramTest
class NotifyOnDossierChangeTest {
    private static final AgencyCode AGENCY = new AgencyCode("H99.01");

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Notices notices;

    @Autowired
    FollowerRunner followers;

    @Autowired
    Transactions transactions;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_citizen_is_told_what_happens_to_her_dossier_and_nobody_else_is() throws Exception {
        Dossier filed = filed();
        Dossier received = dossiers.act(Cast.DESK.actor(), filed.id(), new DossierAction.Receive(null));
        followed();

        List<Notice> told = of(Cast.CITIZEN, filed);
        assertThat(told).extracting(Notice::kind).containsExactly(NoticeKind.RECEIVED, NoticeKind.SUBMITTED);
        assertThat(told).extracting(Notice::code).containsExactly(received.code(), filed.requestCode());
        assertThat(told.getFirst().due()).isEqualTo(received.dueAt());
        assertThat(of(Cast.NEIGHBOUR, filed)).isEmpty();
        assertThat(of(Cast.DESK, filed)).isEmpty();

        Visitor visitor = new Visitor(port);
        // A letter whose first try fails goes again after a minute.
        for (int i = 0; i < 500 && !mailbox(visitor).contains("Hồ sơ " + received.code()); i++) {
            Thread.sleep(200);
        }
        assertThat(visitor.body()).contains("Hồ sơ " + received.code() + ": đã được tiếp nhận");
        visitor.get("/hop-thu-mau/" + letter(received.code()));
        assertThat(visitor.body())
                .contains("Hẹn trả kết quả", "không bao giờ thu tiền", "href=\"/ho-so/" + filed.id() + "\"")
                .doesNotContain(Cast.CITIZEN.person().name(), "⟦");
    }

    @Test
    void she_sees_what_is_new_and_marks_it_as_read() {
        Dossier filed = filed();
        followed();
        Notice notice = of(Cast.CITIZEN, filed).getFirst();
        int unread = notices.unread(Cast.CITIZEN.actor());
        assertThat(unread).isPositive();

        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thong-bao");
        assertThat(mai.body())
                .contains("đã được nộp đến", filed.requestCode(), "href=\"/ho-so/" + filed.id() + "\"", "mới")
                .doesNotContain("⟦");
        mai.submit("/thong-bao/" + notice.entry() + "/da-doc", java.util.Map.of());
        assertThat(mai.location()).isEqualTo("/thong-bao");
        assertThat(of(Cast.CITIZEN, filed).getFirst().unread()).isFalse();
        mai.follow();
        mai.get("/thong-bao");
        if (unread > 1) {
            mai.submit("/thong-bao/da-doc", java.util.Map.of());
        }
        assertThat(notices.unread(Cast.CITIZEN.actor())).isZero();
        assertThat(mai.get("/thong-bao?lang=en").body())
                .contains("has been filed with")
                .doesNotContain("⟦");
        assertThatThrownBy(() ->
                        notices.markRead(Cast.NEIGHBOUR.actor(), notice.entry().toString()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_visitor_has_no_notices_and_is_asked_to_sign_in() {
        assertThat(notices.unread(Actor.ANYONE)).isZero();
        assertThat(new Visitor(port).get("/thong-bao").location()).startsWith("/dang-nhap");
        assertThat(new Visitor(port).get("/hop-thu-mau/" + Ids.next()).status()).isEqualTo(404);
        assertThat(new Visitor(port).get("/hop-thu-mau?sau=x").status()).isEqualTo(404);
    }

    @Test
    void leaders_are_told_what_waits_too_long_for_reception() {
        Dossier filed = filed();
        transactions.write(
                Actor.SYSTEM,
                () -> journal.append(
                        Draft.of("dossier.reception-overdue", filed.subject(), filed.agency(), Actor.SYSTEM)
                                .with("receptionDueAt", filed.receptionDueAt().toString())));
        followed();
        assertThat(of(Cast.LEADER, filed)).extracting(Notice::kind).containsExactly(NoticeKind.RECEPTION_OVERDUE);
        assertThat(of(Cast.LEADER, filed).getFirst().href()).isEqualTo("/can-bo/ho-so/" + filed.id());
        assertThat(of(Cast.LEADER2, filed)).isEmpty();
        assertThat(of(Cast.CITIZEN, filed)).extracting(Notice::kind).containsExactly(NoticeKind.SUBMITTED);
    }

    @Test
    void a_replay_from_zero_tells_the_same_and_sends_nothing_again() {
        Dossier filed = filed();
        followed();
        notices.markRead(
                Cast.CITIZEN.actor(), of(Cast.CITIZEN, filed).getFirst().entry().toString());
        List<String> told = told();
        long letters = count("mail");
        long sent = sentOrTaken();

        assertThat(followers.replay(NotifyOnDossierChange.NAME)).isTrue();
        followed();

        assertThat(told()).isEqualTo(told);
        assertThat(count("mail")).isEqualTo(letters);
        assertThat(sentOrTaken()).isGreaterThanOrEqualTo(sent);
        assertThat(jdbc.sql("select count(*) from notifications.mail where attempts > 1")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(of(Cast.CITIZEN, filed).getFirst().unread())
                .as("what was read stays read")
                .isFalse();
    }

    private List<String> told() {
        return jdbc.sql("select kind || ' ' || entry || ' ' || person from notifications.notice order by 1")
                .query(String.class)
                .list();
    }

    private Dossier filed() {
        var procedure = catalogue.find(new ProcedureCode("1.004873")).orElseThrow();
        return dossiers.submit(
                Cast.CITIZEN.actor(),
                Submission.online(
                        procedure.code(),
                        AGENCY,
                        forms.schema(procedure.form(), "vi").get("examples").get(0),
                        List.of()));
    }

    private void followed() {
        assertThat(followers.caughtUp(NotifyOnDossierChange.NAME, 20_000)).isTrue();
    }

    private List<Notice> of(Cast who, Dossier dossier) {
        return notices.list(who.actor(), null).items().stream()
                .filter(notice -> notice.dossier().equals(dossier.id()))
                .toList();
    }

    private static String mailbox(Visitor visitor) {
        return visitor.get("/hop-thu-mau?dia-chi=citizen%40example.vn").body();
    }

    private String letter(String code) {
        return jdbc.sql("select id::text from notifications.demo_message where subject like '%' || :code || '%'")
                .param("code", code)
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from notifications." + table)
                .query(Long.class)
                .single();
    }

    private long sentOrTaken() {
        return jdbc.sql("select coalesce(sum(attempts), 0) from notifications.mail")
                .query(Long.class)
                .single();
    }
}
