package org.phigiay.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phigiay.authoring.FormDrafts.Outcome;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Invented;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One officer writes a form, a second one publishes it; what is wrong is refused with its place.
@ProgramTest
class FormDraftsTest {

    private static final Actor WRITER = Cast.CATALOGUE.actor();
    private static final Actor SECOND = Cast.CATALOGUE2.actor();

    @Autowired
    private FormDrafts drafts;

    @Autowired
    private Examination examination;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Forms forms;

    @Autowired
    private JsonMapper json;

    @Test
    void a_form_from_nothing_is_whole_and_published_by_a_second_person() {
        ProcedureCode code = procedure("1.930001");
        FormDraft draft = begun(code);
        assertThat(examination.check(WRITER, draft).score().publishable())
                .as("%s", examination.check(WRITER, draft).score())
                .isTrue();
        assertThat(draft.form().path("pages").valueStream().map(FormTree::id))
                .containsExactly("nguoi-yeu-cau", "lien-he", "cam-doan");
        FormDraft sent = drafts.send(WRITER, code, draft.version());
        FormRef ref = drafts.publish(SECOND, code, sent.version(), "");
        assertThat(catalogue.find(code).orElseThrow().guidance().form()).isEqualTo(ref);
        FormDefinition form = forms.definition(ref);
        assertThat(forms.check(form, form.example(), "vi"))
                .as("its example may be filed")
                .isEmpty();
        assertThat(drafts.open(WRITER, code)).isEmpty();
        assertThat(entries(code))
                .containsExactly("authoring.begun", "authoring.saved", "authoring.sent", "authoring.published");
    }

    @Test
    void the_next_version_leaves_the_one_before_as_it_was() {
        ProcedureCode code = procedure("1.930002");
        FormRef first = published(code);
        FormDraft draft = drafts.begin(WRITER, code, 0, new Beginning.Current());
        ObjectNode page = node(draft, Place.page("lien-he"));
        page.putObject("title").put("vi", "Bạn dùng số điện thoại nào?").put("en", "Which number do you use?");
        drafts.change(WRITER, code, draft.version(), new Change.Put(Place.page("lien-he"), page));
        FormDraft sent = drafts.send(WRITER, code, version(code));
        FormRef next = drafts.publish(SECOND, code, sent.version(), "");
        assertThat(next).isEqualTo(new FormRef(first.id(), first.version() + 1));
        assertThat(forms.definition(first).page("lien-he").orElseThrow().title().vi())
                .isEqualTo("Chúng tôi liên hệ với bạn thế nào?");
        assertThat(forms.definition(next).page("lien-he").orElseThrow().title().vi())
                .isEqualTo("Bạn dùng số điện thoại nào?");
        assertThat(catalogue.find(code).orElseThrow().guidance().version()).isEqualTo(2);
    }

    @Test
    void nobody_publishes_or_returns_what_they_wrote() {
        ProcedureCode code = procedure("1.930003");
        FormDraft sent = drafts.send(WRITER, code, begun(code).version());
        assertThatThrownBy(() -> drafts.publish(WRITER, code, sent.version(), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> drafts.giveBack(WRITER, code, sent.version(), "vì vậy"))
                .isInstanceOf(Forbidden.class);
        // Whoever changes it becomes its writer, and what waited is taken back.
        drafts.change(SECOND, code, sent.version(), new Change.Move(Place.page("lien-he"), -1));
        assertThat(drafts.open(WRITER, code).orElseThrow().sent()).isFalse();
        FormDraft again = drafts.send(SECOND, code, version(code));
        assertThatThrownBy(() -> drafts.publish(SECOND, code, again.version(), ""))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> drafts.giveBack(WRITER, code, again.version(), " "))
                .isInstanceOf(Invalid.class);
        drafts.giveBack(WRITER, code, again.version(), "Thiếu câu hỏi về nơi tổ chức.");
        assertThat(drafts.open(SECOND, code).orElseThrow().returned()).isEqualTo("Thiếu câu hỏi về nơi tổ chức.");
    }

