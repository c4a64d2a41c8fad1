package org.phigiay.dossiers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// For whom one files, asked page by page, without a script in the browser.
@ProgramTest
class ForWhomTest {
    private static final String START = "/thu-tuc/1.004873/nop";
    private static final Map<String, String> CHILD = Map.of(
            "party.name", "Nguyễn Gia Bảo",
            "party.birthDate.day", "5",
            "party.birthDate.month", "6",
            "party.birthDate.year", "2019",
            "party.care", "child");

    @LocalServerPort
    int port;

    private final JdbcClient jdbc = TestDatabase.shared().ownerJdbc();

    private Visitor mai;

    @BeforeEach
    void nothingBegun() {
        jdbc.sql("delete from forms.draft where owner in (:owner, :other) and filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .param("other", Cast.COMPANY.id().value())
                .update();
        mai = begin(Cast.CITIZEN);
    }

    @Test
    void it_is_the_first_question_and_offers_only_what_the_form_admits() {
        assertThat(mai.body())
                .contains("Bạn nộp hồ sơ này cho ai?", "value=\"self\"", "value=\"guardian\"", "value=\"authorised\"")
                .doesNotContain("value=\"organisation");
        choose("self");
        assertThat(mai.body()).contains("Câu 1 trong");
        check();
        assertThat(mai.body()).contains("Nộp cho", "Cho tôi", draft() + "/nop-cho/ai");
    }

    @Test
    void who_chooses_nothing_or_something_not_offered_is_told_so() {
        for (String chosen : List.of("", "organisation", "organisation:0000000017", "authorised-body", "neighbour")) {
            mai.get(draft() + "/nop-cho/ai");
            mai.submit(draft() + "/nop-cho/ai", Map.of("party.kind", chosen));
            assertThat(mai.status()).as(chosen).isEqualTo(422);
            assertThat(mai.body()).contains("Hãy chọn bạn nộp hồ sơ này cho ai.", "href=\"#party-kind\"");
        }
        assertThat(told()).isNull();
    }

    @Test
    void a_child_is_told_on_one_page_and_stands_in_the_check_with_a_link_to_change_it() {
        choose("guardian");
        assertThat(mai.body()).contains("Người bạn chăm nom là ai?");
        mai.submit(draft() + "/nop-cho/nguoi", CHILD).follow();
        assertThat(mai.body()).contains("Câu 1 trong");
        check();
        assertThat(mai.body())
                .contains("Nguyễn Gia Bảo", "sinh ngày 05/06/2019", "Cha hoặc mẹ", draft() + "/nop-cho/nguoi");
    }

    @Test
    void what_was_told_of_the_child_is_not_asked_again() {
        choose("guardian");
        mai.submit(draft() + "/nop-cho/nguoi", CHILD).follow();
        mai.submit("/ho-so-nhap/", Map.of("requestedFor", "self")).follow();
        assertThat(mai.body())
                .contains("value=\"Nguyễn Gia Bảo\"", "value=\"2019\"")
                .doesNotContain("value=\"000194000011\"");
    }

    @Test
    void every_wrong_detail_is_kept_and_named_at_its_field() {
        choose("guardian");
        Map<String, Map<String, String>> wrong = Map.of(
                "party-name", Map.of("party.name", ""),
                "party-birthDate", Map.of("party.birthDate.month", "13"),
                "party-personalNumber", Map.of("party.personalNumber", "000319"),
                "party-care", Map.of("party.care", "uncle"));
        wrong.forEach((field, change) -> {
            Map<String, String> sent = new HashMap<>(CHILD);
            sent.putAll(change);
            mai.get(draft() + "/nop-cho/nguoi").submit(draft() + "/nop-cho/nguoi", sent);
            assertThat(mai.status()).as(field).isEqualTo(422);
            assertThat(mai.body()).contains("href=\"#" + field + "\"");
        });
        Map<String, String> grown = new HashMap<>(CHILD);
        grown.put("party.birthDate.year", Integer.toString(LocalDate.now().getYear() - 19));
        mai.get(draft() + "/nop-cho/nguoi").submit(draft() + "/nop-cho/nguoi", grown);
        assertThat(mai.body()).contains("đã đủ 18 tuổi", "value=\"Nguyễn Gia Bảo\"");
        Map<String, String> otherYear = new HashMap<>(CHILD);
        otherYear.put("party.personalNumber", "000218000099");
        mai.get(draft() + "/nop-cho/nguoi").submit(draft() + "/nop-cho/nguoi", otherYear);
        assertThat(mai.body()).contains("là của người sinh năm 2018");
    }

    @Test
    void nobody_is_in_their_own_care_nor_gives_themself_an_authority() {
        for (String kind : List.of("guardian", "authorised")) {
            mai.get(draft() + "/nop-cho/ai");
            choose(kind);
            Map<String, String> self = new HashMap<>(CHILD);
            self.put("party.name", "Nguyễn Thị Mai");
            self.put("party.birthDate.day", "14");
            self.put("party.birthDate.month", "3");
            self.put("party.birthDate.year", "1994");
            self.put("party.care", "ward");
            self.put("party.personalNumber", Cast.CITIZEN.person().personalNumber());
            mai.submit(draft() + "/nop-cho/nguoi", self);
            assertThat(mai.status()).isEqualTo(422);
            assertThat(mai.body()).contains("Đây là chính bạn.");
        }
    }

    @Test
    void a_name_is_shown_as_written_and_markup_is_refused() {
        choose("guardian");
        Map<String, String> odd = new HashMap<>(CHILD);
        odd.put("party.name", "<script>alert(1)</script>");
        mai.submit(draft() + "/nop-cho/nguoi", odd);
        assertThat(mai.status()).isEqualTo(422);
        assertThat(mai.body()).doesNotContain("<script>alert(1)").contains("&lt;script");
        for (String name : List.of("", "\u202Enoitcerid", "1234", "x".repeat(201))) {
            odd.put("party.name", name);
            mai.get(draft() + "/nop-cho/nguoi").submit(draft() + "/nop-cho/nguoi", odd);
            assertThat(mai.status()).as(name).isEqualTo(422);
        }
    }

    @Test
    void a_representative_sends_the_letter_and_cannot_file_without_it() throws Exception {
        choose("authorised");
        Map<String, String> principal = new HashMap<>(CHILD);
        principal.put("party.name", "Trần Văn Hùng");
        principal.put("party.birthDate.year", "1988");
        principal.put("party.personalNumber", "000088000012");
        mai.submit(draft() + "/nop-cho/nguoi", principal);
        assertThat(mai.location()).isEqualTo(draft() + "/nop-cho/giay-uy-quyen");
        mai.follow();
        assertThat(mai.body()).contains("Gửi giấy ủy quyền", "name=\"files.authority\"");
        check();
        assertThat(mai.body()).contains("Hãy gửi giấy ủy quyền", draft() + "/nop-cho/giay-uy-quyen");
        assertThat(Letters.send(mai, port, draft() + "/nop-cho/giay-uy-quyen", "x.exe", new byte[] {77, 90}))
                .isEqualTo(422);
        assertThat(Letters.send(mai, port, draft() + "/nop-cho/giay-uy-quyen", "giấy.png", Letters.picture()))
                .isEqualTo(302);
        mai.get(draft() + "/nop-cho/giay-uy-quyen");
        assertThat(mai.body()).contains("giấy.png", "name=\"remove\"");
        mai.submit(draft() + "/nop-cho/giay-uy-quyen", Map.of()).follow();
        assertThat(mai.body()).contains("Câu 2 trong");
        check();
        assertThat(mai.body()).contains("giấy.png").doesNotContain("Hãy gửi giấy ủy quyền");
    }

    @Test
    void a_strangers_pages_are_not_there() {
        String draft = draft();
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        for (String page : List.of("ai", "nguoi", "giay-uy-quyen")) {
            assertThat(neighbour.get(draft + "/nop-cho/" + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(neighbour
                        .get("/ho-so-nhap/" + "x".repeat(36) + "/nop-cho/ai")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_page_that_does_not_belong_to_the_choice_leads_back_to_the_choice() {
        choose("self");
        for (String page : List.of("nguoi", "giay-uy-quyen")) {
            mai.get(draft() + "/nop-cho/" + page);
            assertThat(mai.location()).as(page).isEqualTo(draft() + "/nop-cho/ai");
        }
    }

    private Visitor begin(Cast who) {
        Visitor visitor = Visitor.signedIn(port, who);
        visitor.get(START);
        visitor.submit(START, Map.of("agency", "H99.01"));
        return visitor.follow();
    }

    /// The check stands once something is answered.
    private void check() {
        mai.get(draft() + "/kiem-tra");
        if (mai.status() == 302) {
            mai.get(draft() + "/cho-ai");
            mai.submit("/ho-so-nhap/", Map.of("requestedFor", "self"));
            mai.get(draft() + "/kiem-tra");
        }
    }

    private void choose(String kind) {
        mai.submit(draft() + "/nop-cho/ai", Map.of("party.kind", kind)).follow();
    }

    private String draft() {
        return "/ho-so-nhap/"
                + jdbc.sql("select id from forms.draft where owner = :owner order by created_at desc limit 1")
                        .param("owner", Cast.CITIZEN.id().value())
                        .query(String.class)
                        .single();
    }

    private @Nullable String told() {
        return jdbc.sql("select representation from forms.draft where owner = :owner order by created_at desc limit 1")
                .param("owner", Cast.CITIZEN.id().value())
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
