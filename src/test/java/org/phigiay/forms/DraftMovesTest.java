package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phigiay.forms.Definitions.JSON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@ProgramTest
class DraftMovesTest {

    private static final ProcedureCode PROCEDURE = new ProcedureCode("1.004873");
    private static final FormRef OLD = new FormRef("single-status", 1);
    private static final FormRef NEW = new FormRef("single-status", 77);

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftMoves moves;

    @Autowired
    private Forms forms;

    private final Actor mai = Actor.citizen(PersonId.next(), "Nguyễn Thị Mai");

    @BeforeEach
    void aNewVersion() {
        FormDefinition _ = forms.publish(Actor.SYSTEM, Later.body());
    }

    @Test
    void a_running_draft_keeps_its_own_version() {
        Draft draft = begun();
        assertThat(drafts.find(mai, draft.id()).form()).isEqualTo(OLD);
        assertThat(forms.check(forms.definition(OLD), draft.answers(), "vi")).isEmpty();
    }

    @Test
    void every_answer_is_shown_with_what_becomes_of_it_and_nothing_moves_yet() {
        Draft draft = begun();
        MovePlan plan = moves.plan(draft, NEW, "vi");
        assertThat(plan.again()).singleElement().satisfies(line -> {
            assertThat(line.field()).isEqualTo("copies");
            assertThat(line.text()).isEqualTo("7");
            assertThat(line.why()).isNotNull();
        });
        assertThat(plan.gone())
                .extracting(MovePlan.Line::field, MovePlan.Line::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("email", "citizen@example.vn"));
        assertThat(plan.fresh()).extracting(FormPage::id).containsExactly("bao-tin");
        assertThat(plan.kept()).extracting(MovePlan.Line::field).contains("name", "birthDate", "phone", "declaration");
        int all = plan.again().size() + plan.gone().size() + plan.kept().size();
        assertThat(all).as("no answer is left out").isEqualTo(draft.answers().size());
        assertThat(drafts.find(mai, draft.id())).isEqualTo(draft);
    }

    @Test
    void the_draft_is_moved_and_no_answer_is_lost() {
        Draft draft = begun();
        Draft moved = moves.move(mai, draft.id(), NEW, draft.version());
        assertThat(moved.form()).isEqualTo(NEW);
        assertThat(moved.version()).isEqualTo(draft.version() + 1);
        assertThat(moved.answers().has("email")).isFalse();
        assertThat(moved.answers().path("copies").asInt())
                .as("stays to be mended")
                .isEqualTo(7);
        assertThat(moved.answers().path("name")).isEqualTo(draft.answers().path("name"));
        assertThat(TestDatabase.shared()
                        .ownerJdbc()
                        .sql("select answer #>> '{}' from forms.draft_earlier where draft = :draft")
                        .param("draft", draft.id().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("citizen@example.vn", "7");
        assertThat(moves.move(mai, draft.id(), NEW, 1)).as("a second click").isEqualTo(moved);
    }

    @Test
    void what_another_device_changed_since_is_looked_at_first() {
        Draft draft = begun();
        FormPage phone = forms.definition(OLD).page("lien-he").orElseThrow();
        Saved _ = drafts.save(mai, draft.id(), phone, JSON.readTree("{\"phone\": \"0900000099\"}"), draft.version());
        assertThatThrownBy(() -> moves.move(mai, draft.id(), NEW, draft.version()))
                .isInstanceOf(Conflict.class);
        assertThat(drafts.find(mai, draft.id()).form()).isEqualTo(OLD);
    }

    @Test
    void nobody_moves_anothers_draft() {
        Draft draft = begun();
        Actor hung = Actor.citizen(PersonId.next(), "Trần Văn Hùng");
        assertThatThrownBy(() -> moves.move(hung, draft.id(), NEW, draft.version()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moves.move(mai, draft.id(), new FormRef("single-status", 99), draft.version()))
                .isInstanceOf(NotFound.class);
    }

    private Draft begun() {
        FormDefinition form = forms.definition(OLD);
        ObjectNode answers = (ObjectNode) form.example().deepCopy();
        List.of("partnerName", "partnerBirthDate", "marriagePlace").forEach(answers::remove);
        answers.put("purpose", "other").put("purposeOther", "Vay vốn ngân hàng").put("copies", 7);
        Draft draft = drafts.start(mai, PROCEDURE, OLD, new AgencyCode("H99.01"));
        for (FormPage page : form.route(answers)) {
            draft = drafts.save(mai, draft.id(), page, answers, draft.version()).draft();
        }
        return draft;
    }

    /// The form as an author changed it: fewer copies, no e-mail, one more question.
    private static final class Later {
        static String body() {
            ObjectNode form = (ObjectNode) JSON.readTree(Definitions.body("single-status-1"));
            ((ObjectNode) form.path("ref")).put("version", 77);
            ((ObjectNode) form.path("example")).remove("email");
            ((ObjectNode) form.path("example")).put("newsBy", "phone");
            ArrayNode pages = (ArrayNode) form.path("pages");
            for (int i = 0; i < pages.size(); i++) {
                ArrayNode fields = (ArrayNode) pages.get(i).path("fields");
                switch (pages.get(i).path("id").asString()) {
                    case "viec-khac" -> ((ObjectNode) fields.get(1)).put("max", 5);
                    case "lien-he" -> fields.remove(1);
                    default -> {}
                }
            }
            pages.insert(pages.size() - 1, JSON.readTree("""
                    {"id": "bao-tin", "section": "send", "title": {"vi": "Bạn muốn nhận tin bằng cách nào?", "en": "How?"},
                     "why": {"text": {"vi": "Để báo tin cho bạn.", "en": "To tell you."},
                             "clause": "Nghị định 118/2025/NĐ-CP"},
                     "fields": [{"id": "newsBy", "type": "choice", "label": {"vi": "Cách nhận tin", "en": "News by"},
                       "choices": [{"value": "phone", "label": {"vi": "Điện thoại", "en": "Telephone"}},
                                   {"value": "page", "label": {"vi": "Trang này", "en": "This page"}}]}]}
                    """));
            return JSON.writeValueAsString(form);
        }
    }
}
