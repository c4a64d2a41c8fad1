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
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProgramTest
@Import(TryPages.class)
class StepUpTest {
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
    void a_leader_proves_again_who_he_is_and_signs_what_he_was_signing() {
        Visitor tam = Visitor.signedIn(port, Cast.LEADER);
        String before = tam.cookies().get("phien");
        sign(tam);
        assertThat(tam.location()).isEqualTo("/xac-thuc-lai?tiep=%2Fthu%2Fform");
        tam.follow();
        assertThat(tam.body()).contains("Xác thực lại trước khi ký");
        tam.get(tam.link("/dang-nhap/di/"));
        assertThat(tam.location()).contains("prompt=login", "max_age=0");
        tam.follow();
        assertThat(tam.body()).as("the PIN is asked again").contains("name=\"pin\"");
        tam.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.LEADER.pin())).follow();
        assertThat(tam.body()).contains("Những gì bạn vừa gửi vẫn được giữ nguyên");
        assertThat(tam.cookies().get("phien")).isNotEqualTo(before);
        tam.submit("/thu/ky", Map.of());
        assertThat(tam.body()).isEqualTo("signed by Đặng Minh Tâm");
        assertThat(steppedUp(before)).isNull();
    }

    @Test
    void the_proof_is_good_for_five_minutes() {
        Visitor tam = Visitor.signedIn(port, Cast.LEADER);
        tam.get("/dang-nhap/di/dinh-danh?lai&tiep=/thu/form").follow().agree(Cast.LEADER);
        sign(tam);
        assertThat(tam.body()).isEqualTo("signed by Đặng Minh Tâm");
        TestDatabase.shared()
                .ownerJdbc()
                .sql("update identity.session set stepped_up_at = now() - interval '5 minutes 1 second'"
                        + " where token_hash = :hash")
                .param("hash", Sealer.hash(tam.cookies().get("phien")))
                .update();
        sign(tam);
        assertThat(tam.location()).startsWith("/xac-thuc-lai");
    }

    @Test
    void another_person_cannot_prove_it_for_the_leader() {
        Visitor tam = Visitor.signedIn(port, Cast.LEADER);
        tam.get("/dang-nhap/di/dinh-danh?lai&tiep=/thu/form").follow();
        tam.get(tam.link("/dinh-danh-mau/chon")).choose(Cast.CITIZEN);
        tam.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.CITIZEN.pin())).follow();
        assertThat(tam.body()).contains("không phải người đang đăng nhập");
        sign(tam);
        assertThat(tam.location()).startsWith("/xac-thuc-lai");
    }

    @Test
    void somebody_who_is_not_signed_in_proves_nothing() {
        Visitor visitor = new Visitor(port);
        visitor.get("/xac-thuc-lai?tiep=/thu/form");
        assertThat(visitor.location()).startsWith("/dang-nhap");
        visitor.get("/dang-nhap/di/dinh-danh?lai&tiep=/thu/form").follow().agree(Cast.LEADER);
        assertThat(visitor.cookies()).doesNotContainKey("phien");
    }

    @Test
    void the_pin_is_tried_five_times_and_then_waits() {
        Visitor visitor = new Visitor(port);
        visitor.get("/dang-nhap/di/dinh-danh").follow();
        visitor.choose(Cast.CLERK);
        for (int i = 0; i < 5; i++) {
            visitor.submit("/dinh-danh-mau/dong-y", Map.of("pin", "00000" + i));
            assertThat(visitor.body()).contains("Mã PIN chưa đúng");
        }
        visitor.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.CLERK.pin()));
        assertThat(visitor.body()).contains("Đã nhập sai năm lần");
        assertThat(visitor.cookies()).doesNotContainKey("dinh-danh-mau");
    }

    @Test
    void whoever_does_not_agree_is_not_signed_in_and_is_told_so() {
        Visitor visitor = new Visitor(port);
        visitor.get("/dang-nhap/di/dinh-danh").follow();
        visitor.choose(Cast.CITIZEN);
        visitor.submit("/dinh-danh-mau/dong-y", Map.of("khong", "1")).follow();
        assertThat(visitor.body()).contains("Bạn đã không đồng ý chia sẻ thông tin");
        assertThat(visitor.cookies()).doesNotContainKey("phien");
    }

    private Object steppedUp(String token) {
        return jdbc.sql("select stepped_up_at from identity.session where token_hash = :hash")
                .param("hash", Sealer.hash(token))
                .query(Object.class)
                .optional()
                .orElse(null);
    }

    private void sign(Visitor visitor) {
        visitor.get("/thu/form");
        String secret = visitor.body().replaceAll("(?s).*value=\"([^\"]+)\".*", "$1");
        visitor.post("/thu/ky", Map.of("_csrf", secret), Map.of("Referer", "http://localhost:" + port + "/thu/form"));
    }
}
