package org.phigiay.dossiers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.forms.Forms;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Filing as a person does it, page by page, without a script in the browser.
@ProgramTest
class FilingTest {
    private static final String START = "/thu-tuc/1.004873/nop";
    private static final Map<String, Map<String, String>> ANSWERS = Map.ofEntries(
            Map.entry("cho-ai", Map.of("requestedFor", "self")),
            Map.entry(
                    "thong-tin",
                    Map.of(
                            "name", "Nguyễn Thị Mai",
                            "personalNumber", "000194000011",
                            "birthDate.day", "14",
                            "birthDate.month", "3",
                            "birthDate.year", "1994",
                            "sex", "female")),
            Map.entry("dan-toc", Map.of("ethnicity", "Kinh", "nationality", "VN")),
            Map.entry("noi-o", Map.of("address", "Số 12, thôn Đông, xã An Bình Mẫu")),
            Map.entry("noi-o-truoc", Map.of("livedElsewhere", "false")),
            Map.entry("tinh-trang", Map.of("maritalStatus", "single")),
            Map.entry("muc-dich", Map.of("purpose", "other")),
            Map.entry("viec-khac", Map.of("purposeOther", "Vay vốn ngân hàng", "copies", "2")),
            Map.entry("giay-cu", Map.of("earlierCertificate", "none")),
            Map.entry("lien-he", Map.of("phone", "0900000011", "email", "citizen@example.vn")),
            Map.entry("giay-to", Map.of()),
            Map.entry("cam-doan", Map.of("declaration", "true")));

    /// The questions these answers lead through.
    private static final List<String> PAGES = List.of(
            "cho-ai",
            "thong-tin",
            "dan-toc",
            "noi-o",
            "noi-o-truoc",
            "tinh-trang",
            "muc-dich",
            "viec-khac",
            "giay-cu",
            "lien-he",
            "giay-to",
            "cam-doan");

    @LocalServerPort
    int port;

    @Autowired
    private Forms forms;

    /// Rows of drafts show themselves only to their owner and to the owner of the tables.
    private final JdbcClient jdbc = TestDatabase.shared().ownerJdbc();

    private Visitor mai;