    @Test
    void other_roles_and_visitors_are_refused() {
        ProcedureCode code = procedure("1.930004");
        for (Cast who : Cast.values()) {
            if (who != Cast.CATALOGUE && who != Cast.CATALOGUE2) {
                assertThatThrownBy(() -> drafts.open(who.actor())).isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> drafts.begin(who.actor(), code, 0, new Beginning.Nothing()))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> drafts.change(who.actor(), code, 1, new Change.Remove(Place.page("lien-he"))))
                        .isInstanceOf(Forbidden.class);
                assertThatThrownBy(() -> drafts.publish(who.actor(), code, 1, ""))
                        .isInstanceOf(Forbidden.class);
            }
        }
        assertThatThrownBy(() -> drafts.open(Actor.ANYONE, code)).isInstanceOf(SignInNeeded.class);
        assertThat(drafts.open(WRITER, code)).isEmpty();
    }

    @Test
    void of_two_at_one_place_the_second_is_told_and_elsewhere_both_stand() {
        ProcedureCode code = procedure("1.930005");
        FormDraft draft = begun(code);
        int seen = draft.version();
        assertThat(retitled(WRITER, code, seen, "lien-he", "Một?")).isInstanceOf(Outcome.Saved.class);
        assertThat(retitled(SECOND, code, seen, "cam-doan", "Hai?"))
                .as("another place")
                .isInstanceOf(Outcome.Saved.class);
        assertThat(retitled(SECOND, code, seen, "lien-he", "Ba?")).isInstanceOf(Outcome.Overtaken.class);
        assertThat(title(code, "lien-he")).isEqualTo("Một?");
        assertThat(title(code, "cam-doan")).isEqualTo("Hai?");
        assertThat(retitled(SECOND, code, version(code), "lien-he", "Ba?"))
                .as("having seen it")
                .isInstanceOf(Outcome.Saved.class);
        assertThat(drafts.change(WRITER, code, seen, new Change.Remove(Place.page("lien-he"))))
                .as("nothing is thrown away that somebody has just changed")
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(TestDatabase.shared()
                        .ownerJdbc()
                        .sql("""
                                select count(*) from authoring.form_content c join authoring.form_draft d on d.id = c.draft
                                 where d.code = :code and c.content::text like '%Một?%'
                                """)
                        .param("code", code.value())
                        .query(Long.class)
                        .single())
                .as("what was written over is kept")
                .isPositive();
    }

    @Test
    void what_is_wrong_is_refused_with_its_place() {
        ProcedureCode code = procedure("1.930006");
        FormDraft draft = begun(code);
        var change = new Change.Add(Place.PAGES, (ObjectNode) json.readTree("""
                        {"id": "hong", "section": "nguoi", "title": {"vi": "Hỏng?", "en": "Broken?"},
                         "showIf": [{"field": "khongCo", "in": ["x"]}],
                         "fields": [{"id": "chuaCo", "type": "text", "label": {"vi": "Ô", "en": "Field"}},
                                    {"id": "giayLa", "type": "file", "component": "TP99",
                                     "label": {"vi": "Giấy lạ", "en": "A strange paper"}}]}"""), "lien-he");
        drafts.change(WRITER, code, draft.version(), change);
        assertThatThrownBy(() -> drafts.send(WRITER, code, version(code)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(error -> error.field() + " " + error.message())
                                .contains(
                                        "pages/hong authoring.check.why",
                                        "pages/hong forms.problem.condition.unknown",
                                        "pages/hong/fields/chuaCo authoring.check.example",
                                        "pages/hong/fields/giayLa authoring.check.component"));
        assertThat(drafts.open(WRITER, code).orElseThrow().sent()).isFalse();
        drafts.change(WRITER, code, version(code), new Change.Remove(Place.page("hong")));
        assertThat(drafts.send(WRITER, code, version(code)).sent()).isTrue();
    }

    @Test
    void a_file_goes_out_and_comes_in_again_and_a_wrong_one_is_refused_with_places() {
        ProcedureCode code = procedure("1.930007");
        FormDraft draft = begun(code);
        String file = examination.file(WRITER, draft);
        ProcedureCode other = procedure("1.930008");
        FormDraft read = drafts.begin(WRITER, other, 0, new Beginning.Upload(file));
        assertThat(read.form().path("pages")).isEqualTo(draft.form().path("pages"));
        assertThat(read.form().path("procedure").asString()).isEqualTo(other.value());
        for (String wrong : List.of("", "{", "[]", "\"x\"", "{}", "{\"pages\": 5}", "[".repeat(5000))) {
            assertThatThrownBy(() -> drafts.begin(WRITER, code, draft.version(), new Beginning.Upload(wrong)))
                    .as(wrong.length() > 20 ? "deep" : wrong)
                    .isInstanceOf(Invalid.class);
        }
        String looped = file.replace("\"section\" : \"gui\"", "\"section\" : \"khong-co\"");
        assertThat(looped).isNotEqualTo(file);
        assertThatThrownBy(() -> drafts.begin(WRITER, code, draft.version(), new Beginning.Upload(looped)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().field()).isEqualTo("pages/lien-he"));
        assertThatThrownBy(() -> drafts.begin(WRITER, code, draft.version() - 1, new Beginning.Upload(file)))
                .as("somebody has saved meanwhile")
                .isInstanceOf(Conflict.class);
    }

    @Test
    void strange_texts_are_kept_as_they_are_and_what_no_text_has_falls_away() {
        ProcedureCode code = procedure("1.930009");
        begun(code);
        for (String text : List.of(
                "<script>alert(1)</script>", "'; drop table x; --", "${7*7} #{1} {{x}}", "Ω≈ç√ 🙂 田中さん ‮abc", "null")) {
            assertThat(retitled(WRITER, code, version(code), "lien-he", text)).isInstanceOf(Outcome.Saved.class);
            assertThat(title(code, "lien-he")).isEqualTo(text);
        }
        assertThat(retitled(WRITER, code, version(code), "lien-he", "a\u0000b\ud800c"))
                .isInstanceOf(Outcome.Saved.class);
        assertThat(title(code, "lien-he")).isEqualTo("ab\ufffdc");
        assertThatThrownBy(() -> retitled(WRITER, code, version(code), "lien-he", "dài ".repeat(200_000)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> drafts.change(WRITER, code, version(code), new Change.Remove(Place.page("khong-co"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_is_thrown_away_is_gone_and_nothing_goes_on_from_it() {
        ProcedureCode code = procedure("1.930010");
        FormDraft draft = begun(code);
        assertThatThrownBy(() -> drafts.discard(WRITER, code, draft.version() + 1))
                .isInstanceOf(Conflict.class);
        drafts.discard(WRITER, code, draft.version());
        assertThat(drafts.open(WRITER, code)).isEmpty();
        assertThatThrownBy(
                        () -> drafts.change(WRITER, code, draft.version(), new Change.Move(Place.page("lien-he"), 1)))
                .isInstanceOf(Conflict.class);
        assertThat(begun(code).version()).isGreaterThan(draft.version());
    }

    @Test
    void a_copy_belongs_to_its_new_procedure() {
        ProcedureCode code = procedure("1.930011");
        FormDraft copy = drafts.begin(WRITER, code, 0, new Beginning.Copy(new ProcedureCode("1.004873")));
        assertThat(copy.form().path("procedure").asString()).isEqualTo(code.value());
        assertThat(copy.form().path("ref").path("id").asString()).isEqualTo("form-1-930011");
        assertThat(examination.check(WRITER, copy).remarks())
                .as("the papers of the other procedure are not on this one's list")
                .anyMatch(remark -> remark.message().equals("authoring.check.component") && remark.blocks());
        ProcedureCode another = procedure("1.930012");
        assertThatThrownBy(() -> drafts.begin(WRITER, another, 0, new Beginning.Copy(new ProcedureCode("1.999999"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_impact_says_what_stays_and_what_is_asked_anew() {
        ProcedureCode code = procedure("1.930013");
        published(code);
        FormDraft draft = drafts.begin(WRITER, code, 0, new Beginning.Current());
        drafts.change(WRITER, code, draft.version(), new Change.Remove(Place.field("lien-he", "email")));
        drafts.change(
                WRITER,
                code,
                version(code),
                new Change.Add(
                        Place.page("lien-he").to("fields"),
                        NewForm.field("zalo", "text", "Tên Zalo", "Zalo name"),
                        ""));
        Impact impact = examination.impact(WRITER, drafts.open(WRITER, code).orElseThrow());
        assertThat(impact.drafts()).isZero();
        assertThat(impact.again()).containsExactly("Tên Zalo");
        assertThat(impact.dropped()).containsExactly("Thư điện tử");
        assertThat(impact.kept()).contains("Số điện thoại");
    }

    private Outcome retitled(Actor actor, ProcedureCode code, int seen, String page, String title) {
        ObjectNode node = node(drafts.open(actor, code).orElseThrow(), Place.page(page));
        node.putObject("title").put("vi", title).put("en", "Title?");
        return drafts.change(actor, code, seen, new Change.Put(Place.page(page), node));
    }

    private String title(ProcedureCode code, String page) {
        return node(drafts.open(WRITER, code).orElseThrow(), Place.page(page))
                .path("title")
                .path("vi")
                .asString();
    }

    private static ObjectNode node(FormDraft draft, Place place) {
        ObjectNode node = FormTree.at(draft.content(), place);
        assertThat(node).isNotNull();
        return FormTree.own(node, place);
    }

    private int version(ProcedureCode code) {
        return drafts.open(WRITER, code).orElseThrow().version();
    }

    private FormRef published(ProcedureCode code) {
        FormDraft sent = drafts.send(WRITER, code, begun(code).version());
        return drafts.publish(SECOND, code, sent.version(), "");
    }

    /// A new form with a fee, which the invented announcement does not state.
    private FormDraft begun(ProcedureCode code) {
        FormDraft draft = drafts.begin(WRITER, code, 0, new Beginning.Nothing());
        ObjectNode offer = json.createObjectNode()
                .put("amount", 3)
                .put("unit", "working-day")
                .put("fee", 0);
        Outcome outcome = drafts.change(WRITER, code, draft.version(), new Change.Put(Place.OFFER, offer));
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return drafts.open(WRITER, code).orElseThrow();
    }

    private ProcedureCode procedure(String code) {
        catalogue.publish(Actor.SYSTEM, Invented.text(code, 1, LocalDate.of(2026, 1, 1), 5));
        return new ProcedureCode(code);
    }

    private static List<String> entries(ProcedureCode code) {
        return TestDatabase.shared()
                .ownerJdbc()
                .sql("""
                        select type from journal.entry
                         where type like 'authoring.%' and data ->> 'procedure' = :code order by id
                        """)
                .param("code", code.value())
                .query(String.class)
                .list();
    }
}
