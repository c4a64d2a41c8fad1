package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Nothing happens twice, however often and however fast it is asked for.
@ProgramTest
class OnceTest {
    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    OncePerForm form;

    @Autowired
    Dossiers dossiers;

    Api api;

    @BeforeEach
    void speak() {
        api = new Api(port, tokens);
    }

    @Test
    void an_equal_request_gets_the_same_answer_and_another_body_is_refused() {
        String key = key();
        ObjectNode filing = api.filing("1.004873");
        Api.Answer first = file(Cast.CITIZEN, filing, key);
        Api.Answer second = file(Cast.CITIZEN, filing, key);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.header(ApiOnce.REPLAYED)).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header(ApiOnce.REPLAYED)).isEqualTo("true");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(file(Cast.CITIZEN, api.filing("1.001193"), key).status()).isEqualTo(422);
        Api.Answer other = file(Cast.NEIGHBOUR, filing, key);
        assertThat(other.status()).isEqualTo(201);
        assertThat(other.json().required("id")).isNotEqualTo(first.json().required("id"));
    }

    @Test
    void a_request_that_failed_may_be_mended_under_the_same_key() {
        String key = key();
        ObjectNode filing = api.filing("1.004873");
        JsonNode answers = filing.required("answers");
        filing.putObject("answers");
        assertThat(file(Cast.CITIZEN, filing, key).status()).isEqualTo(422);
        filing.set("answers", answers);
        assertThat(file(Cast.CITIZEN, filing, key).status()).isEqualTo(201);
    }

    @Test
    void a_key_is_at_most_255_printable_characters() {
        ObjectNode filing = api.filing("1.004873");
        assertThat(file(Cast.CITIZEN, filing, "k".repeat(255 - 36) + UUID.randomUUID())
                        .status())
                .isEqualTo(201);
        assertThat(file(Cast.CITIZEN, filing, "k".repeat(256)).status()).isEqualTo(422);
        assertThat(file(Cast.CITIZEN, filing, "").status()).isEqualTo(422);
        assertThat(file(Cast.CITIZEN, filing, "a\tb").status()).isEqualTo(422);
    }

    @Test
    void eight_times_a_hundred_requests_at_once_file_a_hundred_dossiers() throws Exception {
        ObjectNode filing = api.filing("1.004873");
        long before = filedBy(Cast.NEIGHBOUR);
        List<String> keys = new ArrayList<>();
        List<Callable<Api.Answer>> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String key = key();
            keys.add(key);
            for (int j = 0; j < 8; j++) {
                requests.add(() -> file(Cast.NEIGHBOUR, filing, key));
            }
        }
        List<Api.Answer> answers = atOnce(requests, 16);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(filedBy(Cast.NEIGHBOUR) - before).isEqualTo(100);
        for (String key : keys) {
            Api.Answer again = file(Cast.NEIGHBOUR, filing, key);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header(ApiOnce.REPLAYED)).isEqualTo("true");
        }
        assertThat(filedBy(Cast.NEIGHBOUR) - before).isEqualTo(100);
    }

    @Test
    void a_file_is_kept_once_whatever_lies_between_its_parts() throws IOException {
        String key = key();
        byte[] pdf = BadInputTest.plainPdf();
        Api.Answer first = api.upload(Cast.CITIZEN, "one", "a.pdf", pdf, ApiOnce.HEADER, key);
        Api.Answer second = api.upload(Cast.CITIZEN, "another", "a.pdf", pdf, ApiOnce.HEADER, key);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header(ApiOnce.REPLAYED)).isEqualTo("true");
        byte[] other = java.util.Arrays.copyOf(pdf, pdf.length + 1);
        other[pdf.length] = '\n';
        assertThat(api.upload(Cast.CITIZEN, "one", "a.pdf", other, ApiOnce.HEADER, key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void every_act_of_a_life_can_be_sent_twice() throws Exception {
        String id = api.filed(Cast.CITIZEN);
        twice(Cast.DESK, id, "receive");
        twice(Cast.LEADER, id, "assign");
        twice(Cast.OFFICER, id, "complete-step");
        twice(Cast.OFFICER, id, "complete-step");
        twice(Cast.LEADER, id, "sign");
        twice(Cast.CLERK, id, "issue");
        twice(Cast.DESK, id, "hand-over");
        twice(Cast.CITIZEN, id, "rate");
        assertThat(api.get(Cast.CITIZEN, Api.dossier(id))
                        .json()
                        .required("state")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void a_form_sent_twice_leads_to_the_same_page() throws Exception {
        ObjectNode filing = api.filing("1.004873");
        Submission submission = Submission.online(
                new ProcedureCode("1.004873"),
                new AgencyCode(filing.required("agency").asString()),
                filing.required("answers"),
                List.of());
        Map<String, String[]> fields =
                Map.of(OncePerForm.FIELD, new String[] {OncePerForm.newKey()}, "x", new String[] {"1"});
        long before = filedBy(Cast.CITIZEN);
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> form.submit(
                    Cast.CITIZEN.actor(),
                    "/nop",
                    fields,
                    Dossier.class,
                    dossier -> "/ho-so/" + dossier.requestCode(),
                    () -> dossiers.submit(Cast.CITIZEN.actor(), submission)));
        }
        assertThat(atOnce(clicks, 8)).hasSize(8).containsOnly(atOnce(clicks, 1).getFirst());
        assertThat(filedBy(Cast.CITIZEN) - before).isEqualTo(1);
    }

    private void twice(Cast who, String id, String action) throws Exception {
        ObjectNode body = api.actions(who, id)
                .required(action)
                .required("example")
                .deepCopy()
                .asObject();
        body.put("action", action);
        String key = key();
        List<Callable<Api.Answer>> both = List.of(() -> act(who, id, body, key), () -> act(who, id, body, key));
        assertThat(atOnce(both, 2)).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        Api.Answer again = act(who, id, body, key);
        assertThat(again.status()).as("%s: %s", action, again).isEqualTo(200);
        assertThat(again.header(ApiOnce.REPLAYED)).isEqualTo("true");
        if (!action.equals("assign") && !action.equals("complete-step")) {
            assertThat(act(who, id, body, key()).status()).as(action).isEqualTo(409);
        }
    }

    private Api.Answer act(Cast who, String id, ObjectNode body, String key) {
        return api.post(who, Api.dossier(id) + "/actions", body, ApiOnce.HEADER, key);
    }

    private Api.Answer file(Cast who, JsonNode filing, String key) {
        return api.post(who, "/api/v1/dossiers", filing, ApiOnce.HEADER, key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static long filedBy(Cast who) {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("select count(*) from dossiers.dossier where filer = :who")
                .param("who", who.id().value())
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests, int threads)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
