package org.phigiay.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.DossierId;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.Ids;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.TestDatabase;
import org.phigiay.shared.Transactions;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

class MailPostTest {
    private static final TestDatabase database = TestDatabase.fresh();
    private static final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = new Transactions(new DataSourceTransactionManager(database.app()), jdbc);
    private final NoticeStore notices = new NoticeStore(jdbc);
    private final MailStore mails = new MailStore(jdbc);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeAll
    static void knowTheAgencies() {
        JdbcClient jdbc = database.jdbc();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(
                Transactions.class, () -> new Transactions(new DataSourceTransactionManager(database.app()), jdbc));
        context.scan("org.phigiay.organisation");
        context.refresh();
        context.getBean(DemoLoader.class).load();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @BeforeEach
    void start() {
        database.ownerJdbc()
                .sql("truncate notifications.mail, notifications.notice")
                .update();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_letter_says_what_happened_what_to_do_next_and_warns_of_impostors() throws Exception {
        add(notice(NoticeKind.RECEIVED), "mai@example.vn");

        assertThat(post().post()).isEqualTo(new MailPost.Round(1, 1));

        MimeMessage letter = server.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Hồ sơ H99.01-261123-0001: đã được tiếp nhận");
        assertThat(letter.getAllRecipients()[0]).hasToString("mai@example.vn");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getContent().toString())
                .contains(
                        "Ủy ban nhân dân xã An Bình Mẫu đã tiếp nhận hồ sơ H99.01-261123-0001.",
                        "Hẹn trả kết quả: thứ Năm, 26/11/2026, 15:00.",
                        "http://localhost:8080/ho-so/",
                        "0200 000 0101",
                        "không bao giờ thu tiền")
                .doesNotContain("⟦");
        assertThat(row("select sent_at is not null and next_at is null and body is not null from notifications.mail"))
                .isTrue();
    }

    @Test
    void every_kind_of_letter_has_its_words() {
        for (NoticeKind kind : NoticeKind.values()) {
            Letter.Text text = letters().letter(notice(kind));
            assertThat(text.subject() + text.body())
                    .as(kind.key())
                    .contains("H99.01-261123-0001")
                    .doesNotContain("⟦", "null", "{");
        }
    }

    @Test
    void a_bad_address_stops_nobody_else_and_is_tried_once() {
        add(notice(NoticeKind.ISSUED), "không phải địa chỉ");
        add(notice(NoticeKind.ISSUED), "mai@example.vn\r\nBcc: hung@example.vn");
        add(notice(NoticeKind.ISSUED), "mai@example.vn, hung@example.vn");
        add(notice(NoticeKind.ISSUED), "hung@example.vn");

        assertThat(post().post()).isEqualTo(new MailPost.Round(4, 1));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(count("sent_at is null and next_at is null and error is not null"))
                .isEqualTo(3);
        assertThat(post().post().taken()).isZero();
    }

    @Test
    void an_address_that_the_server_refuses_is_tried_again_later_and_stops_nobody_else() {
        List<String> delivered = Collections.synchronizedList(new ArrayList<>());
        SMTPServer choosy = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .simpleMessageListener(new SimpleMessageListener() {
                    @Override
                    public boolean accept(String from, String to) {
                        return !to.startsWith("la@");
                    }

                    @Override
                    public void deliver(String from, String to, InputStream data) {
                        delivered.add(to);
                    }
                })
                .build();
        choosy.start();
        try {
            add(notice(NoticeKind.ISSUED), "mot@example.vn");
            add(notice(NoticeKind.ISSUED), "la@example.vn");
            add(notice(NoticeKind.ISSUED), "hai@example.vn");

            assertThat(post(choosy.getPortAllocated()).post()).isEqualTo(new MailPost.Round(3, 2));
            assertThat(delivered).containsExactlyInAnyOrder("mot@example.vn", "hai@example.vn");
            assertThat(count("address = 'la@example.vn' and attempts = 1 and sent_at is null"
                            + " and next_at between now() + interval '50 seconds' and now() + interval '70 seconds'"))
                    .isEqualTo(1);
        } finally {
            choosy.stop();
        }
    }

    @Test
    void a_server_that_is_down_costs_patience_and_no_letter() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        add(notice(NoticeKind.ISSUED), "mai@example.vn");
        List<Integer> minutes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            assertThat(post(nobody).post().refused()).isTrue();
            minutes.add(jdbc.sql(
                            "select coalesce(round(extract(epoch from next_at - now()) / 60), -1)::int from notifications.mail")
                    .query(Integer.class)
                    .single());
            jdbc.sql("update notifications.mail set next_at = now() where next_at is not null")
                    .update();
        }
        assertThat(minutes).containsExactly(1, 5, 30, 120, 360, 720, 1440, -1);
        assertThat(post().post().taken()).as("given up").isZero();
    }

    @Test
    void two_senders_side_by_side_send_every_letter_once() throws Exception {
        for (int i = 0; i < 60; i++) {
            add(notice(NoticeKind.SUBMITTED), "nguoi" + i + "@example.vn");
        }
        Callable<Integer> sender = () -> {
            MailPost own = post();
            int sent = 0;
            for (MailPost.Round round = own.post(); round.taken() > 0; round = own.post()) {
                sent += round.sent();
            }
            return sent;
        };
        int sent = 0;
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> one : pool.invokeAll(List.of(sender, sender))) {
                sent += one.get();
            }
        }
        assertThat(sent).isEqualTo(60);
        MimeMessage[] letters = server.getReceivedMessages();
        assertThat(letters).hasSize(60);
        var names = new HashSet<String>();
        for (MimeMessage letter : letters) {
            names.add(letter.getMessageID());
        }
        assertThat(names).hasSize(60);
    }

    @Test
    void a_letter_keeps_its_name_when_it_is_sent_again() throws Exception {
        add(notice(NoticeKind.ISSUED), "mai@example.vn");
        post().post();
        database.ownerJdbc()
                .sql("update notifications.mail set sent_at = null, next_at = now()")
                .update();
        post().post();
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(MailPostTest::name)
                        .distinct())
                .hasSize(1);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_notice_and_its_letter_are_added_once() {
        Notice notice = notice(NoticeKind.ISSUED);
        add(notice, "mai@example.vn");
        add(notice, "khac@example.vn");
        assertThat(count("address = 'mai@example.vn'")).isEqualTo(1);
        assertThat(count("true")).isEqualTo(1);
    }

    private static String name(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailPost post() {
        return post(server.getSmtp().getPort());
    }

    private MailPost post(int port) {
        MailSettings settings = new MailSettings("127.0.0.1", port, "", "", "khong-tra-loi@phigiay.example", false, 10);
        MailRoute route =
                new MailRoute(settings, new StaticListableBeanFactory().getBeanProvider(MailSettings.StandIn.class));
        return new MailPost(mails, route, letters(), transactions);
    }

    private Letters letters() {
        return new Letters(context.getBean(Organisation.class), "http://localhost:8080");
    }

    private void add(Notice notice, String address) {
        boolean _ = transactions.write(Actor.SYSTEM, () -> {
            notices.add(List.of(notice));
            mails.add(List.of(notice), Map.of(notice.person(), address));
            return true;
        });
    }

    private static Notice notice(NoticeKind kind) {
        return new Notice(
                new PersonId(Ids.next()),
                Ids.next(),
                kind,
                new DossierId(Ids.next()),
                new AgencyCode("H99.01"),
                new ProcedureCode("1.004873"),
                "H99.01-261123-0001",
                Instant.parse("2026-11-26T08:00:00Z"),
                kind == NoticeKind.SUPPLEMENT_REQUESTED ? LocalDate.of(2026, 12, 1) : null,
                Instant.parse("2026-11-23T08:00:00Z"),
                null);
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from notifications.mail where " + where)
                .query(Integer.class)
                .single();
    }

    private boolean row(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
