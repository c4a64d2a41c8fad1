package org.phigiay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchIndexTest {

    private static final SearchIndex INDEX = new SearchIndex(CatalogueDemo.shipped().stream()
            .map(shipped -> new Procedure(1, shipped.national(), shipped.guidance(), null, List.of()))
            .toList());

    @ParameterizedTest
    @CsvSource({
        "giấy độc thân,1.004873",
        "GIẤY ĐỘC THÂN,1.004873",
        "xac nhan tinh trang hon nhan,1.004873",
        "làm giấy chứng nhận độc thân để kết hôn,1.004873",
        "xin giay xac nhan doc than,1.004873",
        "xin tờ giấy chứng minh mình chưa có vợ,1.004873",
        "certificate of single status,1.004873",
        "1.004873,1.004873",
        "con mới sinh,1.001193",
        "con mới đẻ làm giấy gì,1.001193",
        "lam khai sinh cho em be,1.001193",
        "birth certificate,1.001193",
        "mở quán ăn cần giấy phép gì,1.001612",
        "đăng ký hộ kinh doanh,1.001612",
        "mo tap hoa,1.001612",
        "mở tạp hoá,1.001612"
    })
    void everyday_words_find_the_procedure(String question, String code) {
        assertThat(INDEX.search(question))
                .extracting(hit -> hit.procedure().code().value())
                .startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"mất căn cước", "xây nhà hai tầng", "thời tiết ngày mai", "zzz", "!!!x"})
    void what_is_not_there_is_not_found(String question) {
        assertThat(INDEX.search(question)).isEmpty();
    }

    @Test
    void an_empty_question_lists_everything_by_code() {
        assertThat(INDEX.search("  "))
                .extracting(hit -> hit.procedure().code().value())
                .containsExactly("1.001193", "1.001612", "1.004873");
    }

    @Test
    void labelled_questions_of_the_public_find_ours() throws IOException {
        Path file = Path.of("../shared/data/search-queries/dev.jsonl");
        boolean there = Files.exists(file);
        if (!there) {
            System.err.println("SKIPPED labelled search questions: no " + file);
        }
        Assumptions.assumeTrue(there);
        int asked = 0;
        int found = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = new JsonMapper().readTree(line);
            List<String> right = row.path("labels")
                    .propertyStream()
                    .filter(label -> label.getValue().asInt() == 2)
                    .map(label -> label.getKey())
                    .filter(List.of("1.004873", "1.001193", "1.001612")::contains)
                    .toList();
            if (!right.isEmpty()) {
                asked++;
                var hits = INDEX.search(row.path("query").asString());
                if (!hits.isEmpty()
                        && right.contains(hits.getFirst().procedure().code().value())) {
                    found++;
                }
            }
        }
        System.err.println("labelled search questions: " + found + " of " + asked + " found first");
        assertThat(found * 10).isGreaterThanOrEqualTo(asked * 7);
    }
}
