package org.phigiay.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.phigiay.forms.Definitions.JSON;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.phigiay.files.FileId;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@ProgramTest
class DraftsTest {

    private static final ProcedureCode PROCEDURE = new ProcedureCode("1.004873");
    private static final FormRef FORM = new FormRef("single-status", 1);
    private static final AgencyCode COMMUNE = new AgencyCode("H99.01");

    @Autowired
    private Drafts drafts;

    @Autowired
    private Forms forms;

    @Autowired
    private ForgetParkedPosts forget;

    private final Actor mai = Actor.citizen(PersonId.next(), "Nguyễn Thị Mai");
    private final Actor hung = Actor.citizen(PersonId.next(), "Trần Văn Hùng");

    @Test
    void what_was_saved_comes_back_and_the_same_draft_is_resumed() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved _ = drafts.save(mai, draft.id(), page("thong-tin"), JSON.readTree("{\"name\": \"Nguyễn Thị Mai\"}"), 1);
        Draft again = drafts.resume(mai, PROCEDURE, FORM, COMMUNE);
        assertThat(again.id()).isEqualTo(draft.id());
        assertThat(again.answers().path("name").asString()).isEqualTo("Nguyễn Thị Mai");
        assertThat(again.page()).isEqualTo("thong-tin");
        assertThat(again.version()).isEqualTo(2);
        assertThat(drafts.open(mai)).hasSize(1);
    }

    @Test
    void a_field_left_empty_is_removed_and_other_pages_stay() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, null);
        Saved one = drafts.save(mai, draft.id(), page("lien-he"), JSON.readTree("{\"phone\": \"0900000011\"}"), 1);
        Saved two = drafts.save(mai, draft.id(), page("cho-ai"), JSON.readTree("{\"requestedFor\": \"self\"}"), 2);
        Saved three = drafts.save(mai, draft.id(), page("lien-he"), JSON.readTree("{}"), 3);
        assertThat(one.clashes()).isEmpty();
        assertThat(two.draft().answers().size()).isEqualTo(2);
        assertThat(three.draft().answers().toString()).isEqualTo("{\"requestedFor\":\"self\"}");
    }

    @Test
    void another_device_answering_another_page_is_no_clash() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved first = phone(draft, "0900000011", 1);
        Saved other = drafts.save(mai, draft.id(), page("cho-ai"), JSON.readTree("{\"requestedFor\": \"self\"}"), 1);
        Saved same = phone(draft, "0900000011", 1);
        assertThat(first.clashes()).isEmpty();
        assertThat(other.clashes()).isEmpty();
        assertThat(same.clashes()).as("the same answer twice").isEmpty();
    }

    @Test
    void two_devices_overwrite_nothing_and_the_person_chooses_what_was_sent_last() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved _ = phone(draft, "0900000011", 1);
        Saved clash = phone(draft, "0900000099", 1);
        assertThat(clash.clashes()).containsExactly("phone");
        assertThat(clash.draft().answers().path("phone").asString()).isEqualTo("0900000011");
        Clash asked = drafts.clashes(mai, draft.id(), page("lien-he")).getFirst();
        assertThat(asked.here().asString()).isEqualTo("0900000099");
        assertThat(asked.there().asString()).isEqualTo("0900000011");
        assertThat(asked.thereAt()).isNotNull();
        Saved settled = drafts.settle(
                mai, draft.id(), page("lien-he"), Set.of("phone"), clash.draft().version());
        assertThat(settled.draft().answers().path("phone").asString()).isEqualTo("0900000099");
        assertThat(drafts.clashes(mai, draft.id(), page("lien-he"))).isEmpty();
        assertThat(earlier(draft)).containsExactlyInAnyOrder("0900000099", "0900000011");
    }

    @Test
    void the_other_devices_answer_stays_when_it_is_chosen_and_the_one_sent_last_is_kept_aside() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved _ = phone(draft, "0900000011", 1);
        Saved clash = phone(draft, "0900000099", 1);
        Saved settled = drafts.settle(
                mai, draft.id(), page("lien-he"), Set.of(), clash.draft().version());
        assertThat(settled.draft().answers().path("phone").asString()).isEqualTo("0900000011");
        assertThat(earlier(draft)).containsExactly("0900000099");
    }

    @Test
    void an_answer_the_other_device_took_away_is_asked_about_too() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved _ = phone(draft, "0900000011", 1);
        Saved _ = drafts.save(mai, draft.id(), page("lien-he"), JSON.readTree("{}"), 2);
        Saved clash = phone(draft, "0900000099", 2);
        assertThat(clash.clashes()).containsExactly("phone");
        assertThat(drafts.clashes(mai, draft.id(), page("lien-he"))
                        .getFirst()
                        .there()
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void a_third_answer_while_choosing_is_asked_about_again() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        Saved _ = phone(draft, "0900000011", 1);
        Saved clash = phone(draft, "0900000099", 1);
        long seen = clash.draft().version();
        Saved _ = phone(draft, "0900000022", seen);
        Saved again = drafts.settle(mai, draft.id(), page("lien-he"), Set.of("phone"), seen);
        assertThat(again.clashes()).containsExactly("phone");
        assertThat(again.draft().answers().path("phone").asString()).isEqualTo("0900000022");
    }

    @Test
    void an_item_removed_on_one_device_is_not_mistaken_for_the_next_on_the_other() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        FormPage phone = page("lien-he");
        Saved two = drafts.save(
                mai,
                draft.id(),
                items(phone, 0, 1),
                JSON.readTree("{\"members\": [{\"phone\": \"An\"}, {\"phone\": \"Bình\"}]}"),
                1);
        long seen = two.draft().version();
        Saved removed = drafts.removeItem(mai, draft.id(), "members", 0, seen);
        assertThat(removed.draft().answers().toString()).isEqualTo("{\"members\":[{\"phone\":\"Bình\"}]}");
        Saved late = drafts.save(
                mai,
                draft.id(),
                items(phone, 1),
                JSON.readTree("{\"members\": [{}, {\"phone\": \"Bình Minh\"}]}"),
                seen);
        assertThat(late.listChanged()).isTrue();
        assertThat(late.draft().answers()).isEqualTo(removed.draft().answers());
        assertThat(earlier(draft)).contains("Bình Minh");
        assertThat(drafts.removeItem(mai, draft.id(), "members", 0, seen).listChanged())
                .isTrue();
        assertThat(drafts.removeItem(mai, draft.id(), "members", 7, 99).listChanged())
                .isTrue();
    }

    @Test
    void a_strangers_draft_does_not_exist() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        DraftId id = draft.id();
        assertThatThrownBy(() -> drafts.find(hung, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.save(hung, id, page("lien-he"), JSON.readTree("{}"), 1))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.discard(hung, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.filed(hung, id, UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThat(drafts.open(hung)).isEmpty();
    }

    @Test
    void the_database_itself_shows_nobody_anothers_draft() {
        Draft _ = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        assertThat(TestDatabase.shared()
                        .jdbc()
                        .sql("select count(*) from forms.draft")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_draft_is_filed_once_whatever_is_clicked_twice() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        UUID dossier = UUID.randomUUID();
        drafts.filed(mai, draft.id(), dossier);
        assertThatThrownBy(() -> drafts.filed(mai, draft.id(), UUID.randomUUID()))
                .isInstanceOf(Conflict.class);
        assertThat(drafts.find(mai, draft.id()).dossier()).isEqualTo(dossier);
        assertThat(drafts.open(mai, PROCEDURE)).isEmpty();
        assertThatThrownBy(() -> drafts.save(mai, draft.id(), page("lien-he"), JSON.readTree("{}"), 1))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void for_whom_it_is_and_where_answers_came_from_stay_with_the_draft() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        assertThat(draft.representation()).isNull();
        assertThat(draft.origins().isEmpty()).isTrue();
        drafts.represent(mai, draft.id(), object("{\"kind\": \"guardian\"}"));
        drafts.originate(mai, draft.id(), object("{\"name\": \"account\", \"mother.name\": \"result\"}"));
        drafts.originate(mai, draft.id(), object("{\"name\": null, \"phone\": \"account\"}"));
        Draft again = drafts.find(mai, draft.id());
        assertThat(again.representation()).isEqualTo(object("{\"kind\": \"guardian\"}"));
        assertThat(again.origins()).isEqualTo(object("{\"mother.name\": \"result\", \"phone\": \"account\"}"));
        assertThatThrownBy(() -> drafts.represent(hung, draft.id(), object("{}")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drafts.originate(hung, draft.id(), object("{}")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void files_are_put_to_components_and_taken_away() {
        Draft draft = drafts.start(mai, PROCEDURE, FORM, COMMUNE);
        FileId file = new FileId(UUID.randomUUID());
        Draft with = drafts.attach(mai, draft.id(), "TP04", file, "giấy tờ.jpg");
        assertThat(with.files()).containsExactly(new Draft.Attached("TP04", file, "giấy tờ.jpg"));
        assertThat(with.components()).containsExactly("TP04");
        assertThat(drafts.detach(mai, draft.id(), file).files()).isEmpty();
    }

    @Test
    void answers_of_an_ended_session_are_kept_and_taken_once() {
        var posted = Map.of("name", List.of("Nguyễn Thị Mai"), "_csrf", List.of("secret"));
        String token = drafts.park("/ho-so/nhap/x/thong-tin", posted).orElseThrow();
        assertThat(token).hasSize(32);
        Parked taken = drafts.takeParked(token).orElseThrow();
        assertThat(taken.path()).isEqualTo("/ho-so/nhap/x/thong-tin");
        assertThat(taken.fields()).containsOnlyKeys("name");
        assertThat(drafts.takeParked(token)).isEmpty();
        assertThat(drafts.park("/x", Map.of("name", List.of("a".repeat(100_001)))))
                .isEmpty();
    }

    @Test
    void what_nobody_comes_for_is_forgotten_after_two_hours() {
        String token = drafts.park("/x", Map.of("name", List.of("Mai"))).orElseThrow();
        TestDatabase.shared()
                .ownerJdbc()
                .sql("update forms.parked set parked_at = parked_at - interval '121 minutes' where path = '/x'")
                .update();
        assertThat(forget.forget()).isPositive();
        assertThat(drafts.takeParked(token)).isEmpty();
    }

    @Test
    void only_the_keeper_of_the_catalogue_publishes_a_form() {
        assertThatThrownBy(() -> forms.publish(mai, Definitions.body("birth-1")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_published_version_never_changes() {
        String body = Definitions.body("birth-1");
        FormDefinition again = forms.publish(Actor.SYSTEM, body.replace("Con sinh ngày nào?", "Sinh nhật con?"));
        assertThat(again.page("ngay-sinh").orElseThrow().title().vi()).isEqualTo("Con sinh ngày nào?");
        assertThatThrownBy(() -> forms.publish(Actor.SYSTEM, body.replace("\"2025-10-19\"", "\"2025-02-31\"")))
                .hasMessageContaining("forms.problem.example");
        assertThatThrownBy(() -> forms.definition(new FormRef("birth", 99))).isInstanceOf(NotFound.class);
    }

    @Test
    void errors_of_a_page_are_those_of_its_questions() {
        FormDefinition form = forms.definition(FORM);
        var answers = Definitions.example(form, "{\"sex\": \"male\", \"phone\": null, \"ethnicity\": null}");
        assertThat(forms.checkPage(form, form.page("thong-tin").orElseThrow(), answers, "vi"))
                .extracting(error -> error.message())
                .containsExactly("forms.error.personalNumber.sex");
        assertThat(forms.checkPage(form, form.page("muc-dich").orElseThrow(), answers, "vi"))
                .isEmpty();
    }

    private Saved phone(Draft draft, String number, long seen) {
        return drafts.save(mai, draft.id(), page("lien-he"), JSON.readTree("{\"phone\": \"" + number + "\"}"), seen);
    }

    /// A page that asks the same of items of a list.
    private static FormPage items(FormPage page, int... items) {
        List<Field> fields = Arrays.stream(items)
                .mapToObj(item -> object(JSON.writeValueAsString(page.fields().getFirst()))
                        .put("id", "members." + item + ".phone"))
                .map(field -> JSON.treeToValue(field, Field.class))
                .toList();
        ObjectNode whole = object(JSON.writeValueAsString(page));
        whole.set("fields", JSON.valueToTree(fields));
        return JSON.treeToValue(whole, FormPage.class);
    }

    private static List<String> earlier(Draft draft) {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("select answer #>> '{}' from forms.draft_earlier where draft = :draft and not waiting order by id")
                .param("draft", draft.id().value())
                .query(String.class)
                .list();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private FormPage page(String id) {
        return forms.definition(FORM).page(id).orElseThrow();
    }
}
