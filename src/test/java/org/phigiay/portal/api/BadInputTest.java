package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is wrong is said clearly, in the person's language, and nothing happens.
@ProgramTest
class BadInputTest {
    private static final Path ATTACKS = Path.of("../shared/data/attacks");

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    Api api;

    @BeforeEach
    void speak() {
        api = new Api(port, tokens);
    }

    @Test
    void answers_that_are_missing_or_cannot_be_true_are_named_one_by_one() {
        ObjectNode filing = api.filing("1.004873");
        ObjectNode answers = (ObjectNode) filing.required("answers");
        List<String> names = List.copyOf(answers.propertyNames());
        String missing = names.getFirst();
        answers.remove(missing);
        answers.put("no-such-question", "x");
        names.stream()
                .filter(name -> answers.path(name).asString("").matches("\\d{4}-\\d{2}-\\d{2}"))
                .findFirst()
                .ifPresent(date -> answers.put(date, "2026-02-31"));
        Api.Answer vietnamese = api.post(Cast.CITIZEN, "/api/v1/dossiers", filing);
        JsonNode problem = problem(vietnamese, 422, "invalid");
        List<String> fields = problem.required("errors")
                .valueStream()
                .map(error -> error.required("field").asString())
                .toList();
        assertThat(fields).contains(missing, "no-such-question").hasSizeGreaterThanOrEqualTo(2);
        Api.Answer english = api.post(Cast.CITIZEN, "/api/v1/dossiers", filing, "Accept-Language", "en-GB,en;q=0.9");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(problem(english, 422, "invalid").required("detail").asString())
                .isNotEqualTo(problem.required("detail").asString());
    }

