package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Sealer;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProgramTest
@Import(TryPages.class)
class SignInTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectProvider<DemoLoader> loaders;

    @BeforeEach
    void load() {
        Demo.load(loaders);
        jdbc.sql("delete from identity.demo_try").update();
    }

    @Test
    void a_citizen_signs_in_with_the_provider_and_comes_back_to_where_she_was() {
        Visitor mai = new Visitor(port);
        mai.get("/thu/rieng?trang=2");
        assertThat(mai.status()).isEqualTo(303);
        assertThat(mai.location()).isEqualTo("/dang-nhap?tiep=%2Fthu%2Frieng%3Ftrang%3D2");
        mai.follow();
        assertThat(mai.body()).contains("Đăng nhập bằng tài khoản định danh");
        mai.get(mai.link("/dang-nhap/di/"));
        assertThat(mai.location())
                .startsWith("/dinh-danh-mau/cap-quyen?")
                .contains("code_challenge_method=S256", "nonce=", "state=");
        mai.follow();
        assertThat(mai.body()).contains("Nguyễn Thị Mai", "Phạm Quốc Việt", "hộ tịch");
        mai.choose(Cast.CITIZEN);
        assertThat(mai.body()).contains("Đăng nhập với tên Nguyễn Thị Mai", Cast.CITIZEN.pin());
        mai.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.CITIZEN.pin()));
        assertThat(mai.location()).startsWith("/dang-nhap/xong?code=");
        mai.get(mai.location());
        assertThat(mai.location()).isEqualTo("/thu/rieng?trang=2");
        mai.follow();
        assertThat(mai.body()).isEqualTo("Nguyễn Thị Mai [] WEB null");
    }

    @Test
    void an_official_acts_with_the_posts_held_at_this_moment() {
        Visitor viet = Visitor.signedIn(port, Cast.OFFICER);
        assertThat(viet.get("/thu/rieng").body()).contains("H99.01/ho-tich", "OFFICER", "H99.01.04");
        jdbc.sql("update identity.holding set held_until = now() where person = :p")
                .param("p", Cast.OFFICER.id().value())
                .update();
        try {
            assertThat(viet.get("/thu/rieng").body()).doesNotContain("OFFICER");
        } finally {
            jdbc.sql("update identity.holding set held_until = null where person = :p")
                    .param("p", Cast.OFFICER.id().value())
                    .update();
        }
    }

    @Test
    void an_anonymous_read_leaves_no_cookie_and_no_row() {
        long before = rows();
        Visitor visitor = new Visitor(port);
        visitor.get("/thu/cong-khai");
        assertThat(visitor.body()).isEqualTo("nobody");
        visitor.get("/dang-nhap");
        visitor.get("/khong-co-gi-o-day");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/thu/rieng").follow();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.cookieLines()).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_session_begins_under_a_new_token_whatever_cookie_was_planted() {
        Visitor mai = new Visitor(port);
        mai.cookies().put("phien", "planted");
        mai.signIn(Cast.CITIZEN, "/thu/rieng");
        assertThat(mai.body()).contains("Nguyễn Thị Mai");
        String token = mai.cookies().get("phien");
        assertThat(token).hasSize(64).isNotEqualTo("planted");
        Visitor again = new Visitor(port);
        again.cookies().put("phien", token);
        again.get("/dang-nhap/di/dinh-danh?tiep=/thu/rieng").follow().agree(Cast.CITIZEN);
        assertThat(again.cookies().get("phien")).isNotEqualTo(token);
        assertThat(mai.get("/thu/rieng").status()).isEqualTo(303);
    }

    @Test
    void cookies_are_for_this_host_only_and_unreadable_for_scripts() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(mai.cookieLines())
                .filteredOn(line -> line.startsWith("phien="))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Path=/", "HttpOnly", "SameSite=Lax"));
        assertThat(mai.cookieLines()).noneMatch(line -> line.startsWith("JSESSIONID"));
        assertThat(mai.cookieLines())
                .filteredOn(line -> line.startsWith("dinh-danh-mau="))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Path=/dinh-danh-mau", "HttpOnly"));
        assertThat(hashes())
                .allSatisfy(hash -> assertThat(hash).hasSize(32))
                .contains(Sealer.hash(mai.cookies().get("phien")));
    }

    @Test
    void signing_out_ends_the_session_at_once_and_only_by_a_form_of_ours() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        String token = mai.cookies().get("phien");
        mai.post("/dang-xuat", Map.of());
        assertThat(mai.status()).isEqualTo(403);
        mai.get("/dang-nhap?loi=loi").submit("/dang-xuat", Map.of());
        assertThat(mai.header("Clear-Site-Data")).contains("cache");
        mai.follow();
        assertThat(mai.body()).contains("Bạn đã đăng xuất");
        mai.cookies().put("phien", token);
        assertThat(mai.get("/thu/rieng").status()).isEqualTo(303);
    }

    @Test
    void a_session_ends_when_nobody_was_seen_for_long_and_in_any_case_after_half_a_day() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(idle(mai)).isEqualTo(8 * 3600);
        assertThat(idle(Visitor.signedIn(port, Cast.DESK))).isEqualTo(15 * 60);
        change(mai, "last_seen_at = now() - interval '7 hours 59 minutes'");
        assertThat(mai.get("/thu/rieng").status()).isEqualTo(200);
        change(mai, "last_seen_at = now() - interval '8 hours 1 minute'");
        assertThat(mai.get("/thu/rieng").status()).isEqualTo(303);
        change(mai, "last_seen_at = now(), ends_at = now() - interval '1 second'");
        assertThat(mai.get("/thu/rieng").status()).isEqualTo(303);
    }

    @Test
    void that_somebody_was_seen_is_written_at_most_once_a_minute() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        Object first = seen(mai);
        mai.get("/thu/rieng");
        assertThat(seen(mai)).isEqualTo(first);
        change(mai, "last_seen_at = now() - interval '61 seconds'");
        Object old = seen(mai);
        mai.get("/thu/rieng");
        assertThat(seen(mai)).isNotEqualTo(old);
    }

    @Test
    void a_form_without_our_secret_or_with_another_persons_is_refused() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        Visitor hung = Visitor.signedIn(port, Cast.NEIGHBOUR);
        mai.post("/thu/rieng", Map.of("cau", "x"));
        assertThat(mai.status()).isEqualTo(403);
        hung.get("/thu/form");
        String foreign = hung.body().replaceAll("(?s).*value=\"([^\"]+)\".*", "$1");
        mai.post("/thu/rieng", Map.of("cau", "x", "_csrf", foreign));
        assertThat(mai.status()).isEqualTo(403);
        mai.get("/thu/form").submit("/thu/rieng", Map.of("cau", "một"));
        assertThat(mai.body()).isEqualTo("Nguyễn Thị Mai wrote một");
    }

    @Test
    void what_was_being_sent_when_the_session_had_ended_is_sent_after_signing_in_again() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu/form");
        change(mai, "last_seen_at = now() - interval '9 hours'");
        mai.submit(
                "/thu/rieng",
                Map.of("cau", "câu trả lời dài"),
                Map.of("Referer", "http://localhost:" + port + "/thu/form"));
        assertThat(mai.location()).isEqualTo("/dang-nhap?tiep=%2Fthu%2Fform");
        mai.follow().get(mai.link("/dang-nhap/di/")).follow().agree(Cast.CITIZEN);
        assertThat(mai.body()).contains("Những gì bạn vừa gửi vẫn được giữ nguyên", "câu trả lời dài");
        mai.submit("/thu/rieng", Map.of());
        assertThat(mai.body()).isEqualTo("Nguyễn Thị Mai wrote câu trả lời dài");
        assertThat(mai.cookies()).doesNotContainKey("bieu-mau-giu");
        assertThat(parked()).isZero();
    }

    @Test
    void a_page_that_can_fill_itself_again_gets_what_was_being_sent() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu/form");
        change(mai, "last_seen_at = now() - interval '9 hours'");
        mai.submit("/thu/rieng", Map.of("cau", "nửa chừng", "_trang", "/thu/tu-dien-lai"));
        mai.follow().get(mai.link("/dang-nhap/di/")).follow().agree(Cast.CITIZEN);
        assertThat(mai.body()).isEqualTo("filled with nửa chừng");
        assertThat(mai.get("/thu/tu-dien-lai").body()).isEqualTo("empty");
    }

    @Test
    void what_somebody_was_sending_is_never_shown_to_somebody_else() {
        Visitor shared = Visitor.signedIn(port, Cast.CITIZEN);
        shared.get("/thu/form");
        change(shared, "last_seen_at = now() - interval '9 hours'");
        shared.submit("/thu/rieng", Map.of("cau", "bí mật"));
        shared.follow().get(shared.link("/dang-nhap/di/")).follow();
        shared.get(shared.link("/dinh-danh-mau/chon")).choose(Cast.NEIGHBOUR).agree(Cast.NEIGHBOUR);
        assertThat(shared.body()).doesNotContain("bí mật");
        assertThat(shared.get("/dang-nhap/tiep-tuc").follow().body()).doesNotContain("bí mật");
    }

    @Test
    void a_form_drawn_before_signing_in_again_in_another_window_is_kept_and_offered() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu/form");
        String old = mai.body();
        mai.get("/dang-nhap/di/dinh-danh?tiep=/thu/form").follow().agree(Cast.CITIZEN);
        String secret = old.replaceAll("(?s).*value=\"([^\"]+)\".*", "$1");
        mai.post("/thu/rieng", Map.of("cau", "giữ lấy", "_csrf", secret), Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(mai.location()).isEqualTo("/dang-nhap/tiep-tuc");
        mai.follow().submit("/thu/rieng", Map.of());
        assertThat(mai.body()).isEqualTo("Nguyễn Thị Mai wrote giữ lấy");
        mai.post("/thu/rieng", Map.of("cau", "x", "_csrf", secret), Map.of("Sec-Fetch-Site", "cross-site"));
        assertThat(mai.status()).isEqualTo(403);
    }

    @Test
    void nobody_can_make_our_sign_in_lead_elsewhere() {
        for (String elsewhere : new String[] {
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "/%0d%0aX:1",
            "/a/../..//evil.example",
            "javascript:alert(1)",
            "/dang-xuat"
        }) {
            Visitor mai = new Visitor(port);
            mai.signIn(Cast.CITIZEN, elsewhere);
            assertThat(mai.cookieLines()).isNotEmpty();
            mai.get("/dang-nhap?tiep="
                    + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(mai.location()).as(elsewhere).isIn("/", "/%0d%0aX:1");
        }
    }

    @Test
    void a_message_after_a_redirect_needs_no_session_in_memory() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu/loi-nhan");
        assertThat(mai.cookieLines()).noneMatch(line -> line.startsWith("JSESSIONID"));
        mai.get("/dang-nhap?loi=loi");
        assertThat(mai.body()).contains("Đã xong");
        assertThat(mai.get("/dang-nhap?loi=loi").body()).doesNotContain("Đã xong");
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from identity.session) + (select count(*) from identity.parked_post)")
                .query(Long.class)
                .single();
    }

    private long parked() {
        return jdbc.sql("select count(*) from identity.parked_post where fields->>'cau' like '%dài%'")
                .query(Long.class)
                .single();
    }

    private java.util.List<byte[]> hashes() {
        return jdbc.sql("select token_hash from identity.session")
                .query(byte[].class)
                .list();
    }

    private int idle(Visitor visitor) {
        return one(visitor, "idle_seconds", Integer.class);
    }

    private Object seen(Visitor visitor) {
        return one(visitor, "last_seen_at", java.time.OffsetDateTime.class);
    }

    private <T> T one(Visitor visitor, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from identity.session where token_hash = :hash")
                .param("hash", Sealer.hash(visitor.cookies().get("phien")))
                .query(type)
                .single();
    }

    private void change(Visitor visitor, String change) {
        org.phigiay.shared.TestDatabase.shared()
                .ownerJdbc()
                .sql("update identity.session set " + change + " where token_hash = :hash")
                .param("hash", Sealer.hash(visitor.cookies().get("phien")))
                .update();
    }
}
