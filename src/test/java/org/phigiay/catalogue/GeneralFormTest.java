package org.phigiay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.GeneralPapers.Asked;
import org.phigiay.catalogue.GeneralPapers.Need;
import org.phigiay.forms.FormRef;

/// What the general form makes of a national text, rule by rule.
class GeneralFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void a_paper_without_conditions_is_asked_of_everybody() {
        Asked paper = only(paper("- Đơn đề nghị cấp phép theo mẫu số 01 ban hành kèm theo Nghị định;", 1, 0));
        assertThat(paper.need()).isEqualTo(Need.ALL);
        assertThat(paper.name()).isEqualTo("Đơn đề nghị cấp phép theo mẫu số 01 ban hành kèm theo Nghị định;");
        assertThat(paper.brief()).isEqualTo("Đơn đề nghị cấp phép");
    }

    @Test
    void what_only_some_need_is_a_choice() {
        for (String name : List.of(
                "Giấy ủy quyền (nếu có)",
                "Trường hợp đất đã có giấy chứng nhận thì nộp giấy chứng nhận",
                "Đối với công trình theo tuyến: bản vẽ tuyến",
                "Văn bản của bên nước ngoài trong trường hợp có thay đổi",
                "Bản vẽ (áp dụng đối với nhà ba tầng)")) {
            assertThat(only(paper(name, 1, 0)).need()).as(name).isEqualTo(Need.SOME);
        }
    }

    @Test
    void what_data_may_stand_for_is_marked() {
        Asked paper = only(paper(
                "Giấy chứng nhận quyền sử dụng đất. Thông tin này được thay thế bằng thông tin trong Cơ sở dữ liệu quốc gia"
                        + " về đất đai",
                1,
                1));
        assertThat(paper.held()).isTrue();
        assertThat(paper.need()).isEqualTo(Need.SOME);
        assertThat(paper.brief()).isEqualTo("Giấy chứng nhận quyền sử dụng đất");
    }

    @Test
    void what_cannot_be_read_may_be_attached_and_need_not_be() {
        assertThat(only(new Paper("Sổ gốc", "", Paper.UNREADABLE, 0, 1)).need()).isEqualTo(Need.UNCLEAR);
        assertThat(only(paper("* Ngoài ra phải nộp giấy tờ tương ứng sau đây:", 1, 0))
                        .need())
                .isEqualTo(Need.UNCLEAR);
        assertThat(only(paper("Giấy tờ. ".repeat(200), 1, 0)).need()).isEqualTo(Need.UNCLEAR);
    }

    @Test
    void a_sign_alone_is_nothing_and_a_line_without_copies_is_a_note() {
        GeneralPapers papers = GeneralPapers.of(List.of(new Case(
                "", List.of(paper("+", 1, 0), paper(" ; ", 0, 0), paper("Bản chính mang theo khi nhận.", 0, 0)))));
        assertThat(papers.papers()).isEmpty();
        assertThat(papers.blocks().getFirst().notes()).containsExactly("Bản chính mang theo khi nhận.");
    }

    @Test
    void lists_that_are_no_cases_are_everybodys() {
        GeneralPapers papers = GeneralPapers.of(List.of(
                new Case("* Giấy tờ phải nộp:", List.of(paper("Tờ khai", 1, 0))),
                new Case("* Giấy tờ phải xuất trình:", List.of(paper("Hộ chiếu", 1, 0))),
                new Case("* Lưu ý:", List.of(paper("Giấy tờ nước ngoài phải dịch", 1, 0)))));
        assertThat(papers.cases()).isEmpty();
        assertThat(papers.papers().map(Asked::code)).containsExactly("P01", "P02", "P03");
        assertThat(papers.papers().map(Asked::need)).containsExactly(Need.ALL, Need.ALL, Need.UNCLEAR);
    }

    @Test
    void what_two_cases_need_in_the_same_words_is_one_paper() {
        GeneralPapers papers = GeneralPapers.of(List.of(
                new Case("a) Đối với cấp mới", List.of(paper("Đơn đề nghị", 1, 0), paper("Bản vẽ nhà", 1, 0))),
                new Case("b) Đối với cấp lại", List.of(paper("- Đơn đề nghị", 1, 0)))));
        assertThat(papers.papers().map(paper -> paper.name() + paper.cases()))
                .containsExactly("Đơn đề nghị[c1, c2]", "Bản vẽ nhà[c1]");
    }

    @Test
    void texts_that_ask_for_the_same_share_a_form() {
        ProcedureVersion first = text(1, paper("Đơn đề nghị", 1, 0));
        ProcedureVersion same = text(2, paper("Đơn đề nghị", 1, 0));
        ProcedureVersion other = text(3, paper("Đơn đề nghị cấp lại", 1, 0));
        ProcedureVersion back = text(4, paper("Đơn đề nghị", 1, 0));
        List<ProcedureVersion> all = List.of(first, same, other, back);
        assertThat(all.stream().map(each -> GeneralForm.ref(each, all).version()))
                .containsExactly(1, 1, 3, 4);
        assertThat(GeneralForm.ref(first, all).id()).isEqualTo("general-1.930001");
        assertThat(GeneralForm.national(GeneralForm.ref(other, all))).isEqualTo(3);
        assertThat(GeneralForm.national(new FormRef("general-1.930001", 100_003)))
                .isZero();
        assertThat(GeneralForm.procedure(new FormRef("birth", 1))).isEmpty();
    }

    @Test
    void the_papers_that_may_come_in_are_those_the_form_asks_for() {
        ProcedureVersion text = text(1, paper("Đơn đề nghị", 1, 0), paper("Giấy ủy quyền (nếu có)", 0, 1));
        String body = GeneralForm.body(text, GeneralForm.ref(text, List.of(text)));
        for (Component component : GeneralForm.components(text)) {
            assertThat(body).contains("\"component\":\"" + component.code() + '"');
        }
        assertThat(GeneralForm.components(text).stream().map(Component::required))
                .containsExactly(true, false, false);
    }

    @Test
    void a_braced_word_in_the_announced_text_stays_as_it_is() {
        ProcedureVersion text = text(1, paper("Mẫu {title} $1 <b>", 1, 0));
        assertThat(GeneralForm.body(text, GeneralForm.ref(text, List.of(text)))).contains("Mẫu {title} $1 <b>");
    }

    private static Paper paper(String name, int originals, int copies) {
        return new Paper(name, "", originals, 0, copies);
    }

    private static Asked only(Paper paper) {
        return GeneralPapers.of(List.of(new Case("", List.of(paper))))
                .papers()
                .findFirst()
                .orElseThrow();
    }

    private static ProcedureVersion text(int version, Paper... papers) {
        ProcedureVersion base = Invented.text("1.930001", 1, DAY, 5);
        return new ProcedureVersion(
                base.code(),
                version,
                DAY,
                base.announcement(),
                base.title(),
                base.field(),
                base.audience(),
                base.levels(),
                base.channels(),
                List.of(new Case("", List.of(papers))),
                base.steps(),
                base.requirements(),
                base.results(),
                base.legalBasis(),
                base.authorities(),
                base.keywords(),
                base.source());
    }
}
