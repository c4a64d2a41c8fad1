package org.phigiay.dossiers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Filling in before signing in, leaving, and going on elsewhere; without a script in the browser.
@ProgramTest
class GuestFilingTest {
    private static final String START = "/thu-tuc/1.004873/nop";

    @LocalServerPort
    int port;

    private final JdbcClient jdbc = TestDatabase.shared().ownerJdbc();
    private Visitor phone;

    @BeforeEach
    void begins() {
        jdbc.sql("delete from identity.guest_try").update();
        phone = new Visitor(port);
        phone.get(START);
        phone.submit(START, Map.of("agency", "H99.01"));
        assertThat(phone.cookieLines().getLast())
                .startsWith("khach=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000");
        phone.follow();
        phone.submit(draft() + "/nop-cho/ai", Map.of("party.kind", "self")).follow();
    }

    @Test
    void a_guest_answers_and_every_page_says_that_nothing_is_filed() {
        assertThat(phone.body()).contains("chưa nộp");
        answer(Map.of("requestedFor", "self"));
        assertThat(phone.body()).contains("Câu 2 trong", "chưa nộp");
        phone.get(START);
        assertThat(phone.body()).contains("Bạn có hồ sơ đang làm dở", "Chưa nộp. Còn");
        phone.get("/ho-so-nhap");
        assertThat(phone.body()).contains("Hồ sơ làm dở trên máy này", "Chưa nộp. Còn");
        String here = draft();
        Visitor stranger = new Visitor(port);
        stranger.get(here);
        assertThat(stranger.location()).startsWith("/dang-nhap");
        stranger.get(START).submit(START, Map.of("agency", "H99.01"));
        assertThat(stranger.get(here).status()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, Cast.NEIGHBOUR).get(here).status()).isEqualTo(404);
    }

    @Test
    void whoever_leaves_gets_a_code_and_goes_on_at_another_device_where_it_stopped() {
        answer(Map.of("requestedFor", "self"));
        phone.submit("/ho-so-nhap/", Map.of("name", "Nguyễn Thị Mai", "later", "true"));
        assertThat(phone.location()).isEqualTo(draft() + "/dung-lai?cau=thong-tin");
        phone.follow();
        assertThat(phone.body()).contains("Đã lưu, chưa nộp", "Lấy mã", "Vì sao bạn dừng lại ở đây?");
        phone.submit(draft() + "/dung-lai/ma", Map.of("phone", "12"));
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.body()).contains("10 chữ số", "value=\"12\"");
        phone.submit(draft() + "/dung-lai/ma", Map.of("phone", "0900 123 456")).follow();
        String code = code();
        Visitor computer = new Visitor(port);
        computer.get("/lam-tiep");
        computer.submit("/lam-tiep", Map.of("phone", "0900 123 456", "code", code));
        assertThat(computer.cookieLines().getLast()).contains("HttpOnly");
        computer.follow();
        assertThat(computer.body()).contains("Câu 2 trong", "value=\"Nguyễn Thị Mai\"");
    }

    @Test
    void a_wrong_code_says_the_same_for_a_known_and_an_unknown_number_and_ends_after_ten_tries() {
        phone.get(draft() + "/dung-lai");
        phone.submit(draft() + "/dung-lai/ma", Map.of("phone", "0900777001")).follow();
        assertThat(code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        Visitor thief = new Visitor(port);
        String known = tried(thief, "0900777001");
        assertThat(known)
                .contains("không khớp")
                .isEqualTo(tried(thief, "0900777002").replace("0900777002", "0900777001"));
        thief.submit("/lam-tiep", Map.of("phone", "0900777001", "code", "0000-0001"));
        assertThat(thief.body()).contains("có ký tự bị thiếu hoặc sai");
        for (int i = 0; i < 9; i++) {
            assertThat(tried(thief, "0900777001")).contains("không khớp");
        }
        assertThat(tried(thief, "0900777001")).contains("thử lại sau một giờ");
        assertThat(thief.status()).isEqualTo(429);
    }

    @Test
    void a_shared_device_forgets_the_guest() {
        phone.get(draft() + "/dung-lai");
        phone.submit(draft() + "/dung-lai/ma", Map.of("phone", "0900777003")).follow();
        String here = draft();
        phone.submit("/lam-tiep/roi-may", Map.of()).follow();
        assertThat(phone.cookies()).doesNotContainKey("khach");
        assertThat(phone.get(here).location()).startsWith("/dang-nhap");
    }

    @Test
    void papers_and_filing_ask_for_a_sign_in_and_then_the_draft_is_the_persons_own() {
        answer(Map.of("requestedFor", "self"));
        String secret = csrf();
        phone.get(draft() + "/giay-to");
        assertThat(phone.body()).contains("Để gửi giấy tờ, bạn cần đăng nhập", "Để sau, đi tiếp");
        phone.get(draft() + "/kiem-tra");
        String here = draft();
        phone.post(here + "/nop", Map.of("_csrf", secret));
        assertThat(phone.location()).isEqualTo("/dang-nhap?tiep=" + here + "/kiem-tra");
        phone.signIn(Cast.NEIGHBOUR, here + "/kiem-tra");
        assertThat(phone.status()).isEqualTo(200);
        assertThat(phone.body()).contains("Kiểm tra câu trả lời");
        assertThat(phone.cookies()).doesNotContainKey("khach");
        assertThat(owner(here)).isEqualTo(Cast.NEIGHBOUR.id().toString());
        phone.get(here + "/bo").submit(here + "/bo", Map.of());
    }

    @Test
    void a_form_from_elsewhere_is_refused_and_one_drawn_before_the_guest_began_is_not() {
        phone.post(draft() + "/cho-ai", Map.of("requestedFor", "self"));
        assertThat(phone.status()).isEqualTo(403);
        phone.post(draft() + "/cho-ai", Map.of("requestedFor", "self"), Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(phone.status()).isEqualTo(403);
        phone.post(draft() + "/cho-ai", Map.of("requestedFor", "self"), Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(phone.status()).isEqualTo(302);
    }

    @Test
    void the_reason_for_leaving_is_asked_once_and_counted_without_anything_personal() {
        jdbc.sql("delete from forms.leave_reason").update();
        phone.get(draft() + "/dung-lai?cau=thong-tin");
        String secret = csrf();
        phone.submit(draft() + "/dung-lai/vi-sao", Map.of("ly-do", "khong-hieu"));
        phone.follow();
        assertThat(phone.body()).contains("Cảm ơn bạn").doesNotContain("Vì sao bạn dừng lại");
        phone.post(draft() + "/dung-lai/vi-sao", Map.of("ly-do", "dai-qua", "cau", "thong-tin", "_csrf", secret));
        phone.post(draft() + "/dung-lai/vi-sao", Map.of("ly-do", "junk", "cau", "\u0007<b>", "_csrf", secret));
        assertThat(phone.status()).isEqualTo(302);
        assertThat(jdbc.sql("select row(r.*)::text from forms.leave_reason r")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("(1.004873,single-status,2,thong-tin,NOT_UNDERSTOOD,")
                .endsWith(",1)");
    }

    @Test
    void an_officer_of_the_catalogue_sees_where_people_stop_worst_first() {
        jdbc.sql("delete from forms.leave_reason").update();
        for (String row : List.of(
                "'thong-tin', 'LACKS_PAPER', current_date, 3",
                "'noi-o', 'NOT_UNDERSTOOD', current_date, 7",
                "'', 'SKIPPED', current_date, 1")) {
            jdbc.sql("insert into forms.leave_reason values ('1.004873', 'single-status', 1, " + row + ")")
                    .update();
        }
        Visitor officer = Visitor.signedIn(port, Cast.CATALOGUE);
        officer.get("/can-bo/danh-muc/roi-bieu-mau");
        assertThat(officer.status()).isEqualTo(200);
        assertThat(officer.body()).contains("Không hiểu câu hỏi", "Thiếu giấy tờ");
        assertThat(officer.body().indexOf("Không hiểu câu hỏi"))
                .isLessThan(officer.body().indexOf("Thiếu giấy tờ"));
        assertThat(Visitor.signedIn(port, Cast.CITIZEN)
                        .get("/can-bo/danh-muc/roi-bieu-mau")
                        .status())
                .isEqualTo(403);
    }

    private String tried(Visitor thief, String number) {
        thief.get("/lam-tiep");
        thief.submit("/lam-tiep", Map.of("phone", number, "code", wrongCode()));
        return thief.body().replaceAll("name=\"Idempotency-Key\" value=\"[^\"]*\"", "");
    }

    /// A code that could be one and was given to nobody.
    private static String wrongCode() {
        return "0000-0000";
    }

    private void answer(Map<String, String> answers) {
        phone.submit("/ho-so-nhap/", answers).follow();
    }

    private String code() {
        String start = "code__code\" translate=\"no\">";
        int at = phone.body().indexOf(start);
        assertThat(at).as(phone.body()).isPositive();
        return phone.body().substring(at + start.length(), at + start.length() + 9);
    }

    private String draft() {
        return "/ho-so-nhap/"
                + jdbc.sql(
                                "select d.id from forms.draft d join identity.guest g on g.id = d.owner order by d.created_at desc limit 1")
                        .query(String.class)
                        .single();
    }

    private String owner(String draft) {
        return jdbc.sql("select owner from forms.draft where id = :id::uuid")
                .param("id", draft.substring("/ho-so-nhap/".length()))
                .query(String.class)
                .single();
    }

    private String csrf() {
        String start = "name=\"_csrf\" value=\"";
        int at = phone.body().indexOf(start) + start.length();
        return phone.body().substring(at, phone.body().indexOf('"', at));
    }
}
