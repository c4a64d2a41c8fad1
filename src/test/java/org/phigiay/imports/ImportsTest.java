package org.phigiay.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Files come in, are compared, and are published by somebody else; bad ones change nothing.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
class ImportsTest {

    @Autowired
    private Imports imports;

    @Autowired
    private Catalogue catalogue;

    @LocalServerPort
    private int port;

    @Test
    void a_second_person_publishes_and_only_once() {
        Batch batch = prepare(row("1.900001", "Thủ tục thử nghiệm", "3", "Miễn phí"));
        assertThat(batch.added()).isEqualTo(1);
        assertThat(find("1.900001")).as("reading changes nothing").isNull();
        assertThatThrownBy(() -> imports.publish(Cast.CATALOGUE.actor(), batch.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> imports.publish(Cast.DESK.actor(), batch.id())).isInstanceOf(Forbidden.class);
        assertThat(imports.publish(Cast.CATALOGUE2.actor(), batch.id())).isEqualTo(1);
        assertThat(find("1.900001").national().title().vi()).isEqualTo("Thủ tục thử nghiệm");
        assertThatThrownBy(() -> imports.publish(Cast.CATALOGUE2.actor(), batch.id()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> imports.discard(Cast.CATALOGUE.actor(), batch.id()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_changed_text_becomes_a_version_and_the_same_text_does_not() {
        publish(row("1.900002", "Thủ tục có thay đổi", "5", "Miễn phí"));
        Batch same = prepare(row("1.900002", "Thủ tục có thay đổi", "5", "Miễn phí"));
        assertThat(same.unchanged()).isEqualTo(1);
        assertThat(imports.publish(Cast.CATALOGUE2.actor(), same.id())).isZero();
        publish(row("1.900002", "Thủ tục có thay đổi", "3", "Miễn phí"));
        assertThat(find("1.900002").version()).isEqualTo(2);
        assertThat(catalogue.versions(new ProcedureCode("1.900002"))).hasSize(2);
    }

    @Test
    void what_changed_since_the_file_was_read_is_not_overwritten() {
        publish(row("1.900003", "Thủ tục một", "5", "Miễn phí"));
        Batch slow = prepare(row("1.900003", "Thủ tục hai", "5", "Miễn phí"));
        publish(row("1.900003", "Thủ tục ba", "5", "Miễn phí"));
        assertThatThrownBy(() -> imports.publish(Cast.CATALOGUE2.actor(), slow.id()))
                .isInstanceOf(Conflict.class);
        assertThat(find("1.900003").title()).isEqualTo("Thủ tục ba");
    }

    @Test
    void every_row_has_one_outcome_and_bad_rows_leave_the_good_ones() {
        Batch batch = prepare(String.join(
                        "\n",
                        row("1.900010", "Một", "5", "Miễn phí"),
                        "{\"code\": \"1.900011\"",
                        "",
                        row("1.900010", "Một lần nữa", "5", "Miễn phí"),
                        "{\"code\": \"x\", \"title\": \"Sai mã\"}",
                        row("1.900012", "Hai", "", "Miễn phí"))
                + "\n");
        assertThat(batch.rows()).isEqualTo(5);
        assertThat(List.of(batch.added(), batch.changed(), batch.unchanged(), batch.refused()))
                .containsExactly(2, 0, 0, 3);
        List<ImportRow> refused = imports.lines(Cast.CATALOGUE.actor(), batch.id(), RowOutcome.REFUSED, null, 0, 10);
        assertThat(refused).extracting(ImportRow::line).containsExactly(2, 4, 5);
        assertThat(refused)
                .extracting(row -> row.findings().getFirst().kind())
                .containsExactly(FindingKind.BROKEN_JSON, FindingKind.DUPLICATE, FindingKind.BAD_CODE);
        assertThat(refused.get(1).findings().getFirst().detail()).isEqualTo("1");
    }

    @Test
    void the_same_text_under_two_codes_is_named_on_both() {
        Batch batch = prepare(row("1.900020", "Công bố danh mục", "5", "Miễn phí") + "\n"
                + row("1.900021", "Công bố danh mục", "5", "Miễn phí") + "\n");
        assertThat(imports.lines(Cast.CATALOGUE.actor(), batch.id(), null, FindingKind.REPEATED_TEXT, 0, 10))
                .extracting(ImportRow::code)
                .containsExactly("1.900020", "1.900021");
    }

    @Test
    void a_file_that_is_none_or_half_written_changes_nothing() throws IOException {
        long before = catalogue.revision();
        int batches = imports.latest(Cast.CATALOGUE.actor()).size();
        byte[] whole = packed(row("1.900030", "Một", "5", "Miễn phí").repeat(50));
        String half = row("1.900031", "Một", "5", "Miễn phí") + "\n"
                + row("1.900032", "Hai", "5", "Miễn phí").substring(0, 60);
        refused("imports.file.empty", new byte[0]);
        refused("imports.file.empty", "\n \n".getBytes(StandardCharsets.UTF_8));
        refused("imports.file.cut-off", Arrays.copyOf(whole, whole.length / 2));
        refused("imports.file.cut-off-at", half.getBytes(StandardCharsets.UTF_8));
        refused("imports.file.utf16", row("1.900033", "Một", "5", "Miễn phí").getBytes(StandardCharsets.UTF_16));
        refused(
                "imports.file.array",
                ("[" + row("1.900034", "Một", "5", "Miễn phí") + "]").getBytes(StandardCharsets.UTF_8));
        refused("imports.file.zip", new byte[] {'P', 'K', 3, 4, 0});
        refused("imports.file.not-json-lines", "mã,tên\n1.900035,Một\n".getBytes(StandardCharsets.UTF_8));
        assertThat(catalogue.revision()).isEqualTo(before);
        assertThat(imports.latest(Cast.CATALOGUE.actor()))
                .as("nothing is left of them")
                .hasSize(batches);
    }

    @Test
    void a_row_in_another_encoding_or_too_long_is_refused_by_name() {
        Charset windows = Charset.forName("windows-1258");
        var file = new ByteArrayOutputStream();
        file.writeBytes((row("1.900040", "Một", "5", "Miễn phí") + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((row("1.900041", "Hải quan", "5", "Không") + "\n").getBytes(windows));
        file.writeBytes(("{\"code\": \"1.900042\", \"title\": \"" + "a".repeat(NationalFile.LONGEST_LINE) + "\"}\n")
                .getBytes(StandardCharsets.UTF_8));
        file.writeBytes((row("1.900043", "Bốn", "5", "Miễn phí") + "\n").getBytes(StandardCharsets.UTF_8));
        Batch batch =
                imports.prepare(Cast.CATALOGUE.actor(), "thử.jsonl", new ByteArrayInputStream(file.toByteArray()));
        assertThat(batch.added()).isEqualTo(2);
        assertThat(imports.lines(Cast.CATALOGUE.actor(), batch.id(), RowOutcome.REFUSED, null, 0, 10))
                .extracting(row -> row.line() + " " + row.findings().getFirst().kind())
                .containsExactly("2 WRONG_ENCODING", "3 TOO_LONG");
    }

    @Test
    void the_pages_show_what_will_change_and_let_a_second_officer_publish() {
        publish(row("1.900050", "Thủ tục có trang", "5", "Miễn phí"));
        Batch batch = prepare(row("1.900050", "Thủ tục có trang", "3", "10,000 VNĐ") + "\n"
                + row("1.900051", "=cmd|' /C calc'!A0", "5", "Miễn phí") + "\n");
        String href = "/can-bo/danh-muc/nhap/" + batch.id();
        Visitor first = Visitor.signedIn(port, Cast.CATALOGUE);
        assertThat(first.get("/can-bo/danh-muc").body())
                .contains("Danh mục thủ tục")
                .doesNotContain("⟦");
        assertThat(first.get(href).body())
                .contains("Bạn là người đọc tệp này vào", "Thủ tục có trang")
                .doesNotContain("⟦", "Đăng danh mục này");
        assertThat(first.get(href + "/dong/1").body())
                .contains("5 → 3 ngày làm việc", "miễn phí → 10.000 đồng")
                .doesNotContain("⟦");
        assertThat(first.get(href + "/bao-cao.csv").body())
                .contains("\"'=cmd|' /C calc'!A0\"")
                .contains("\"1\",\"1.900050\"");
        Visitor second = Visitor.signedIn(port, Cast.CATALOGUE2);
        assertThat(second.get(href).body()).contains("Đăng danh mục này");
        second.submit(href + "/dang", java.util.Map.of());
        assertThat(second.follow().body()).contains("Đã đăng");
        assertThat(find("1.900050").version()).isEqualTo(2);
        assertThat(Visitor.signedIn(port, Cast.OFFICER).get(href).status()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, Cast.CITIZEN).get(href).status()).isIn(403, 404);
        assertThat(first.get("/can-bo/danh-muc/nhap/khong-co").status()).isEqualTo(404);
        assertThat(new Visitor(port).get(href).status()).isIn(302, 303, 401);
    }

    private void refused(String key, byte[] file) {
        assertThatThrownBy(() -> imports.prepare(Cast.CATALOGUE.actor(), "hỏng.jsonl", new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.errors().getFirst().message()).isEqualTo(key));
    }

    private void publish(String rows) {
        imports.publish(Cast.CATALOGUE2.actor(), prepare(rows).id());
    }

    private Batch prepare(String rows) {
        return imports.prepare(
                Cast.CATALOGUE.actor(), "thử.jsonl", new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private Procedure find(String code) {
        return catalogue.find(new ProcedureCode(code)).orElse(null);
    }

    private static String row(String code, String title, String time, String fee) {
        return """
                {"code": "%s", "title": "%s", "decision": "1/QĐ-BTP", "levels": ["Cấp xã"], "field": "Mẫu", "audience_raw": "Công dân", \
                "steps": "Nộp đơn.", "channels": [{"channel": "Trực tuyến", "time": "%s", "unit": "Ngày làm việc", "fee": "%s", \
                "fee_stated": true, "note": ""}], "documents": [{"group": "", "name": "Đơn", "form_file": "", "originals": 1, "copies": 0}], \
                "results": [{"name": "Giấy", "code": "KQ.G15.000001"}], "legal_raw": "Luật mẫu1/2020/QH14"}""".formatted(code, title, time, fee);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
