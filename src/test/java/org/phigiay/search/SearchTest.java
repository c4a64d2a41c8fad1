package org.phigiay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ProgramTest
class SearchTest {

    private static final Actor OFFICER = Cast.CATALOGUE.actor();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private Search search;

    @Autowired
    private Words words;

    @Autowired
    private Usage usage;

    @Autowired
    private Counts counts;

    @Autowired
    private Catalogue catalogue;

    @LocalServerPort
    private int port;

    @BeforeEach
    void everything_is_indexed() {
        assertThat(search.fresh(SOON)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "giấy độc thân,1.004873",
        "GIẤY ĐỘC THÂN,1.004873",
        "xac nhan tinh trang hon nhan,1.004873",
        "làm giấy chứng nhận độc thân để kết hôn,1.004873",
        "xin tờ giấy chứng minh mình chưa có vợ,1.004873",
        "certificate of single status,1.004873",
        "1.004873,1.004873",
        "con mới sinh,1.001193",
        "con mới đẻ làm giấy gì,1.001193",
        "lam khai sinh cho em be,1.001193",
        "giay khai snih,1.001193",
        "birth certificate,1.001193",
        "mở quán ăn cần giấy phép gì,1.001612",
        "mo tap hoa,1.001612",
        "mở tạp hoá,1.001612"
    })
    void everyday_words_find_the_procedure(String question, String code) {
        SearchAnswer answer = search.search(question, Filters.NONE, null);
        assertThat(answer.fits()).isTrue();
        assertThat(codes(answer)).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"lắp đồng hồ điện", "thời tiết ngày mai", "zzz", "!!!x"})
    void what_is_not_there_is_said_not_to_be_there(String question) {
        assertThat(search.search(question, Filters.NONE, null).fits()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301\u0303", "???", "🙂"})
    void signs_without_a_word_ask_for_nothing_that_exists(String question) {
        SearchAnswer answer = search.search(question, Filters.NONE, null);
        assertThat(answer.fits()).isFalse();
        assertThat(codes(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void an_empty_field_lists_everything_by_code(String question) {
        SearchAnswer answer = search.search(question, Filters.NONE, null);
        assertThat(codes(answer)).contains("1.001193", "1.001612", "1.004873").isSorted();
    }

    @Test
    void a_list_goes_on_where_it_ended_and_refuses_a_wrong_place() {
        assertThatThrownBy(() -> search.search("", Filters.NONE, "%%%")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> search.search("khai sinh", Filters.NONE, "YWZ0ZXIgLTU"))
                .isInstanceOf(Invalid.class);
        assertThat(search.search("khai sinh", Filters.NONE, "YWZ0ZXIgOTk5OTk")
                        .page()
                        .items())
                .isEmpty();
    }

    @Test
    void filters_narrow() {
        var commune = new Filters(Level.COMMUNE, new AgencyCode("H99.01"), true);
        assertThat(codes(search.search("khai sinh", commune, null))).startsWith("1.001193");
        var ministry = new Filters(Level.MINISTRY, null, false);
        assertThat(codes(search.search("khai sinh", ministry, null))).doesNotContain("1.001193");
        var nobody = new Filters(null, new AgencyCode("H00"), false);
        assertThat(search.search("", nobody, null).page().items()).isEmpty();
    }

    @Test
    void suggestions_come_while_a_word_is_only_begun() {
        assertThat(search.suggest("khai s"))
                .extracting(head -> head.code().value())
                .contains("1.001193");
        assertThat(search.suggest("k")).isEmpty();
        assertThat(search.suggest("<script>alert(1)</script>").size()).isLessThanOrEqualTo(7);
    }

    @Test
    void what_is_published_is_found_once_it_is_committed() {
        ProcedureVersion like =
                catalogue.find(new ProcedureCode("1.001612")).orElseThrow().national();
        var code = new ProcedureCode("9.770001");
        catalogue.publish(
                Actor.SYSTEM,
                new ProcedureVersion(
                        code,
                        1,
                        LocalDate.of(2024, 1, 1),
                        like.announcement(),
                        new Bilingual("Cấp phép thả diều sáo trên đê", ""),
                        like.field(),
                        like.audience(),
                        like.levels(),
                        like.channels(),
                        like.cases(),
                        "",
                        "",
                        like.results(),
                        like.legalBasis(),
                        like.authorities(),
                        "",
                        ""));
        assertThat(search.fresh(SOON)).isTrue();
        assertThat(codes(search.search("thả diều sáo", Filters.NONE, null))).startsWith("9.770001");
    }

    @Test
    void an_officers_word_changes_the_search_at_once_and_a_second_officer_is_told() {
        String question = "giấy bùa hộ mệnh gia đình";
        var entry = new VocabularyEntry(VocabularyKind.EVERYDAY, "bùa hộ mệnh", "đăng ký khai sinh");
        assertThat(search.search(question, Filters.NONE, null).fits()).isFalse();
        Search.Compared trial = words.trial(OFFICER, question, entry, false);
        assertThat(trial.then().getFirst().code().value()).isEqualTo("1.001193");
        assertThat(search.search(question, Filters.NONE, null).fits())
                .as("trying saves nothing")
                .isFalse();

        assertThat(words.put(OFFICER, entry, false, 0)).isInstanceOf(Words.Done.class);
        assertThat(search.fresh(SOON)).isTrue();
        assertThat(codes(search.search(question, Filters.NONE, null))).startsWith("1.001193");
        assertThat(TestDatabase.shared()
                        .ownerJdbc()
                        .sql("select count(*) from journal.entry where type = 'search.word-changed'"
                                + " and data ->> 'phrase' = 'bùa hộ mệnh'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        var first = new VocabularyEntry(VocabularyKind.EVERYDAY, "bùa hộ mệnh", "đăng ký hộ kinh doanh");
        assertThat(words.put(OFFICER, first, false, 1)).isInstanceOf(Words.Done.class);
        assertThat(words.put(OFFICER, entry, false, 1)).isInstanceOfSatisfying(Words.Meanwhile.class, meanwhile -> {
            assertThat(meanwhile.theirs().entry().meaning()).isEqualTo("đăng ký hộ kinh doanh");
            assertThat(meanwhile.theirs().version()).isEqualTo(2);
        });
        assertThat(words.put(OFFICER, first, true, 2)).isInstanceOf(Words.Done.class);
        assertThat(search.fresh(SOON)).isTrue();
        assertThat(search.search(question, Filters.NONE, null).fits()).isFalse();
    }

    @Test
    void a_shipped_word_can_be_switched_off_and_on_again() {
        VocabularyEntry shipped = VocabularyFiles.read().stream()
                .filter(entry -> entry.phrase().startsWith("dn"))
                .findFirst()
                .orElseThrow();
        assertThat(words.put(OFFICER, shipped, true, 0)).isInstanceOf(Words.Done.class);
        assertThat(words.one(OFFICER, shipped.kind(), shipped.phrase())
                        .orElseThrow()
                        .removed())
                .isTrue();
        assertThat(words.put(OFFICER, shipped, false, 1)).isInstanceOf(Words.Done.class);
    }

    @Test
    void nobody_else_reads_the_counts_or_changes_words() {
        Actor citizen = Actor.citizen(PersonId.next(), "Nguyễn Thị Mai");
        var entry = new VocabularyEntry(VocabularyKind.EVERYDAY, "abc", "khai sinh");
        assertThatThrownBy(() -> words.put(citizen, entry, false, 0)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> words.all(citizen, "")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> usage.often(citizen, LocalDate.EPOCH)).isInstanceOf(Forbidden.class);
    }

    @Test
    void what_is_asked_and_opened_is_counted_but_a_name_is_not_kept() throws Exception {
        get("/thu-tuc?q=" + encoded("trích lục hộ tịch"));
        get("/thu-tuc/1.001193?tu=" + encoded("trích lục hộ tịch"));
        get("/thu-tuc?q=" + encoded("giấy khai sinh của Nguyễn Thị Xuân Mẫu"));
        get("/thu-tuc?q=" + encoded("căn cước 000123456789"));
        counts.round();
        LocalDate since = LocalDate.now().minusDays(2);
        assertThat(usage.often(OFFICER, since))
                .extracting(AskedCount::question)
                .contains("trích lục hộ tịch")
                .noneMatch(question -> question.contains("xuân") || question.contains("000123456789"));
        assertThat(usage.chosen(OFFICER, since, "trích lục hộ tịch"))
                .extracting(ChosenCount::procedure)
                .containsExactly("1.001193");
    }

    @Test
    void the_list_searches_and_says_when_nothing_is_there() throws Exception {
        assertThat(get("/thu-tuc?q=" + encoded("con mới sinh")).body())
                .contains("Làm giấy khai sinh cho con")
                .contains("/thu-tuc/1.001193?tu=");
        String nothing = get("/thu-tuc?q=" + encoded("lắp đồng hồ điện")).body();
        assertThat(nothing).contains("Không có thủ tục nào đúng với", "Điện thoại", "tel:");
        assertThat(get("/thu-tuc?q=" + encoded("<script>alert(1)</script>")).body())
                .doesNotContain("<script>alert")
                .contains("&lt;script");
        assertThat(get("/thu-tuc?q=khai%20sinh&cap=bo").body()).contains("Bỏ lọc");
        assertThat(get("/thu-tuc?after=!!!").statusCode()).isEqualTo(422);
        assertThat(get("/thu-tuc?cap=x&noi=%C4%91&truc-tuyen=1").statusCode()).isEqualTo(200);
        assertThat(get("/thu-tuc/goi-y?q=khai%20s").body()).contains("/thu-tuc/1.001193");
    }

    @Test
    void no_string_breaks_it() throws Exception {
        for (String string : nasty()) {
            HttpResponse<String> page = get("/thu-tuc?q=" + encoded(string));
            assertThat(page.statusCode()).as(string).isLessThan(500);
            assertThat(page.body()).as(string).doesNotContain("<script>alert", "<img src=x");
            assertThat(get("/thu-tuc/goi-y?q=" + encoded(string)).statusCode())
                    .as(string)
                    .isLessThan(500);
        }
        for (String string :
                List.of("a".repeat(10_000), "khai sinh ".repeat(1_000), "\u0301".repeat(5_000), "ế ".repeat(5_000))) {
            long began = System.nanoTime();
            assertThat(search.search(string, Filters.NONE, null)).isNotNull();
            assertThat(search.suggest(string)).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static List<String> nasty() throws IOException {
        var strings = new ArrayList<>(
                List.of("'", "\"><img src=x onerror=alert(1)>", "${7*7}", "\\", "*:*", "a AND (", "\uD800"));
        Path naughty = Path.of("../shared/data/attacks/naughty-strings/blns.json");
        Path unicode = Path.of("../shared/data/attacks/unicode/vn-strings.json");
        if (!Files.exists(naughty) || !Files.exists(unicode)) {
            System.err.println("SKIPPED naughty strings: no " + naughty);
            return strings;
        }
        new JsonMapper().readTree(Files.readString(naughty)).forEach(each -> strings.add(each.asString("")));
        new JsonMapper()
                .readTree(Files.readString(unicode))
                .findValuesAsString("text")
                .forEach(strings::add);
        return strings;
    }

    @Test
    void labelled_questions_of_the_public_find_ours() throws IOException {
        Path file = Path.of("../shared/data/search-queries/dev.jsonl");
        if (!Files.exists(file)) {
            System.err.println("SKIPPED labelled search questions: no " + file);
        }
        Assumptions.assumeTrue(Files.exists(file));
        int asked = 0;
        int found = 0;
        for (String line : Files.readAllLines(file)) {
            var row = new JsonMapper().readTree(line);
            List<String> right = row.path("labels")
                    .propertyStream()
                    .filter(label -> label.getValue().asInt() == 2)
                    .map(label -> label.getKey())
                    .filter(List.of("1.004873", "1.001193", "1.001612")::contains)
                    .toList();
            if (!right.isEmpty()) {
                asked++;
                List<String> codes = codes(search.search(row.path("query").asString(), Filters.NONE, null));
                found += !codes.isEmpty() && right.contains(codes.getFirst()) ? 1 : 0;
            }
        }
        assertThat(found * 10).isGreaterThanOrEqualTo(asked * 8);
    }

    private static List<String> codes(SearchAnswer answer) {
        return answer.page().items().stream()
                .map((ProcedureHead head) -> head.code().value())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,application/json")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
