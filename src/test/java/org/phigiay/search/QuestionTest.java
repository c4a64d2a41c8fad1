package org.phigiay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static final Vocabulary WORDS = new Vocabulary(VocabularyFiles.read());
    private static final Spelling SPELLING = new Spelling();

    static {
        for (String title : List.of(
                "Thủ tục đăng ký kết hôn",
                "Thủ tục đăng ký khai sinh",
                "Cấp hộ chiếu phổ thông ở trong nước",
                "Đăng ký tạm trú",
                "Cấp tài khoản định danh điện tử",
                "Khóa tài khoản định danh điện tử")) {
            SPELLING.learn(Syllables.official(title));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ddangw,đăng",
        "kys,ký",
        "hooj,hộ",
        "chieeus,chiếu",
        "nguowif,người",
        "dduwowcj,được",
        "tuwr,tử",
        "lamf,làm",
        "d9a8ng,đăng",
        "ky1,ký",
        "ho6,hô"
    })
    void what_a_keyboard_left_is_read(String typed, String meant) {
        assertThat(Typing.read(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate", "đăng", "tnhh", "ct07", "2023", "for"})
    void what_is_no_remnant_of_typing_stays(String typed) {
        assertThat(Typing.read(typed)).isNull();
    }

    @Test
    void a_slip_of_the_finger_is_mended_by_its_neighbours() {
        assertThat(SPELLING.guesses("khai", "snih", "")).startsWith("sinh");
        assertThat(SPELLING.guesses("tam", "tru8", "")).startsWith("tru");
        assertThat(SPELLING.guesses("", "zzzzzz", "")).isEmpty();
        assertThat(SPELLING.apart("khaisinh")).containsExactly("khai", "sinh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "con em mới đẻ được 3 ngày ạ | đăng ký khai sinh",
                "vợ tui mới sanh | đăng ký khai sinh",
                "làm lại cccd bị mất | cấp lại thẻ căn cước",
                "em bị rớt mất cái bằng lái | cấp lại giấy phép lái xe",
                "ddangw kys kheets hoon | đăng ký kết hôn",
                "mua lai xe cu sang ten | đăng ký sang tên xe",
                "dẹp tiệm tạp hóa | chấm dứt hoạt động hộ kinh doanh",
                "lost passport | trình báo mất hộ chiếu phổ thông",
                "ghe đánh cá mới đóng | giấy chứng nhận đăng ký tàu cá",
                "rút bảo hiểm một cục | bảo hiểm xã hội một lần"
            })
    void everyday_words_stand_for_official_ones(String said, String official) {
        Question question = Question.read(said, WORDS, SPELLING);
        String understood = String.join(
                        " ",
                        question.meanings().stream()
                                .map(meaning -> meaning.target().text())
                                .toList())
                + " "
                + String.join(" ", question.read().stream().map(Word::key).toList());
        assertThat(Syllables.of(understood)).containsSubsequence(Syllables.of(official));
    }

    @Test
    void a_father_who_died_is_not_a_father_who_lost_his_card() {
        assertThat(first("bố mất rồi")).contains("khai tử");
        assertThat(first("bố mất căn cước")).contains("căn cước");
    }

    @Test
    void greetings_and_little_words_are_left_out_but_official_pairs_stay() {
        Question question = Question.read("dạ em chào anh chị, cho em hỏi tạm trú ạ", WORDS, SPELLING);
        assertThat(question.read()).extracting(Word::key).containsExactly("tạm", "trú");
        Question pair = Question.read("tài khoản định danh", WORDS, SPELLING);
        assertThat(pair.read()).extracting(Word::key).contains("định", "danh");
    }

    @Test
    void every_shipped_entry_can_be_read() {
        List<VocabularyEntry> entries = VocabularyFiles.read();
        assertThat(entries).hasSizeGreaterThan(600);
        for (VocabularyEntry entry : entries) {
            assertThat(Pattern.read(entry.phrase())).as(entry.phrase()).isNotEmpty();
            if (entry.kind() != VocabularyKind.FILLER) {
                assertThat(OfficialWords.read(entry.meaning()))
                        .as(entry.phrase())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> Pattern.read("( mất | rơi")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pattern.read(" | ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficialWords.read("khai sinh *9")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OfficialWords.read(";")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Con MỚI sinh? | con mới sinh",
                "số 0912 345 678 | ''",
                "mai@example.vn | ''",
                "căn cước 000123456789 | ''",
                "thông tư 02 | thông tư 02"
            })
    void a_question_with_a_number_of_a_person_is_not_counted(String question, String counted) {
        assertThat(Counts.key(question)).isEqualTo(counted);
    }

    private static String first(String said) {
        return Question.read(said, WORDS, SPELLING)
                .meanings()
                .getFirst()
                .target()
                .text();
    }
}
