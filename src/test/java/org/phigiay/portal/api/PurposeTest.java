package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Who reads personal data says why, and it is noted.
@ProgramTest
class PurposeTest {
    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    Api api;
    String id;

    @BeforeEach
    void receive() {
        api = new Api(port, tokens);
        id = api.filed(Cast.CITIZEN);
        assertThat(api.act(Cast.DESK, id, "receive").status()).isEqualTo(200);
    }

    @Test
    void whoever_holds_the_open_task_reads_unasked_and_it_is_noted() {
        Api.Answer read = api.get(Cast.OFFICER, Api.dossier(id));
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        assertThat(read.json().requiredAt("/applicant/name").asString())
                .isEqualTo(Cast.CITIZEN.person().name());
        assertThat(purposes(Cast.OFFICER)).containsExactly("process");
    }

    @Test
    void an_official_without_an_open_task_states_a_purpose_which_is_noted() {
        Api.Answer unasked = api.get(Cast.LEADER, Api.dossier(id));
        assertThat(unasked.status()).isEqualTo(422);
        assertThat(unasked.json().required("type").asString()).isEqualTo("/api/v1/problems/purpose-missing");
        assertThat(unasked.text()).doesNotContain(Cast.CITIZEN.person().name());
        assertThat(purposes(Cast.LEADER)).isEmpty();
        Api.Answer stated = api.get(Cast.LEADER, Api.dossier(id), "Purpose", "Answering a complaint");
        assertThat(stated.status()).isEqualTo(200);
        assertThat(purposes(Cast.LEADER)).containsExactly("Answering a complaint");
        assertThat(api.get(Cast.INSPECTOR, Api.dossier(id) + "/timeline").status())
                .isEqualTo(422);
    }

    @Test
    void a_person_reads_what_is_their_own_without_a_note() {
        assertThat(api.get(Cast.CITIZEN, Api.dossier(id)).status()).isEqualTo(200);
        assertThat(purposes(Cast.CITIZEN)).isEmpty();
    }

    @Test
    void actions_show_nothing_personal_and_leave_no_note() {
        for (Cast who : List.of(Cast.CITIZEN, Cast.DESK, Cast.OFFICER, Cast.LEADER, Cast.CLERK, Cast.INSPECTOR)) {
            Api.Answer actions = api.get(who, Api.dossier(id) + "/actions");
            assertThat(actions.status()).isEqualTo(200);
            assertThat(actions.text())
                    .doesNotContain(
                            Cast.CITIZEN.person().name(),
                            Cast.CITIZEN.person().personalNumber(),
                            Cast.CITIZEN.id().toString());
            assertThat(purposes(who)).isEmpty();
        }
    }

    @Test
    void a_list_of_an_agency_leaves_one_note() {
        long before = lists();
        Api.Answer list = api.get(Cast.DESK, "/api/v1/dossiers?state=received");
        assertThat(list.status()).isEqualTo(200);
        assertThat(lists() - before).isEqualTo(1);
        assertThat(list.text()).doesNotContain(Cast.CITIZEN.person().name());
        for (JsonNode item : list.json().required("items")) {
            assertThat(item.required("agency").asString()).isEqualTo("H99.01");
            assertThat(item.required("state").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 21; i++) {
            String filed = api.filed(Cast.NEIGHBOUR);
            assertThat(filed).isNotEmpty();
        }
        JsonNode first = api.get(Cast.NEIGHBOUR, "/api/v1/dossiers").json();
        assertThat(first.required("items")).hasSize(20);
        JsonNode second = api.get(
                        Cast.NEIGHBOUR,
                        "/api/v1/dossiers?after=" + first.required("next").asString())
                .json();
        assertThat(second.required("items")).isNotEmpty();
        assertThat(second.requiredAt("/items/0/id").asString())
                .isLessThan(first.requiredAt("/items/19/id").asString());
    }

    private List<String> purposes(Cast who) {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("""
                        select purpose from journal.entry
                         where subject = :subject and actor = :actor and type = 'dossier.read' order by id
                        """)
                .params(Map.of("subject", UUID.fromString(id), "actor", who.id().value()))
                .query(String.class)
                .list();
    }

    private static long lists() {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("select count(*) from journal.entry where type = 'dossiers.listed' and actor = :who")
                .param("who", Cast.DESK.id().value())
                .query(Long.class)
                .single();
    }
}
