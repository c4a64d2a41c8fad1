package org.phigiay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.ProcedureVersion;
import tools.jackson.databind.json.JsonMapper;

/// What a row says and what is wrong with it.
class RowReaderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"code\": \"1.000001\", \"title\": | BROKEN_JSON",
                "{} | NOT_A_PROCEDURE",
                "[1, 2] | NOT_A_PROCEDURE",
                "null | NOT_A_PROCEDURE",
                "{\"title\": \"Cấp giấy\"} | NO_CODE",
                "{\"code\": \"12\", \"title\": \"Cấp giấy\"} | BAD_CODE",
                "{\"code\": \"1.000001'; drop\", \"title\": \"Cấp giấy\"} | BAD_CODE",
                "{\"code\": \"1.000001\", \"title\": \"  \"} | NO_TITLE",
                "{\"code\": \"1.000001\", \"title\": {\"vi\": \"Cấp giấy\"}} | WRONG_TYPE",
                "{\"code\": \"1.000001\", \"title\": \"Cấp giấy\", \"channels\": \"Trực tiếp\"} | WRONG_TYPE",
                "{\"code\": \"1.000001\", \"title\": \"Cấp giấy\", \"documents\": [{\"name\": \"Đơn\", \"originals\": \"hai\"}]} | WRONG_TYPE",
                "{\"code\": \"1.000001\", \"title\": \"Cấp\\u0000giấy\"} | FORBIDDEN_CHARACTER",
                "{\"code\": \"1.000001\", \"title\": \"Cấp \\ud800 giấy\"} | FORBIDDEN_CHARACTER"
            })
    void a_row_that_cannot_be_used_is_refused_with_its_reason(String row, FindingKind why) {
        RowReader.Read read = RowReader.read(JSON, row, DAY);
        assertThat(read.refused()).isTrue();
        assertThat(read.findings()).extracting(Finding::kind).containsExactly(why);
        assertThat(why.refusing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "3,Ngày làm việc,Miễn phí,true,,3,WORKING_DAY,0,-",
                "8,Giờ,'10,000 VNĐ',true,Lệ phí 10.000 đồng,8,HOUR,10000,-",
                "2,Tháng,'50,000 Việt Nam Đồng',true,,2,MONTH,50000,-",
                "1,,Miễn phí,true,,-,-,0,TERM_WITHOUT_UNIT",
                ",,Miễn phí,true,,-,-,0,NO_TERM",
                "1.5,Ngày làm việc,Miễn phí,true,,-,-,0,TERM_UNREADABLE",
                "0,Ngày,Miễn phí,true,,-,-,0,TERM_UNREADABLE",
                "5000,Ngày,Miễn phí,true,,-,-,0,TERM_UNREADABLE",
                "5,Ngày,135 VNĐ,true,Lệ phí: 135.000 đồng/lần,5,DAY,-,FEE_IN_THOUSANDS",
                "5,Ngày,10 USD,true,,5,DAY,-,FEE_NOT_IN_DONG",
                "5,Ngày,,false,,5,DAY,-,NO_FEE",
                "5,Ngày,theo bảng giá,true,,5,DAY,-,FEE_UNREADABLE",
                "5,Ngày,Miễn phí,true,thu 7.000 đồng/lần,5,DAY,0,FEE_CONTRADICTS_NOTE",
                "5,Ngày,'7,000 VNĐ',true,nộp trực tiếp thu 15.000 đồng,5,DAY,7000,FEE_CONTRADICTS_NOTE"
            })
    void time_and_money_are_read_or_left_open_and_named_never_mended(
            String time,
            String unit,
            String fee,
            boolean stated,
            String note,
            Integer amount,
            TermUnit in,
            Long money,
            FindingKind found) {
        var way = new Announced.Way("Trực tuyến", none(time), none(unit), none(fee), stated, false, none(note));
        var findings = new java.util.ArrayList<Finding>();
        assertThat(MoneyAndTime.term(way, findings)).isEqualTo(amount == null ? null : new Term(amount, in));
        var read = MoneyAndTime.fee(way, findings);
        assertThat(read == null ? null : (Long) read.amount()).isEqualTo(money);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
    }

    @Test
    void known_traps_are_named_and_the_words_stay() {
        ProcedureVersion text = read("""
                {"code": "1.000001", "title": "Thủ tục hoà giải", "decision": "12/QĐ-BTP", "levels": ["Cấp huyện", "Cấp xã"],
                 "steps": "Nộp tại Ủy ban nhân dân huyện", "performing_agency": "Tòa án nhân dân_old",
                 "documents": [
                   {"group": "", "name": "*Lưu ý: mang theo căn cước", "form_file": "", "originals": 0, "copies": 0},
                   {"group": "", "name": "Tờ khai theo mẫu ban hành kèm theo Thông tư số 53/2025/TT-BCA.1.MuCT01banhnhkmtheo",
                    "form_file": "Thngts53.doc", "originals": 1, "copies": 0},
                   {"group": "Với tổ chức", "name": "Quyết định thành lập năm ", "form_file": "", "originals": 20261, "copies": 0}],
                 "results": [{"name": "Giấy xác nhận", "code": ""}],
                 "legal_raw": "Luật Hộ tịch60/2014/QH13Nghị định số 123/2015/NĐ-CP của Chính phủ123/2015/NĐ-CP"}
                """);
        assertThat(kinds)
                .contains(
                        FindingKind.TONE_MARKS,
                        FindingKind.UNKNOWN_LEVEL,
                        FindingKind.DISTRICT_ABOLISHED,
                        FindingKind.OLD_AGENCY,
                        FindingKind.NOTE_AMONG_PAPERS,
                        FindingKind.FORM_NAME_GLUED,
                        FindingKind.COUNT_UNREADABLE,
                        FindingKind.RESULT_WITHOUT_CODE,
                        FindingKind.NO_CHANNEL)
                .doesNotContain(FindingKind.NO_LAW, FindingKind.LAW_GLUED, FindingKind.NO_DECISION);
        assertThat(text.title().vi()).isEqualTo("Thủ tục hoà giải");
        assertThat(text.cases()).extracting(each -> each.title()).containsExactly("", "Với tổ chức");
        assertThat(text.cases().getLast().papers().getFirst().originals()).isEqualTo(Paper.UNREADABLE);
        assertThat(text.legalBasis()).extracting(law -> law.number()).containsExactly("60/2014/QH13", "123/2015/NĐ-CP");
        assertThat(text.announcement().issuer()).isEqualTo("Bộ Tư pháp");
    }

    @Test
    void letters_stored_apart_are_joined_and_it_is_said() {
        String apart = Normalizer.normalize("Cấp giấy phép", Normalizer.Form.NFD);
        ProcedureVersion text = read("{\"code\": \"1.000001\", \"title\": \"" + apart + "\"}");
        assertThat(text.title().vi()).isEqualTo("Cấp giấy phép");
        assertThat(kinds).contains(FindingKind.NOT_NFC);
    }

    @Test
    void a_ministrys_detail_page_is_read_into_the_same_text() {
        ProcedureVersion text = read("""
                {"thu_tuc_id": "1.000002",
                 "metadata": {"mã_thủ_tục": "1.000002", "tên_thủ_tục": "Đăng ký mẫu", "số_quyết_định": "Quyết định số 5/QĐ-BQP",
                              "cấp_thực_hiện": "Cấp Bộ, Cấp Xã", "lĩnh_vực": "Mẫu"},
                 "content": {"trình_tự_thực_hiện": "Nộp đơn", "kết_quả_thực_hiện": "Giấy chứng nhận", "từ_khóa": "Không có thông tin"},
                 "tables": {"hinh_thuc_nop": [{"hinh_thuc": "Trực tuyến", "thoi_han_giai_quyet": "20 Ngày làm việc",
                                               "phi_le_phi": "Phí : 0 Đồng", "mo_ta": ""}],
                            "thanh_phan_ho_so": [{"ten_giay_to": "Đơn", "so_luong": "mau.doc", "ghi_chu": "Bản chính: 1\\nBản sao: 2"}],
                            "can_cu_phap_ly": [{"so_ky_hieu": "12/2021/QĐ-TTg", "trich_yeu": "Quy chế"}]}}
                """);
        Channel channel = text.channels().getFirst();
        assertThat(channel.term()).isEqualTo(new Term(20, TermUnit.WORKING_DAY));
        assertThat(channel.fee()).isNotNull();
        assertThat(text.cases().getFirst().papers()).containsExactly(new Paper("Đơn", "mau.doc", 1, 0, 2));
        assertThat(text.keywords()).isEmpty();
        assertThat(text.announcement().number()).isEqualTo("5/QĐ-BQP");
        assertThat(text.announcement().issuer()).isEqualTo("Bộ Quốc phòng");
    }

    private List<FindingKind> kinds = List.of();

    private ProcedureVersion read(String row) {
        RowReader.Read read = RowReader.read(JSON, row, DAY);
        kinds = read.findings().stream().map(Finding::kind).toList();
        assertThat(read.text()).as(read.findings().toString()).isNotNull();
        return read.text();
    }

    private static String none(String text) {
        return text == null ? "" : text;
    }
}
