package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Sealer;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.launch.Secrets;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ProgramTest
@Import(TryPages.class)
class DemoProviderTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String VERIFIER = "v".repeat(64);

    @LocalServerPort
    int port;

    @Autowired
    Secrets secrets;

    @Autowired
    ObjectProvider<DemoLoader> loaders;

    @BeforeEach
    void load() {
        Demo.load(loaders);
    }

    @Test
    void a_code_is_good_once_and_only_with_the_verifier_the_client_and_the_address_it_was_asked_with()
            throws Exception {
        assertThat(exchange(code(), "w".repeat(64), back(), secret()).body()).contains("invalid_grant");
        assertThat(exchange(code(), VERIFIER, "http://evil.example/", secret()).body())
                .contains("invalid_grant");
        assertThat(exchange(code(), VERIFIER, back(), "guessed").statusCode()).isEqualTo(401);
        assertThat(exchange("made-up", VERIFIER, back(), secret()).statusCode()).isEqualTo(400);
        String code = code();
        HttpResponse<String> first = exchange(code, VERIFIER, back(), secret());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(exchange(code, VERIFIER, back(), secret()).body()).contains("invalid_grant");
    }

    @Test
    void the_identity_token_says_what_the_national_provider_says() throws Exception {
        String answer = exchange(code(), VERIFIER, back(), secret()).body();
        String token = answer.replaceAll("(?s).*\"id_token\":\"([^\"]+)\".*", "$1");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains(
                        "\"SoDinhDanh\":\"000194000011\"",
                        "\"HoVaTen\":\"Nguyễn Thị Mai\"",
                        "\"NgayThangNamSinh\":\"19940314\"",
                        "\"LoaiTaiKhoan\":\"1\"",
                        "\"TechID\"",
                        "\"auth_time\"",
                        "\"nonce\":\"n1\"");
        String access = answer.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        assertThat(info(access).body()).contains("citizen@example.vn", "0900 000 011");
        assertThat(info(access + "x").statusCode()).isEqualTo(401);
    }

    @Test
    void the_provider_answers_only_to_the_programs_own_address_and_only_with_pkce() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get(authorize("http://evil.example/dang-nhap/xong", "S256", "phigiay"))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.get(authorize(back(), "plain", "phigiay")).status()).isEqualTo(400);
        assertThat(visitor.get(authorize(back(), "S256", "another")).status()).isEqualTo(400);
        assertThat(visitor.get(authorize(back(), "S256", "phigiay")).status()).isEqualTo(200);
        assertThat(visitor.get("/dinh-danh-mau/cap-quyen").status()).isEqualTo(400);
        assertThat(visitor.get("/dinh-danh-mau/chon?yeu-cau=forged").status()).isEqualTo(400);
    }

    @Test
    void the_providers_own_sign_in_is_remembered_and_ends_by_itself() {
        Visitor visitor = new Visitor(port);
        visitor.signIn(Cast.CITIZEN, "/thu/rieng");
        visitor.get("/dang-nhap?loi=loi").submit("/dang-xuat", Map.of()).follow();
        visitor.get("/dang-nhap/di/dinh-danh?tiep=/thu/rieng").follow();
        assertThat(visitor.body()).contains("Đăng nhập với tên Nguyễn Thị Mai").doesNotContain("name=\"pin\"");
        visitor.get("/dang-xuat").get(visitor.link("/dinh-danh-mau/dang-xuat"));
        visitor.get("/dang-nhap/di/dinh-danh?tiep=/thu/rieng").follow();
        assertThat(visitor.body()).contains("Đăng nhập thử: bạn là ai?");
    }

    private String code() {
        Visitor visitor = new Visitor(port);
        visitor.get(authorize(back(), "S256", "phigiay"));
        visitor.choose(Cast.CITIZEN);
        visitor.submit("/dinh-danh-mau/dong-y", Map.of("pin", Cast.CITIZEN.pin()));
        return visitor.location().replaceAll(".*code=([0-9a-f]+).*", "$1");
    }

    private String authorize(String redirect, String method, String client) {
        return "/dinh-danh-mau/cap-quyen?response_type=code&client_id=" + client + "&scope=openid&state=s1&nonce=n1"
                + "&code_challenge=" + Base64.getUrlEncoder().withoutPadding().encodeToString(Sealer.hash(VERIFIER))
                + "&code_challenge_method=" + method + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8);
    }

    private String back() {
        return "http://localhost:" + port + "/dang-nhap/xong";
    }

    private String secret() {
        return HexFormat.of().formatHex(secrets.get("demo-client"));
    }

    private HttpResponse<String> exchange(String code, String verifier, String redirect, String secret)
            throws Exception {
        String form = "grant_type=authorization_code&code=" + code + "&code_verifier=" + verifier + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8);
        String client = Base64.getEncoder().encodeToString(("phigiay:" + secret).getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dinh-danh-mau/ma-truy-cap"))
                        .header("Authorization", "Basic " + client)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> info(String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dinh-danh-mau/thong-tin"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
