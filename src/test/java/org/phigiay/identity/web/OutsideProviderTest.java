package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.identity.Sealer;
import org.phigiay.identity.Visitor;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A real provider is a matter of settings; a false one gets nobody in.
@ProgramTest
@Import(TryPages.class)
class OutsideProviderTest {
    private static final OutsideProvider PROVIDER = new OutsideProvider();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("phigiay.oidc.issuer", PROVIDER::issuer);
        registry.add("phigiay.oidc.client-id", () -> OutsideProvider.CLIENT);
        registry.add("phigiay.oidc.client-secret", () -> "s3cret");
        registry.add("phigiay.oidc.authorization-uri", () -> "https://sso.example.vn/auth");
        registry.add("phigiay.oidc.token-uri", () -> PROVIDER.issuer() + "/token");
        registry.add("phigiay.oidc.jwk-set-uri", () -> PROVIDER.issuer() + "/keys");
        registry.add("phigiay.oidc.acr-values", () -> "LoA2");
        registry.add("phigiay.oidc.end-session-uri", () -> "https://sso.example.vn/logout");
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @BeforeEach
    void honest() {
        PROVIDER.signing = OutsideProvider.Signing.ITS_KEY;
        PROVIDER.lie = UnaryOperator.identity();
    }

    @Test
    void a_person_of_an_outside_provider_is_added_once_and_known_by_the_personal_number() {
        Visitor bay = begun("/thu/rieng");
        bay.get("/dang-nhap/xong?code=c1&state=" + state(bay)).follow();
        assertThat(bay.body()).startsWith("Hồ Thị Bảy");
        Person known = people.numbered("000177000077").orElseThrow();
        assertThat(known.birthDate()).isEqualTo(LocalDate.of(1977, 7, 7));
        PROVIDER.lie = claims ->
                claims.subject("another").claim("HoVaTen", "Hồ Thị Bảy Mẫu").claim("email", "b@example.vn");
        Visitor again = begun("/thu/rieng");
        again.get("/dang-nhap/xong?code=c2&state=" + state(again)).follow();
        Person changed = people.numbered("000177000077").orElseThrow();
        assertThat(changed.id()).isEqualTo(known.id());
        assertThat(changed.name()).isEqualTo("Hồ Thị Bảy Mẫu");
        assertThat(changed.birthDate()).isEqualTo(known.birthDate());
        assertThat(changed.email()).isEqualTo("b@example.vn");
    }

    @Test
    void the_request_carries_state_nonce_and_a_challenge_that_the_verifier_answers() {
        Visitor bay = begun("/");
        Map<String, String> asked = query(bay.location());
        assertThat(bay.location()).startsWith("https://sso.example.vn/auth?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", OutsideProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("acr_values", "LoA2")
                .containsEntry("redirect_uri", "http://localhost:" + port + "/dang-nhap/xong");
        assertThat(asked.get("nonce")).hasSizeGreaterThan(40);
        bay.get("/dang-nhap/xong?code=c3&state=" + state(bay));
        assertThat(java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sealer.hash(PROVIDER.asked.get("code_verifier"))))
                .isEqualTo(asked.get("code_challenge"));
    }

    @Test
    void a_token_with_a_false_signature_or_none_gets_nobody_in() {
        for (OutsideProvider.Signing signing : OutsideProvider.Signing.values()) {
            if (signing != OutsideProvider.Signing.ITS_KEY) {
                PROVIDER.signing = signing;
                refused(signing.name());
            }
        }
    }

    @Test
    void a_token_for_somebody_else_of_somebody_else_or_of_another_time_gets_nobody_in() {
        Instant now = Instant.now();
        refusedWhen("another audience", claims -> claims.audience("another"));
        refusedWhen("no audience", claims -> claims.audience((String) null));
        refusedWhen("another issuer", claims -> claims.issuer("https://evil.example"));
        refusedWhen("expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(300))));
        refusedWhen("from the future", claims -> claims.issueTime(Date.from(now.plusSeconds(3600))));
        refusedWhen("another nonce", claims -> claims.claim("nonce", "replayed"));
        refusedWhen("no nonce", claims -> claims.claim("nonce", null));
        refusedWhen("no subject", claims -> claims.subject(null));
        refusedWhen("no number", claims -> claims.claim("SoDinhDanh", null));
        refusedWhen("an organisation", claims -> claims.claim("LoaiTaiKhoan", "2"));
    }

    @Test
    void an_answer_nobody_asked_for_or_for_another_browser_gets_nobody_in() {
        Visitor stranger = new Visitor(port);
        stranger.get("/dang-nhap/xong?code=x&state=guessed").follow();
        assertThat(stranger.cookies()).doesNotContainKey("phien");
        assertThat(stranger.body()).contains("đã quá lâu hoặc được mở từ một cửa sổ khác");
        Visitor victim = begun("/");
        String state = state(victim);
        Visitor other = begun("/");
        other.get("/dang-nhap/xong?code=x&state=" + state).follow();
        assertThat(other.cookies()).doesNotContainKey("phien");
    }

    @Test
    void an_answer_is_good_once() {
        Visitor bay = begun("/");
        String answer = "/dang-nhap/xong?code=c4&state=" + state(bay);
        bay.get(answer);
        assertThat(bay.cookies()).containsKey("phien");
        bay.cookies().remove("phien");
        bay.get(answer).follow();
        assertThat(bay.cookies()).doesNotContainKey("phien");
    }

    @Test
    void after_signing_out_the_page_leads_on_to_the_providers_sign_out() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/dang-xuat").body()).contains("https://sso.example.vn/logout");
    }

    private void refusedWhen(String lie, UnaryOperator<JWTClaimsSet.Builder> how) {
        PROVIDER.lie = how;
        refused(lie);
        PROVIDER.lie = UnaryOperator.identity();
    }

    private void refused(String lie) {
        Visitor visitor = begun("/");
        visitor.get("/dang-nhap/xong?code=x&state=" + state(visitor));
        assertThat(visitor.location()).as(lie).startsWith("/dang-nhap?loi=");
        assertThat(visitor.cookies()).as(lie).doesNotContainKey("phien");
    }

    private Visitor begun(String back) {
        Visitor visitor = new Visitor(port);
        visitor.get("/dang-nhap/di/dinh-danh?tiep=" + back);
        PROVIDER.nonce = query(visitor.location()).get("nonce");
        return visitor;
    }

    private static String state(Visitor visitor) {
        return java.net.URLEncoder.encode(
                query(visitor.location()).get("state"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String location) {
        return Arrays.stream(URI.create(location).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8)));
    }
}