    @Test
    void a_birth_in_the_future_and_a_day_that_does_not_exist_are_refused() {
        for (String day : new String[] {"2999-01-01", "2026-02-31", "31/02/2020", "2026-13-01"}) {
            ObjectNode filing = api.filing("1.001193");
            ObjectNode answers = (ObjectNode) filing.required("answers");
            String date = answers.propertyNames().stream()
                    .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("birthdate")
                            || answers.path(name).asString("").matches("\\d{4}-\\d{2}-\\d{2}"))
                    .findFirst()
                    .orElseThrow();
            answers.put(date, day);
            JsonNode problem = problem(api.post(Cast.CITIZEN, "/api/v1/dossiers", filing), 422, "invalid");
            assertThat(problem.required("errors").toString()).contains(date);
        }
    }

    @Test
    void junk_is_no_request() {
        for (String junk :
                new String[] {"", "{", "[]", "null", "\"x\"", "{\"a\":1}{}", "{\"action\":\"receive\",}", "\u0000"}) {
            problem(api.post(Cast.CITIZEN, "/api/v1/dossiers", junk), 400, "malformed");
        }
        problem(
                api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"procedure\":\"a\",\"procedure\":\"b\"}"),
                400,
                "malformed");
        problem(
                api.postBytes(Cast.CITIZEN, "/api/v1/dossiers", "application/json", new byte[] {'{', (byte) 0xff, '}'}),
                400,
                "malformed");
        problem(
                api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"a\":".repeat(60) + "1" + "}".repeat(60)),
                413,
                "too-large");
        problem(
                api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"a\":\"" + "x".repeat(3_000_000) + "\"}"),
                413,
                "too-large");
        problem(
                api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"a\":\"" + "x".repeat(1_500_000) + "\"}"),
                413,
                "too-large");
        problem(api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"procedure\":\"\\u0000\"}"), 422, "invalid");
        problem(api.post(Cast.CITIZEN, "/api/v1/dossiers", "{\"procedure\":\"\\ud800\"}"), 422, "invalid");
        ObjectNode more = api.filing("1.004873");
        more.put("state", 9);
        assertThat(problem(api.post(Cast.CITIZEN, "/api/v1/dossiers", more), 422, "invalid")
                        .required("errors")
                        .toString())
                .contains("state");
    }

    @Test
    void what_the_address_does_not_take_is_told() {
        problem(api.get(Cast.CITIZEN, "/api/v1/no-such-thing"), 404, "not-found");
        problem(api.get(null, "/api/v1/no-such-thing"), 404, "not-found");
        problem(api.get(Cast.CITIZEN, "/api/v2"), 404, "not-found");
        Api.Answer method =
                Api.send(api.request(Cast.CITIZEN, "/api/v1/dossiers").DELETE());
        problem(method, 405, "method-not-allowed");
        assertThat(method.header("Allow")).contains("GET").contains("POST");
        problem(
                api.postBytes(
                        Cast.CITIZEN,
                        "/api/v1/dossiers",
                        "text/plain",
                        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                415,
                "unsupported-media-type");
        problem(
                Api.send(api.request(Cast.CITIZEN, "/api/v1/dossiers").POST(HttpRequest.BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
        problem(api.postBytes(null, "/api/v1/verify", "text/html", new byte[] {1}), 415, "unsupported-media-type");
        problem(api.post(Cast.CITIZEN, "/api/v1/files", "{}"), 415, "unsupported-media-type");
        problem(api.get(null, "/api/v1/procedures", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void who_does_not_say_who_they_are_is_asked() {
        Api.Answer nobody = api.get(null, "/api/v1/dossiers");
        problem(nobody, 401, "sign-in-needed");
        assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
        problem(api.get(null, "/api/v1/dossiers", "Authorization", "Bearer phg_wrong"), 401, "unknown-token");
        problem(api.get(null, "/api/v1/dossiers", "Authorization", "Basic eDp5"), 401, "unknown-token");
        problem(api.get(null, "/api/v1/dossiers", "Cookie", "phien=" + api.token(Cast.CITIZEN)), 401, "sign-in-needed");
        assertThat(api.get(Cast.CITIZEN, "/api/v1/dossiers").header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void what_does_not_exist_and_what_is_a_strangers_look_alike() {
        String id = api.filed(Cast.CITIZEN);
        for (String path : new String[] {"", "/timeline", "/result", "/draft", "/actions"}) {
            String stranger = problem(api.get(Cast.NEIGHBOUR, Api.dossier(id) + path), 404, "not-found")
                    .toString();
            String nothing = problem(
                            api.get(Cast.NEIGHBOUR, Api.dossier("019abf6e-6f00-7a11-8c55-3f5f0b6a9d10") + path),
                            404,
                            "not-found")
                    .toString();
            assertThat(stranger).isEqualTo(nothing);
            problem(api.get(Cast.DESK2, Api.dossier(id) + path), 404, "not-found");
        }
        ObjectNode receive = Api.JSON.createObjectNode().put("action", "receive");
        problem(api.post(Cast.NEIGHBOUR, Api.dossier(id) + "/actions", receive), 404, "not-found");
        problem(api.post(Cast.DESK2, Api.dossier(id) + "/actions", receive), 404, "not-found");
        problem(api.get(Cast.CITIZEN, Api.dossier("no-id")), 404, "not-found");
        problem(api.get(null, "/api/v1/track/YC-0000-0000-0000"), 404, "not-found");
        problem(api.get(null, "/api/v1/procedures/9.999999"), 404, "not-found");
        problem(api.get(null, "/api/v1/procedures/9.999999/form"), 404, "not-found");
        problem(api.get(Cast.CITIZEN, "/api/v1/files/019abf6e-6f00-7a11-8c55-3f5f0b6a9d10"), 404, "not-found");
    }

    @Test
    void what_cannot_be_done_now_says_what_can() {
        String id = api.filed(Cast.CITIZEN);
        JsonNode problem = problem(act(Cast.DESK, id, "{\"action\":\"hand-over\"}"), 409, "not-allowed-now");
        assertThat(problem.required("allowed").valueStream().map(JsonNode::asString))
                .contains("receive", "refuse", "request-supplement");
        problem(act(Cast.OFFICER, id, "{\"action\":\"complete-step\"}"), 409, "not-allowed-now");
        problem(act(Cast.LEADER, id, "{\"action\":\"sign\"}"), 409, "not-allowed-now");
        problem(act(Cast.CITIZEN, id, "{\"action\":\"receive\"}"), 403, "forbidden");
        problem(act(Cast.INSPECTOR, id, "{\"action\":\"receive\"}"), 403, "forbidden");
        JsonNode unknown = problem(act(Cast.DESK, id, "{\"action\":\"destroy\"}"), 422, "invalid");
        assertThat(unknown.requiredAt("/errors/0/message").asString()).contains("receive", "hand-over", "rate");
        problem(act(Cast.DESK, id, "{}"), 422, "invalid");
        problem(act(Cast.DESK, id, "{\"action\":\"receive\",\"more\":1}"), 422, "invalid");
        problem(
                act(Cast.DESK, id, "{\"action\":\"refuse\",\"reason\":\"ngắn\",\"clause\":\"Điều 1\"}"),
                422,
                "invalid");
        problem(
                act(
                        Cast.DESK,
                        id,
                        "{\"action\":\"request-supplement\",\"reason\":\"Một lý do đủ dài để đọc được\",\"clause\":\"Điều 1\",\"items\":[{\"component\":\"XX\"}]}"),
                422,
                "invalid");
        assertThat(api.actions(Cast.DESK, id).has("receive")).isTrue();
    }

    @Test
    void files_that_may_not_be_kept_are_refused_with_advice() throws IOException {
        problem(api.upload(Cast.CITIZEN, "b1", "empty.pdf", new byte[0]), 422, "invalid");
        problem(
                api.upload(
                        Cast.CITIZEN, "b1", "x.exe", "MZ\u0090".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)),
                422,
                "invalid");
        problem(api.upload(Cast.CITIZEN, "b1", "script.pdf", activePdf()), 422, "invalid");
        Api.Answer large = api.upload(Cast.CITIZEN, "b1", "large.pdf", new byte[30 * 1024 * 1024]);
        assertThat(large.status()).as(large.toString()).isIn(413, 422);
        problem(
                api.postBytes(
                        Cast.CITIZEN,
                        "/api/v1/files",
                        "multipart/form-data; boundary=b1",
                        "no parts".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                400,
                "malformed",
                422,
                "invalid");
        problem(
                api.postBytes(
                        Cast.CITIZEN,
                        "/api/v1/files",
                        "multipart/form-data; boundary=b1",
                        "--b1\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b1--\r\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                422,
                "invalid");
        Api.Answer kept = api.upload(Cast.CITIZEN, "b1", "giấy.pdf", plainPdf());
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
        String file = "/api/v1/files/" + kept.json().required("id").asString();
        assertThat(kept.header("Location")).isEqualTo(file);
        Api.Answer own = api.get(Cast.CITIZEN, file);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Content-Disposition")).startsWith("attachment");
        problem(api.get(Cast.NEIGHBOUR, file), 404, "not-found");
        ObjectNode filing = api.filing("1.004873");
        filing.putArray("files")
                .addObject()
                .put("component", "TP01")
                .put("file", kept.json().required("id").asString());
        problem(api.post(Cast.NEIGHBOUR, "/api/v1/dossiers", filing), 422, "invalid");
    }

    @Test
    void questions_that_make_no_sense_are_corrected() {
        problem(api.get(Cast.CITIZEN, "/api/v1/dossiers?state=junk"), 422, "invalid");
        problem(api.get(Cast.CITIZEN, "/api/v1/dossiers?state=11"), 422, "invalid");
        problem(api.get(Cast.CITIZEN, "/api/v1/dossiers?after=junk"), 422, "invalid");
        problem(api.get(Cast.DESK, "/api/v1/tasks?after=junk"), 422, "invalid");
        problem(api.get(null, "/api/v1/procedures?after=junk"), 422, "invalid");
        problem(api.get(null, "/api/v1/procedures?q=a%00b"), 400, "malformed");
        Api.Answer turnedAway = api.get(null, "/api/v1/track/a%00b");
        assertThat(turnedAway.status()).isEqualTo(400);
        assertThat(turnedAway.header("Content-Type")).startsWith("application/problem+json");
        assertThat(turnedAway.json().required("status").asInt()).isEqualTo(400);
        String due = "/api/v1/calendar/due?agency=H99.01&from=2026-11-23T08:30:00%2B07:00";
        Api.Answer answer = api.get(null, due + "&amount=3&unit=working-day");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().required("due").asString())
                .startsWith("2026-11-2")
                .endsWith("+07:00");
        assertThat(answer.json().required("lines")).isNotEmpty();
        for (String wrong : new String[] {
            "&amount=3&unit=week", "&amount=x&unit=day", "&amount=-1&unit=day", "&unit=day", "&amount=3"
        }) {
            problem(api.get(null, due + wrong), 422, "invalid");
        }
        problem(
                api.get(null, "/api/v1/calendar/due?agency=XX&from=2026-11-23T08:30&amount=1&unit=day"),
                422,
                "invalid");
        problem(api.get(null, "/api/v1/calendar/due?agency=H99.01&from=gestern&amount=1&unit=day"), 422, "invalid");
        for (String state : new String[] {"1", "submitted", "in-process", "4,5", "IN_PROCESS"}) {
            assertThat(api.get(Cast.CITIZEN, "/api/v1/dossiers?state=" + state).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_file_that_is_no_result_of_ours_is_not_genuine() throws IOException {
        for (byte[] file : List.of(new byte[0], "junk".getBytes(java.nio.charset.StandardCharsets.UTF_8), plainPdf())) {
            Api.Answer answer = api.postBytes(null, "/api/v1/verify", "application/pdf", file);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.json().required("genuine").asBoolean()).isFalse();
            assertThat(answer.json().required("reasons")).isNotEmpty();
        }
    }

    @Test
    void collected_attacks_on_json_readers_never_break_the_program() throws IOException {
        Path folder = ATTACKS.resolve("json");
        if (!Files.isDirectory(folder)) {
            System.err.println("SKIPPED: " + folder + " is not here");
            Assumptions.abort(folder + " is not here");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).limit(400).toList()) {
                Api.Answer answer =
                        api.postBytes(Cast.CITIZEN, "/api/v1/dossiers", "application/json", Files.readAllBytes(file));
                assertThat(answer.status()).as("%s: %s", file, answer).isIn(400, 413, 422);
            }
        }
    }

    private Api.Answer act(Cast who, String id, String body) {
        return api.post(who, Api.dossier(id) + "/actions", body);
    }

    private static JsonNode problem(Api.Answer answer, int status, String name, Object... or) {
        boolean other = or.length == 2 && answer.status() == (int) or[0];
        assertThat(answer.status()).as(answer.toString()).isEqualTo(other ? (int) or[0] : status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.required("type").asString()).isEqualTo("/api/v1/problems/" + (other ? or[1] : name));
        assertThat(problem.required("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.required("title").asString()).isNotBlank();
        assertThat(problem.required("detail").asString()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "at org.", "⟦");
        return problem;
    }

    static byte[] plainPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            return bytes(document);
        }
    }

    private static byte[] activePdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x');"));
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Test
    void the_kinds_of_problem_are_explained_where_their_type_points() {
        for (ProblemKind kind : ProblemKind.values()) {
            Api.Answer answer = api.get(null, kind.type());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().required("type").asString()).isEqualTo(kind.type());
        }
        assertThat(URI.create(ProblemKind.NOT_FOUND.type()).getPath()).isEqualTo("/api/v1/problems/not-found");
    }
}