    @BeforeEach
    void nothingBegun() {
        jdbc.sql("delete from forms.draft where owner = :owner and filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .update();
        mai = Visitor.signedIn(port, Cast.CITIZEN);
    }

    @Test
    void whoever_is_not_signed_in_may_begin_or_sign_in_first_and_come_back_to_the_start() {
        Visitor nobody = new Visitor(port);
        nobody.get(START);
        assertThat(nobody.body())
                .contains("Bạn nộp hồ sơ ở đâu?", "An Bình Mẫu", "Hòa Lạc Mẫu")
                .contains("Bạn chưa đăng nhập", "/dang-nhap?tiep=/thu-tuc/1.004873/nop", "/lam-tiep");
        nobody.signIn(Cast.CITIZEN, START);
        assertThat(nobody.body())
                .contains("Bạn nộp hồ sơ ở đâu?", "An Bình Mẫu")
                .doesNotContain("Bạn chưa đăng nhập");
    }

    @Test
    void looking_at_the_start_begins_nothing() {
        mai.get(START).get(START);
        assertThat(drafts()).isZero();
    }

    @Test
    void a_filing_left_half_done_goes_on_where_it_stopped() {
        begin();
        answer("cho-ai");
        answer("thong-tin");
        mai.submit("/ho-so-nhap/", Map.of("ethnicity", "Kinh", "nationality", "VN", "later", "true"));
        assertThat(mai.location()).isEqualTo(draft() + "/dung-lai?cau=dan-toc");
        mai.follow();
        assertThat(mai.body()).contains("Đã lưu, chưa nộp", "Còn 7 câu", "Đăng nhập trên máy nào cũng được");
        mai.get("/ho-so");
        assertThat(mai.body()).contains("Làm tiếp", "Chưa nộp. Còn 7 câu");
        Visitor tomorrow = Visitor.signedIn(port, Cast.CITIZEN);
        tomorrow.get("/ho-so");
        tomorrow.get(tomorrow.link("/ho-so-nhap/")).follow();
        assertThat(tomorrow.body()).contains("Câu 4 trong", "đang ở đâu");
    }

    @Test
    void what_the_account_knows_is_filled_in_and_said_to_be() {
        begin();
        answer("cho-ai");
        assertThat(mai.body())
                .contains("Lấy từ tài khoản của bạn", "value=\"Nguyễn Thị Mai\"", "value=\"000194000011\"");
    }

    @Test
    void a_wrong_answer_is_kept_and_mended_at_its_field() {
        begin();
        answer("cho-ai");
        mai.submit(
                "/ho-so-nhap/",
                Map.of(
                        "name", "Nguyễn Thị Mai",
                        "personalNumber", "12345",
                        "birthDate.day", "31",
                        "birthDate.month", "2",
                        "birthDate.year", "2030",
                        "sex", "female"));
        assertThat(mai.status()).isEqualTo(422);
        assertThat(mai.body())
                .contains("Có 2 chỗ cần sửa", "href=\"#personalNumber\"", "id=\"birthDate-error\"")
                .contains("value=\"12345\"", "value=\"31\"", "value=\"2030\"");
    }

    @Test
    void answers_are_checked_together_and_changed_where_they_stand() {
        fill();
        assertThat(mai.body()).contains("Kiểm tra câu trả lời", "Vay vốn ngân hàng", "Nộp hồ sơ", "8 giờ làm việc");
        mai.get(mai.link(draft() + "/sua/noi-o"));
        mai.submit("/ho-so-nhap/", Map.of("address", "Số 14, thôn Đông")).follow();
        assertThat(mai.body()).contains("Kiểm tra câu trả lời", "Số 14, thôn Đông");
    }

    @Test
    void a_changed_answer_leads_to_the_question_it_opens_and_then_back() {
        fill();
        mai.get(mai.link(draft() + "/sua/giay-cu"));
        mai.submit("/ho-so-nhap/", Map.of("earlierCertificate", "lost")).follow();
        assertThat(mai.body()).contains("name=\"lostReason\"");
        mai.submit("/ho-so-nhap/", Map.of("lostReason", "Mất khi chuyển nhà năm 2024"))
                .follow();
        assertThat(mai.body()).contains("Kiểm tra câu trả lời", "Mất khi chuyển nhà năm 2024");
    }

    @Test
    void what_is_incomplete_is_not_filed_and_says_where_to_mend_it() {
        begin();
        answer("cho-ai");
        mai.get(draft() + "/kiem-tra");
        assertThat(mai.body())
                .contains("chỗ cần sửa", draft() + "/sua/thong-tin")
                .doesNotContain("/nop\"");
        mai.get(START);
        mai.post(draft() + "/nop", Map.of("_csrf", csrf()));
        assertThat(mai.status()).isEqualTo(422);
        assertThat(mai.body()).contains(draft() + "/sua/thong-tin");
    }

    @Test
    void a_double_click_files_once_and_shows_the_one_receipt() throws Exception {
        fill();
        String action = draft() + "/nop";
        Map<String, String> form = Map.of("_csrf", csrf(), "once", hidden("once"));
        List<String> receipts = twice(form, form, action);
        assertThat(receipts.getFirst()).startsWith("/ho-so/").endsWith("/bien-nhan");
        assertThat(receipts.getLast()).isEqualTo(receipts.getFirst());
    }

    @Test
    void two_windows_file_once_and_end_at_the_same_receipt() throws Exception {
        fill();
        String action = draft() + "/nop";
        Map<String, String> one = Map.of("_csrf", csrf(), "once", hidden("once"));
        mai.get(draft() + "/kiem-tra");
        Map<String, String> other = Map.of("_csrf", csrf(), "once", hidden("once"));
        assertThat(other).isNotEqualTo(one);
        List<String> receipts = twice(one, other, action);
        assertThat(receipts.getFirst()).endsWith("/bien-nhan");
        assertThat(receipts.getLast()).isEqualTo(receipts.getFirst());
        mai.get(draft() + "/thong-tin");
        assertThat(mai.location()).isEqualTo(receipts.getFirst());
    }

    @Test
    void the_receipt_says_what_is_promised_and_that_nothing_more_is_to_be_done() {
        fill();
        mai.submit(draft() + "/nop", Map.of()).follow();
        assertThat(mai.body())
                .contains("Đã nộp hồ sơ", "YC-", "Bạn không cần làm gì thêm.", "chậm nhất", "/tra-cuu/YC-");
        mai.get(mai.link("/ho-so/").replaceFirst("/bien-nhan.*", "") + "/bien-nhan.pdf");
        assertThat(mai.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(mai.header("Content-Disposition")).startsWith("attachment");
        assertThat(mai.body()).startsWith("%PDF");
    }

    @Test
    void nobody_sees_the_draft_or_the_receipt_of_another_person() {
        fill();
        String draft = draft();
        mai.submit(draft + "/nop", Map.of());
        String receipt = mai.location();
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        for (String path : List.of(draft, draft + "/thong-tin", draft + "/kiem-tra", receipt)) {
            assertThat(neighbour.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void what_was_typed_when_the_session_had_ended_stands_in_the_page_after_signing_in() {
        begin();
        answer("cho-ai");
        jdbc.sql("update identity.session set last_seen_at = now() - interval '9 hours' where person = :person")
                .param("person", Cast.CITIZEN.id().value())
                .update();
        mai.submit("/ho-so-nhap/", Map.of("name", "Nguyễn Thị Mai Hoa", "personalNumber", "000194000011"));
        assertThat(mai.status()).isEqualTo(303);
        mai.follow().get(mai.link("/dang-nhap/di/")).follow().agree(Cast.CITIZEN);
        assertThat(mai.body()).contains("Câu 2 trong", "value=\"Nguyễn Thị Mai Hoa\"");
    }

    @Test
    void a_wrong_file_is_refused_and_the_right_one_is_there_once() throws Exception {
        begin();
        for (String page : PAGES.subList(0, PAGES.indexOf("giay-to"))) {
            answer(page);
        }
        assertThat(send("virus.exe", "MZ".getBytes(StandardCharsets.UTF_8))).isEqualTo(422);
        assertThat(send("rỗng.pdf", new byte[0])).isEqualTo(422);
        assertThat(files()).isZero();
        assertThat(send("ảnh.png", picture())).isEqualTo(302);
        mai.get(draft() + "/giay-to");
        assertThat(mai.body()).contains("ảnh.png", "name=\"remove\"");
        assertThat(send("ảnh.png", picture())).isEqualTo(302);
        assertThat(files()).isEqualTo(1);
        mai.get(draft() + "/kiem-tra");
        assertThat(mai.body()).contains("ảnh.png");
        String file = jdbc.sql("select file from forms.draft_file where owner = :owner order by added_at desc limit 1")
                .param("owner", Cast.CITIZEN.id().value())
                .query(String.class)
                .single();
        mai.get(draft() + "/giay-to").submit("/ho-so-nhap/", Map.of("remove", file));
        assertThat(files()).isZero();
    }

    @Test
    void two_devices_are_asked_which_answer_stays_and_then_it_goes_on() {
        begin();
        String page = draft() + "/cho-ai";
        Visitor computer = Visitor.signedIn(port, Cast.CITIZEN);
        computer.get(page);
        mai.submit("/ho-so-nhap/", Map.of("requestedFor", "self")).follow();
        computer.submit(page, Map.of("requestedFor", "other"));
        assertThat(computer.location()).isEqualTo(draft() + "/hai-may?cau=cho-ai");
        computer.follow();
        assertThat(computer.body())
                .contains("Bạn giữ câu trả lời nào?", "Bạn gửi từ máy này lúc", "Đã lưu từ máy hoặc cửa sổ khác lúc");
        computer.submit(draft() + "/hai-may", Map.of());
        assertThat(computer.status()).isEqualTo(422);
        computer.submit(draft() + "/hai-may", Map.of("chon-requestedFor", "day"));
        assertThat(computer.location()).isEqualTo(page);
        computer.follow();
        assertThat(computer.body()).contains("Đã giữ câu trả lời bạn chọn");
        assertThat(answer("requestedFor", draft())).isEqualTo("other");
    }

    @Test
    void a_filing_dropped_or_filed_on_another_device_is_said_to_be() {
        begin();
        String here = draft();
        Visitor computer = Visitor.signedIn(port, Cast.CITIZEN);
        computer.get(here + "/cho-ai");
        mai.get(here + "/bo").submit(here + "/bo", Map.of());
        computer.submit(here + "/cho-ai", Map.of("requestedFor", "self"));
        assertThat(computer.status()).isEqualTo(404);
        assertThat(computer.body()).contains("Không còn hồ sơ đang làm dở này");
        fill();
        String other = draft();
        computer.get(other + "/lien-he");
        mai.submit(other + "/nop", Map.of());
        String receipt = mai.location();
        computer.submit(other + "/lien-he", Map.of("phone", "0900000099"));
        assertThat(computer.location()).isEqualTo(receipt);
        computer.follow();
        assertThat(computer.body()).contains("đã được nộp ở cửa sổ hoặc máy khác");
    }

    @Test
    void a_draft_of_an_older_form_is_filed_as_it_is_or_moved_with_every_answer_shown() throws Exception {
        String older = Files.readString(
                        Path.of("src/main/resources/org/phigiay/forms/definitions/single-status-1.json"))
                .replaceFirst("\"version\": *1", "\"version\": 78")
                .replace("\"max\": 10", "\"max\": 40");
        forms.publish(Actor.SYSTEM, older);
        fill();
        jdbc.sql("update forms.draft set form_version = 78 where id = :id::uuid")
                .param("id", draft().substring("/ho-so-nhap/".length()))
                .update();
        mai.get(draft() + "/kiem-tra");
        assertThat(mai.body()).contains("Biểu mẫu này đã có bản mới", draft() + "/bieu-mau-moi");
        mai.get(draft() + "/sua/viec-khac");
        mai.submit("/ho-so-nhap/", Map.of("purposeOther", "Vay vốn ngân hàng", "copies", "30"))
                .follow();
        mai.get(draft() + "/bieu-mau-moi");
        assertThat(mai.body()).contains("Cần trả lời lại", "Số bản cần cấp", "30", "Giữ nguyên", "Nguyễn Thị Mai");
        mai.submit(draft() + "/bieu-mau-moi", Map.of());
        assertThat(mai.location()).isEqualTo(draft() + "/viec-khac");
        mai.follow();
        assertThat(mai.body()).contains("Đã chuyển sang biểu mẫu mới").doesNotContain("Biểu mẫu này đã có bản mới");
        jdbc.sql("update forms.draft set form_version = 78 where id = :id::uuid")
                .param("id", draft().substring("/ho-so-nhap/".length()))
                .update();
        mai.get(draft() + "/kiem-tra");
        mai.submit(draft() + "/nop", Map.of());
        assertThat(mai.location()).as(mai.body()).endsWith("/bien-nhan");
        assertThat(jdbc.sql("select form_version from dossiers.dossier where id = :id::uuid")
                        .param("id", mai.location().split("/")[2])
                        .query(Integer.class)
                        .single())
                .isEqualTo(78);
    }

    @Test
    void an_unfinished_filing_can_be_thrown_away_after_asking() {
        begin();
        mai.get("/ho-so");
        mai.get(mai.link(draft() + "/bo"));
        assertThat(mai.body()).contains("Bỏ hồ sơ đang làm dở?");
        assertThat(drafts()).isEqualTo(1);
        mai.submit(draft() + "/bo", Map.of()).follow();
        assertThat(mai.body()).contains("Đã bỏ hồ sơ làm dở");
        assertThat(drafts()).isZero();
    }

    private void begin() {
        mai.get(START);
        mai.submit(START, Map.of("agency", "H99.01"));
        mai.follow();
        mai.submit(draft() + "/nop-cho/ai", Map.of("party.kind", "self"));
        mai.follow();
    }

    private void fill() {
        begin();
        for (String page : PAGES) {
            answer(page);
        }
    }

    private void answer(String page) {
        assertThat(mai.body()).as("the page " + page).contains("action=\"" + draft() + "/" + page + "\"");
        mai.submit("/ho-so-nhap/", ANSWERS.getOrDefault(page, Map.of()));
        assertThat(mai.status()).as(page + ":\n" + mai.body()).isEqualTo(302);
        mai.follow();
    }

    /// Both sendings at once, each in a window of its own.
    private List<String> twice(Map<String, String> one, Map<String, String> other, String action) throws Exception {
        Visitor window = new Visitor(port);
        window.cookies().putAll(mai.cookies());
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<String> first = () -> mai.post(action, one).location();
            Callable<String> second = () -> window.post(action, other).location();
            List<Future<String>> sent = both.invokeAll(List.of(first, second));
            return List.of(sent.getFirst().get(), sent.getLast().get());
        }
    }

    /// Sends a file with the page that asks for it.
    private int send(String name, byte[] bytes) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        mai.get(draft() + "/giay-to");
        String csrf = "--ranh\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf() + "\r\n";
        String head = "--ranh\r\nContent-Disposition: form-data; name=\"files.TP04\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        body.writeBytes((csrf + head).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        String cookies = mai.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + draft() + "/giay-to"))
                                .header("Content-Type", "multipart/form-data; boundary=ranh")
                                .header("Cookie", cookies)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private long files() {
        return jdbc.sql(
                        "select count(*) from forms.draft_file f join forms.draft d on d.id = f.draft and d.owner = f.owner"
                                + " where f.owner = :owner and d.filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .query(Long.class)
                .single();
    }

    private String draft() {
        return "/ho-so-nhap/"
                + jdbc.sql("select id from forms.draft where owner = :owner order by created_at desc limit 1")
                        .param("owner", Cast.CITIZEN.id().value())
                        .query(String.class)
                        .single();
    }

    private long drafts() {
        return jdbc.sql("select count(*) from forms.draft where owner = :owner and filed_at is null")
                .param("owner", Cast.CITIZEN.id().value())
                .query(Long.class)
                .single();
    }

    private String answer(String field, String draft) {
        return jdbc.sql("select answers ->> :field from forms.draft where id = :id::uuid")
                .param("field", field)
                .param("id", draft.substring("/ho-so-nhap/".length()))
                .query(String.class)
                .single();
    }

    private String csrf() {
        return hidden("_csrf");
    }

    private String hidden(String name) {
        String start = "name=\"" + name + "\" value=\"";
        int at = mai.body().indexOf(start) + start.length();
        return mai.body().substring(at, mai.body().indexOf('"', at));
    }
}
