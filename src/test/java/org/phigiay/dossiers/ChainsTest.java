package org.phigiay.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Entry;
import org.phigiay.journal.FollowerRunner;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One filing of several parts: the first is filed by the citizen, the others follow once it has its result.
@ProgramTest
class ChainsTest {
    private static final ProcedureCode SINGLE_STATUS = new ProcedureCode("1.004873");
    private static final ProcedureCode NEXT = new ProcedureCode("1.001612");
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");
    private static final FormRef CHAINED = new FormRef("single-status", 9001);
    private static final Actor MAI = Cast.CITIZEN.actor();

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Chains chains;

    @Autowired
    ChainLines lines;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    Journal journal;

    @Autowired
    FollowerRunner followers;

    @Autowired
    Transactions transactions;

    @BeforeEach
    void aFormWithAFurtherPart() {
        publish(CHAINED, nextExample());
    }

    @Test
    void a_chosen_part_waits_with_the_filing_and_is_filed_once_when_there_is_a_result() {
        Dossier parent = file(CHAINED);
        assertThat(chains.of(parent.id())).extracting(ChainPart::state).containsExactly(ChainPart.State.WAITING);
        issued(parent);
        ChainPart part = chains.of(parent.id()).getFirst();
        assertThat(part.errors()).isEmpty();
        assertThat(part.state()).isEqualTo(ChainPart.State.FILED);
        Dossier child = dossiers.read(MAI, child(part));
        assertThat(child.procedure()).isEqualTo(NEXT);
        assertThat(child.applicant()).isEqualTo(parent.applicant());
        assertThat(child.filer()).isEqualTo(parent.filer());
        assertThat(child.agency()).isEqualTo(parent.agency());
        Entry filed = journal.of(child.subject()).getFirst();
        assertThat(filed.actor()).isEqualTo(org.phigiay.shared.PersonId.SYSTEM);
        assertThat(chains.ofChild(child.id()).orElseThrow().parent()).isEqualTo(parent.id());
        issued(parent);
        assertThat(chains.of(parent.id())).containsExactly(part);
        assertThat(dossiers.own(MAI, null).items())
                .filteredOn(
                        each -> each.procedure().equals(NEXT) && each.filedAt().isAfter(parent.filedAt()))
                .containsExactly(child);
    }

    @Test
    void a_part_that_cannot_be_filed_stops_with_its_reason_and_is_told_to_the_citizen() {
        ObjectNode incomplete = nextExample();
        incomplete.retain(incomplete.propertyNames().iterator().next());
        FormRef version = new FormRef("single-status", 9002);
        publish(version, incomplete);
        Dossier parent = file(version);
        issued(parent);
        ChainPart part = chains.of(parent.id()).getFirst();
        assertThat(part.state()).isEqualTo(ChainPart.State.STOPPED);
        assertThat(part.errors()).extracting(FieldError::message).anyMatch(key -> key.startsWith("forms.error."));
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(mai.get("/ho-so/" + parent.id()).body())
                .contains("Bạn nộp một lần, gồm 2 việc", "Chưa nộp được", "/thu-tuc/" + NEXT + "/nop");
        mai.get("/thong-bao");
        assertThat(mai.body()).contains("một việc tiếp theo chưa nộp được");
    }

    @Test
    void a_withdrawn_first_part_stops_the_others() {
        Dossier parent = file(CHAINED);
        Dossier _ = dossiers.act(MAI, parent.id(), new DossierAction.Withdraw(null, false));
        followed();
        assertThat(chains.of(parent.id()).getFirst().errors())
                .extracting(FieldError::message)
                .containsExactly("dossiers.chain.withdrawn");
    }

    @Test
    void receipt_and_dossier_show_one_filing_and_the_child_leads_back() {
        Dossier parent = file(CHAINED);
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        assertThat(mai.get("/ho-so/" + parent.id() + "/bien-nhan").body())
                .contains("Bạn nộp một lần, gồm 2 việc", "Phần tiếp theo", "Chờ việc đầu xong");
        issued(parent);
        DossierId child = child(chains.of(parent.id()).getFirst());
        assertThat(mai.get("/ho-so/" + parent.id()).body()).contains("/ho-so/" + child);
        assertThat(mai.get("/ho-so/" + child).body()).contains("/ho-so/" + parent.id());
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        assertThat(neighbour.get("/ho-so/" + child).status()).isEqualTo(404);
        assertThatThrownBy(() -> dossiers.read(Cast.NEIGHBOUR.actor(), child)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_part_that_nobody_chose_is_not_there() {
        ObjectNode body = body(new FormRef("single-status", 9003), nextExample());
        ObjectNode link = body.get("chain").get(0).asObject();
        link.putArray("when")
                .addObject()
                .put("field", "requestedFor")
                .putArray("notIn")
                .add("self");
        FormDefinition _ = forms.publish(Actor.SYSTEM, body.toString());
        Dossier parent = file(new FormRef("single-status", 9003));
        assertThat(chains.of(parent.id())).isEmpty();
        assertThat(lines.of(parent, Language.VI)).isEmpty();
    }

    private Dossier file(FormRef form) {
        JsonNode answers = forms.definition(form).example();
        return dossiers.submit(
                MAI,
                Submission.online(SINGLE_STATUS, COMMUNE, answers, List.of()).on(form));
    }

    /// The entry that says so: what the follower waits for.
    private void issued(Dossier dossier) {
        Entry _ = transactions.write(
                Actor.SYSTEM,
                () -> journal.append(Draft.of("dossier.issued", dossier.subject(), dossier.agency(), Actor.SYSTEM)));
        followed();
    }

    private void followed() {
        assertThat(followers.caughtUp("file-linked-dossiers-on-issue", 20_000)).isTrue();
        assertThat(followers.caughtUp("notify-on-dossier-change", 20_000)).isTrue();
    }

    private static DossierId child(ChainPart part) {
        return java.util.Objects.requireNonNull(part.child());
    }

    private ObjectNode nextExample() {
        FormRef next = catalogue.find(NEXT).orElseThrow().form();
        return forms.definition(next).example().deepCopy().asObject();
    }

    private void publish(FormRef version, ObjectNode handedOn) {
        FormDefinition _ = forms.publish(Actor.SYSTEM, body(version, handedOn).toString());
    }

    private ObjectNode body(FormRef version, ObjectNode handedOn) {
        try (var in = getClass().getResourceAsStream("/org/phigiay/forms/definitions/single-status-1.json")) {
            ObjectNode body = tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(java.util.Objects.requireNonNull(in))
                    .asObject();
            body.putObject("ref").put("id", version.id()).put("version", version.version());
            ObjectNode link = body.putArray("chain").addObject();
            link.put("procedure", NEXT.value());
            link.putObject("title").put("vi", "Phần tiếp theo").put("en", "The next part");
            ObjectNode answers = link.putObject("answers");
            for (Map.Entry<String, JsonNode> answer : handedOn.properties()) {
                answers.putObject(answer.getKey()).set("value", answer.getValue());
            }
            return body;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
