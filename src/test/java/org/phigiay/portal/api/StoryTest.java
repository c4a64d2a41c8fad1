package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The life of a dossier through the API, every action just as it is offered.
@ProgramTest
class StoryTest {
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
    void one_dossier_goes_from_filing_to_a_result_that_a_stranger_can_check() {
        Api.Answer filed = api.post(Cast.CITIZEN, "/api/v1/dossiers", api.filing("1.004873"));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        String id = filed.json().required("id").asString();
        assertThat(filed.header("Location")).isEqualTo("/api/v1/dossiers/" + id);
        assertThat(filed.json().required("state").asInt()).isEqualTo(1);
        String requestCode = filed.json().required("requestCode").asString();

        done(Cast.DESK, id, "receive", 2);
        String code =
                api.get(Cast.CITIZEN, Api.dossier(id)).json().required("code").asString();
        done(Cast.OFFICER, id, "complete-step", 4);
        done(Cast.OFFICER, id, "complete-step", 4);
        Api.Answer draft = api.get(Cast.LEADER, Api.dossier(id) + "/draft");
        assertThat(draft.status()).as(draft.toString()).isEqualTo(200);
        assertThat(ApiOnce.hash(draft.response().body()))
                .isEqualTo(api.actions(Cast.LEADER, id)
                        .requiredAt("/sign/example/seen")
                        .asString());
        done(Cast.LEADER, id, "sign", 4);
        assertThat(api.get(Cast.CITIZEN, Api.dossier(id) + "/result").status()).isEqualTo(404);
        done(Cast.CLERK, id, "issue", 9);
        done(Cast.DESK, id, "hand-over", 10);
        done(Cast.CITIZEN, id, "rate", 10);
        assertThat(api.get(Cast.CITIZEN, Api.dossier(id))
                        .json()
                        .required("rating")
                        .asInt())
                .isEqualTo(5);
        assertThat(api.actions(Cast.CITIZEN, id)).isEmpty();

        Api.Answer result = api.get(Cast.CITIZEN, Api.dossier(id) + "/result");
        assertThat(result.status()).as(result.toString()).isEqualTo(200);
        assertThat(result.header("Content-Type")).isEqualTo("application/pdf");
        byte[] pdf = result.response().body();
        Api.Answer verified = api.postBytes(null, "/api/v1/verify", "application/pdf", pdf);
        assertThat(verified.json().required("genuine").asBoolean())
                .as(verified.toString())
                .isTrue();
        assertThat(verified.json().required("signatures")).hasSize(2);
        byte[] altered = pdf.clone();
        altered[altered.length / 2] ^= 1;
        Api.Answer refused = api.postBytes(null, "/api/v1/verify", "application/pdf", altered);
        assertThat(refused.json().required("genuine").asBoolean()).isFalse();
        assertThat(refused.json().required("reasons")).isNotEmpty();
        byte[] tail = java.util.Arrays.copyOf(pdf, pdf.length + 1);
        assertThat(api.postBytes(null, "/api/v1/verify", "application/pdf", tail)
                        .json()
                        .required("genuine")
                        .asBoolean())
                .isFalse();

        for (String known : new String[] {requestCode, code}) {
            Api.Answer tracked = api.get(null, "/api/v1/track/" + known);
            assertThat(tracked.status()).as(tracked.toString()).isEqualTo(200);
            assertThat(tracked.text())
                    .doesNotContain("Nguyễn Thị Mai", Cast.CITIZEN.id().toString());
            assertThat(tracked.json().required("steps").size()).isGreaterThan(5);
            assertThat(tracked.json().required("state").asInt()).isEqualTo(10);
        }
        JsonNode timeline = api.get(Cast.CITIZEN, Api.dossier(id) + "/timeline").json();
        assertThat(timeline.required("items")
                        .valueStream()
                        .map(item -> item.required("type").asString()))
                .contains("dossier.submitted", "dossier.received", "result.signed", "dossier.handed-over")
                .doesNotContain("dossier.read");
        assertThat(opinions(timeline)).isEmpty();
        JsonNode inside = api.get(Cast.OFFICER, Api.dossier(id) + "/timeline", "Purpose", "test")
                .json();
        assertThat(opinions(inside)).isNotEmpty();
    }

