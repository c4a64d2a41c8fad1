package org.phigiay.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.launch.ControlCommand;
import org.phigiay.shared.DemoLoader;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ProgramTest
@Import(TryPages.class)
class ApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    ObjectProvider<DemoLoader> loaders;

    @Autowired
    List<ControlCommand> commands;

    @BeforeEach
    void load() {
        Demo.load(loaders);
    }

    @Test
    void the_command_gives_a_token_for_each_of_the_cast_and_earlier_ones_stay_good() throws Exception {
        String first = command("citizen");
        for (Cast one : Cast.values()) {
            String token = command(one.token());
            assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer " + token)
                            .body())
                    .startsWith(one.person().name())
                    .contains("API");
        }
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer " + first).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_command_says_whom_it_knows() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = token().run(List.of("nobody"), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("citizen", "desk2", "clerk2");
    }

    @Test
    void without_a_token_the_api_says_so_in_a_problem_and_never_leads_to_a_page() throws Exception {
        HttpResponse<String> answer = get("/api/v1/thu/rieng");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.body()).contains("\"status\":401", "\"title\":\"Cần đăng nhập\"", "/api/v1/thu/rieng");
        assertThat(get("/api/v1/thu/rieng", "Accept-Language", "en").body()).contains("Sign-in needed");
        assertThat(get("/api/v1/khong-co").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_expired_or_revoked_token_is_refused_even_where_none_is_needed() throws Exception {
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer phg_" + "0".repeat(64))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Basic YTpi").statusCode())
                .isEqualTo(401);
        String brief = tokens.make(Cast.CITIZEN.id(), "brief", false, Duration.ofHours(1));
        TestDatabase.shared()
                .ownerJdbc()
                .sql("update identity.token set expires_at = now() where name = 'brief'")
                .update();
        HttpResponse<String> late = get("/api/v1/thu/rieng", "Authorization", "Bearer " + brief);
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("unknown-token");
        String revoked = tokens.make(Cast.CITIZEN.id(), "revoked", false, Duration.ofHours(1));
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer " + revoked)
                        .statusCode())
                .isEqualTo(200);
        tokens.revoke(Cast.CITIZEN.actor(), revoked);
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer " + revoked)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_cookie_is_nobody_on_the_api_and_a_token_is_nobody_on_a_page() throws Exception {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(get("/api/v1/thu/rieng", "Cookie", "phien=" + mai.cookies().get("phien"))
                        .statusCode())
                .isEqualTo(401);
        String token = tokens.make(Cast.CITIZEN.id(), "page", false, Duration.ofHours(1));
        assertThat(get("/thu/rieng", "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_api_sets_no_cookie_and_wants_no_form_secret() throws Exception {
        HttpResponse<String> signed = post("/api/v1/thu/ky", command("leader"));
        assertThat(signed.body()).isEqualTo("signed by Đặng Minh Tâm");
        assertThat(signed.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_demo_token_counts_as_stepped_up_and_another_does_not() throws Exception {
        assertThat(post("/api/v1/thu/ky", command("leader")).statusCode()).isEqualTo(200);
        HttpResponse<String> plain =
                post("/api/v1/thu/ky", tokens.make(Cast.LEADER.id(), "plain", false, Duration.ofHours(1)));
        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(plain.body()).contains("step-up-needed");
    }

    @Test
    void an_official_states_the_purpose_in_a_header_and_a_citizen_needs_none() throws Exception {
        assertThat(raw("/api/v1/thu/rieng", command("desk"), "trả lời công dân"))
                .contains("API trả lời công dân");
        assertThat(get("/api/v1/thu/rieng", "Authorization", "Bearer " + command("citizen"), "Purpose", "x")
                        .body())
                .endsWith("API null");
    }

    /// The client of the JDK sends no header beyond ASCII; programs do.
    private String raw(String path, String token, String purpose) throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + token + "\r\nPurpose: " + purpose + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ControlCommand token() {
        return commands.stream()
                .filter(command -> command.name().equals("token"))
                .findFirst()
                .orElseThrow();
    }

    private String command(String name) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(token().run(List.of(name), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        return lines.getLast();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
