package org.phigiay.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLanguageTest {

    /// How an office would say it; written for this test.
    private static final String OFFICIAL = """
            Căn cứ quy định tại khoản 1 Điều 16 Luật Hộ tịch và các văn bản hướng dẫn hiện hành, người có yêu cầu có trách nhiệm \
            kê khai đầy đủ, chính xác các thông tin theo mẫu quy định, xuất trình giấy tờ tùy thân và nộp hồ sơ gồm các loại giấy tờ có liên quan tại cơ quan có thẩm quyền \
            trong thời hạn 60 ngày kể từ ngày sinh. Trường hợp hồ sơ không hợp lệ, cán bộ tiếp nhận hướng dẫn bằng văn bản để người có yêu cầu \
            bổ sung, hoàn thiện theo quy định của pháp luật, nêu rõ lý do và thời điểm nộp. Trong quá trình giải quyết thủ tục hành chính, nếu phát sinh vướng mắc thì UBND cấp xã \
            có trách nhiệm phối hợp với cơ quan chuyên môn để tiến hành xác minh, đối chiếu và thông báo bằng văn bản cho người yêu cầu biết.
            """;

    /// The same, for the person who stands before it.
    private static final String PLAIN = """
            Con bạn vừa sinh? Hãy làm giấy khai sinh trong 60 ngày.
            Bạn trả lời các câu hỏi về con, về cha và mẹ. Gửi kèm ảnh giấy chứng sinh. Mang theo thẻ căn cước để quầy xem.
            Nếu thiếu giấy, quầy nhắn cho bạn một lần tất cả những gì cần gửi thêm. Bạn không phải đi lại nhiều lần.
            Nếu cần hỏi nơi khác, ủy ban xã tự hỏi rồi báo cho bạn biết.
            """;

    @Test
    void a_plain_passage_and_an_official_one_lie_far_apart() {
        Score official = PlainLanguage.score(OFFICIAL);
        Score plain = PlainLanguage.score(PLAIN);

        assertThat(official.measures().mean()).isGreaterThan(35);
        assertThat(official.measures().longShare()).isEqualTo(1);
        assertThat(official.measures().terms()).isGreaterThan(10);
        assertThat(official.points()).isLessThan(25);
        assertThat(official.publishable()).isFalse();

        assertThat(plain.measures().mean()).isLessThan(12);
        assertThat(plain.measures().longest()).isLessThanOrEqualTo(20);
        assertThat(plain.measures().terms()).isZero();
        assertThat(plain.points()).isEqualTo(100);
        assertThat(plain.publishable()).isTrue();
        // Empty words do not tell the two apart, which is why they only warn.
        assertThat(PlainRule.EMPTY.weight()).isZero();
    }

    @Test
    void the_weights_make_a_hundred() {
        int sum = 0;
        for (PlainRule rule : PlainRule.values()) {
            sum += rule.weight();
        }
        assertThat(sum).isEqualTo(100);
    }

    @Test
    void composed_and_decomposed_letters_are_the_same_text() {
        String apart = Normalizer.normalize(OFFICIAL, Normalizer.Form.NFD);
        assertThat(PlainLanguage.score(apart).measures())
                .isEqualTo(PlainLanguage.score(OFFICIAL).measures());
    }

    @Test
    void a_sentence_ends_at_its_mark_and_not_within_a_number_a_time_or_an_address() {
        Measures measures = PlainLanguage.score(
                        "Bạn trả 20.000 đồng trước 15:00 ngày 27/03/2026 tại dichvucong.gov.vn. Xong rồi.")
                .measures();
        assertThat(measures.sentences()).isEqualTo(2);
        assertThat(PlainLanguage.score("Cần ba thứ: giấy; bút; thước")
                        .measures()
                        .sentences())
                .isEqualTo(4);
    }

    @Test
    void the_longest_term_counts_once_and_the_everyday_word_is_offered() {
        Score score = PlainLanguage.score("Trường hợp hồ sơ không hợp lệ, bạn tiến hành làm lại.");
        assertThat(found(score, PlainRule.TERMS))
                .extracting(Finding::words)
                .containsExactly("trường hợp hồ sơ không hợp lệ", "tiến hành");
        assertThat(found(score, PlainRule.TERMS).getLast().instead()).isEqualTo("làm");
    }

    @Test
    void a_legal_term_in_brackets_after_the_everyday_word_is_as_it_should_be() {
        assertThat(PlainLanguage.score("Bạn gửi giấy tờ cần có (thành phần hồ sơ) qua mạng.")
                        .findings())
                .isEmpty();
    }

    @Test
    void a_clause_with_its_law_is_one_reference() {
        assertThat(PlainLanguage.score("Theo điểm a khoản 2 Điều 15 Nghị định 123/2015/NĐ-CP và Quyết định 163/QĐ-BTP.")
                        .measures()
                        .references())
                .isEqualTo(2);
        assertThat(PlainLanguage.score("Có hai điều kiện và 3 khoản tiền.")
                        .measures()
                        .references())
                .isZero();
    }

    @Test
    void an_abbreviation_is_explained_once_and_then_stands() {
        Score bare = PlainLanguage.score("Mang theo CCCD.");
        assertThat(bare.measures().abbreviations()).isEqualTo(1);
        assertThat(found(bare, PlainRule.ABBREVIATIONS).getFirst().instead()).isEqualTo("thẻ căn cước");
        assertThat(PlainLanguage.score("Mang theo thẻ căn cước (CCCD). Quầy xem CCCD rồi trả lại.")
                        .measures()
                        .abbreviations())
                .isZero();
        assertThat(PlainLanguage.score("Quét mã QR. Xem phần II. Số 12/QĐ-UBND. GIẤY KHAI SINH.")
                        .measures()
                        .abbreviations())
                .isZero();
    }

    @Test
    void two_names_for_one_thing_are_one_too_many() {
        Score score = PlainLanguage.score(List.of(
                new Passage("a", "Mang thẻ căn cước."), new Passage("b", "Quầy chụp căn cước công dân của bạn.")));
        assertThat(score.measures().otherNames()).isEqualTo(1);
        assertThat(found(score, PlainRule.ONE_NAME).getFirst())
                .satisfies(finding -> assertThat(finding.where()).isEqualTo("b"))
                .satisfies(finding -> assertThat(finding.instead()).isEqualTo("thẻ căn cước"));
        assertThat(score.publishable()).isFalse();
    }

    @Test
    void saying_no_twice_in_a_clause_is_found_and_asking_is_not() {
        assertThat(negations("Hồ sơ không được nộp không đúng nơi.")).isEqualTo(1);
        assertThat(negations("Bạn không thể không có giấy này.")).isEqualTo(1);
        assertThat(negations("Bạn không có giấy chứng sinh không?")).isZero();
        assertThat(negations("Nếu bạn không có giấy, bạn không cần lo.")).isZero();
        assertThat(negations("Hãng hàng không chưa trả lời.")).isZero();
    }

    @Test
    void a_paragraph_counts_what_ends_in_it() {
        assertThat(PlainLanguage.score("Một. Hai. Ba.\nBốn. Năm.").measures().paragraph())
                .isEqualTo(3);
        assertThat(PlainLanguage.score("Cần: a; b; c; d.").measures().paragraph())
                .isEqualTo(1);
    }

    @Test
    void nothing_to_read_is_nothing_measured() {
        assertThat(PlainLanguage.score("  \n … ").measured()).isFalse();
        assertThat(PlainLanguage.score(List.of()).points()).isEqualTo(100);
    }

    @Test
    void the_term_base_is_large_enough_and_says_each_thing_once() {
        List<TermBook.Term> terms = TermBook.shipped().terms();
        assertThat(terms).hasSizeGreaterThanOrEqualTo(150);
        assertThat(terms).extracting(TermBook.Term::official).doesNotHaveDuplicates();
        assertThat(terms).allSatisfy(term -> assertThat(term.everyday()).isNotBlank());
    }

    private static int negations(String text) {
        return PlainLanguage.score(text).measures().doubleNegations();
    }

    private static List<Finding> found(Score score, PlainRule rule) {
        return score.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .toList();
    }
}