    /// What was said inside the agency.
    private static java.util.List<String> opinions(JsonNode timeline) {
        return timeline.required("items")
                .valueStream()
                .filter(item -> item.required("type").asString().equals("step.completed"))
                .map(item -> item.required("reason"))
                .filter(reason -> !reason.isNull())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_supplement_before_reception_leads_back_to_waiting() {
        String id = api.filed(Cast.CITIZEN);
        done(Cast.DESK, id, "request-supplement", 5);
        JsonNode waiting = api.get(Cast.CITIZEN, Api.dossier(id)).json();
        assertThat(waiting.required("stateName").asString()).isEqualTo("supplement-before-reception");
        assertThat(waiting.requiredAt("/decisions/0/kind").asString()).isEqualTo("supplement");
        done(Cast.CITIZEN, id, "supplement", 1);
    }

    @Test
    void a_supplement_during_processing_stops_the_clock_and_leads_back_to_it() {
        String id = received();
        done(Cast.OFFICER, id, "request-supplement", 5);
        assertThat(api.get(Cast.CITIZEN, Api.dossier(id))
                        .json()
                        .required("paused")
                        .asBoolean())
                .isTrue();
        done(Cast.CITIZEN, id, "supplement", 4);
        JsonNode after = api.get(Cast.CITIZEN, Api.dossier(id)).json();
        assertThat(after.required("paused").asBoolean()).isFalse();
        assertThat(after.required("supplements").asInt()).isEqualTo(1);
    }

    @Test
    void a_dossier_is_refused_at_the_desk_and_while_processing() {
        String id = api.filed(Cast.CITIZEN);
        done(Cast.DESK, id, "refuse", 3);
        String other = received();
        done(Cast.OFFICER, other, "complete-step", 4);
        done(Cast.OFFICER, other, "refuse", 3);
        assertThat(api.actions(Cast.OFFICER, other)).isEmpty();
    }

    @Test
    void the_citizen_withdraws() {
        String id = api.filed(Cast.CITIZEN);
        done(Cast.CITIZEN, id, "withdraw", 7);
        assertThat(api.get(null, "/api/v1/dossiers/" + id).status()).isEqualTo(401);
    }

    @Test
    void a_step_is_assigned_returned_and_done_again() {
        String id = received();
        done(Cast.LEADER, id, "assign", 4);
        done(Cast.OFFICER, id, "complete-step", 4);
        done(Cast.OFFICER, id, "return-step", 4);
        done(Cast.OFFICER, id, "complete-step", 4);
        JsonNode drafting = api.actions(Cast.OFFICER, id).required("complete-step");
        JsonNode lines = drafting.requiredAt("/schema/properties/fields/properties");
        assertThat(lines.size()).isPositive();
        ObjectNode body = Api.JSON.createObjectNode().put("action", "complete-step");
        body.putObject("fields").put(lines.propertyNames().iterator().next(), "Nội dung khác");
        Api.Answer drafted = api.post(Cast.OFFICER, Api.dossier(id) + "/actions", body);
        assertThat(drafted.status()).as(drafted.toString()).isEqualTo(200);
        done(Cast.LEADER, id, "return-step", 4);
    }

    @Test
    void tasks_lie_with_the_post_that_has_to_act() {
        String id = api.filed(Cast.CITIZEN);
        assertThat(tasks(Cast.DESK)).contains(id);
        assertThat(tasks(Cast.OFFICER)).doesNotContain(id);
        done(Cast.DESK, id, "receive", 2);
        assertThat(tasks(Cast.OFFICER)).contains(id);
        assertThat(tasks(Cast.OFFICER2)).doesNotContain(id);
    }

    private java.util.List<String> tasks(Cast who) {
        java.util.List<String> found = new java.util.ArrayList<>();
        String next = "";
        do {
            Api.Answer answer = api.get(who, "/api/v1/tasks" + (next.isEmpty() ? "" : "?after=" + next));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            answer.json()
                    .required("items")
                    .forEach(task -> found.add(task.required("dossier").asString()));
            JsonNode more = answer.json().required("next");
            next = more.isNull()
                    ? ""
                    : java.net.URLEncoder.encode(more.asString(), java.nio.charset.StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        return found;
    }

    private String received() {
        String id = api.filed(Cast.CITIZEN);
        done(Cast.DESK, id, "receive", 2);
        return id;
    }

    private void done(Cast who, String id, String action, int state) {
        Api.Answer answer = api.act(who, id, action);
        assertThat(answer.status()).as("%s by %s: %s", action, who, answer).isEqualTo(200);
        assertThat(answer.json().required("state").asInt()).as(action).isEqualTo(state);
    }
}
