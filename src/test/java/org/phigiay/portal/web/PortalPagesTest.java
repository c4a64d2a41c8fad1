package org.phigiay.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.forms.Forms;
import org.phigiay.identity.People;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What everybody sees, and what a person sees of their own dossier.
@ProgramTest
class PortalPagesTest {
    private static final int LIGHT = 40 * 1024;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Forms forms;

    @Autowired
    People people;

    @Test
    void the_home_page_and_a_procedure_weigh_little_and_come_in_four_requests() throws Exception {
        for (String path : List.of("/", "/thu-tuc/1.004873")) {
            Visitor anybody = new Visitor(port);
            String page = anybody.get(path).body();
            assertThat(anybody.status()).isEqualTo(200);
            List<String> assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(assets).hasSizeLessThanOrEqualTo(3);
            int weight = zipped(page.getBytes(StandardCharsets.UTF_8));
            for (String asset : assets) {
                weight += zipped(anybody.get(asset).body().getBytes(StandardCharsets.UTF_8));
            }
            assertThat(weight).as("bytes of " + path).isLessThanOrEqualTo(LIGHT);
            assertThat(anybody.cookieLines()).isEmpty();
        }
    }

    @Test
    void the_home_page_leads_to_what_exists_and_says_todays_numbers() {
        Visitor anybody = new Visitor(port);
        anybody.get("/");
        assertThat(anybody.body())
                .contains("Bạn cần làm việc gì?", "Con mới sinh", "Hôm nay ở", "hồ sơ tiếp nhận", "Mã hồ sơ")
                .contains("07:30", "tel:");
        for (String link : List.of("/thu-tuc/1.001193", "/thu-tuc/1.001612", "/tro-giup", "/xac-minh")) {
            assertThat(new Visitor(port).get(link).status()).as(link).isEqualTo(200);
        }
    }

    @Test
    void anybody_with_the_code_follows_a_dossier_and_learns_nothing_about_the_person() {
        Dossier dossier = filed();
        Visitor anybody = new Visitor(port);
        anybody.get("/tra-cuu?ma=" + dossier.requestCode().toLowerCase(java.util.Locale.ROOT))
                .follow();
        assertThat(anybody.status()).isEqualTo(200);
        assertThat(anybody.body())
                .contains("Người dân đã nộp hồ sơ.", "Cán bộ một cửa", "Đang chờ tiếp nhận")
                .doesNotContain("Nguyễn Thị Mai", "000194000011", "0900000011");
    }

    @Test
    void a_code_that_does_not_exist_is_answered_with_help() {
        Visitor anybody = new Visitor(port);
        anybody.get("/tra-cuu/YC-0000-0000-0000");
        assertThat(anybody.status()).isEqualTo(404);
        assertThat(anybody.body()).contains("Không có hồ sơ nào mang mã này", "value=\"YC-0000-0000-0000\"");
        anybody.get("/tra-cuu?ma=");
        assertThat(anybody.status()).isEqualTo(422);
    }

    @Test
    void whatever_is_sent_to_be_verified_gets_a_verdict() throws Exception {
        byte[] huge = new byte[26 * 1024 * 1024];
        for (byte[] junk :
                List.of("không phải PDF".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[] {0, 1}, huge)) {
            HttpResponse<String> answer = verify(junk);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("verdict--late", "Không phải giấy thật", "Vì sao");
        }
        assertThat(new Visitor(port).get("/xac-minh/KHONGCO").status()).isEqualTo(404);
    }

    @Test
    void a_person_sees_what_comes_next_and_who_has_read_the_dossier() {
        Dossier dossier = filed();
        Actor desk = people.actor(Cast.DESK.id(), Actor.Via.WEB);
        Dossier _ = dossiers.read(desk, dossier.id());
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/ho-so/" + dossier.id());
        assertThat(mai.body())
                .contains("Tiếp theo", "Tiếp nhận hồ sơ", "Bạn đã nộp hồ sơ.", "Rút hồ sơ", "Chờ tiếp nhận")
                .contains("Ai đã xem hồ sơ của tôi?", "Giải quyết hồ sơ");
        dossiers.act(desk, dossier.id(), new DossierAction.Receive(null));
        mai.get("/ho-so/" + dossier.id());
        assertThat(mai.body()).contains("Hẹn trả kết quả", "Ngày hẹn được tính thế nào?", "Giấy tiếp nhận hồ sơ");
    }

    @Test
    void a_strangers_dossier_does_not_exist() {
        Dossier dossier = filed();
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        for (String page : List.of("", "/bien-nhan", "/bo-sung", "/rut", "/danh-gia", "/ket-qua", "/phieu/1")) {
            assertThat(neighbour.get("/ho-so/" + dossier.id() + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(neighbour.get("/ho-so/khong-phai-ma").status()).isEqualTo(404);
    }

    @Test
    void an_official_is_led_to_the_offices_page_of_somebody_elses_dossier() {
        Dossier dossier = filed();
        Visitor hoa = Visitor.signedIn(port, Cast.DESK);
        hoa.get("/ho-so/" + dossier.id());
        assertThat(hoa.location()).isEqualTo("/can-bo/ho-so/" + dossier.id());
    }

    @Test
    void whoever_withdraws_is_asked_whether_somebody_asked_for_it() {
        Dossier dossier = filed();
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        String page = "/ho-so/" + dossier.id() + "/rut";
        mai.get(page).submit(page, Map.of("reason", "Không cần nữa"));
        assertThat(mai.status()).isEqualTo(422);
        assertThat(mai.body()).contains("Có ai yêu cầu bạn rút không?", "Không cần nữa");
        mai.submit(page, Map.of("asked", "true", "reason", "Không cần nữa")).follow();
        assertThat(mai.body()).contains("Bạn đã rút hồ sơ.");
        assertThat(mai.get(page).status()).isEqualTo(409);
    }

    @Test
    void a_supplement_shows_what_was_asked_and_takes_it() {
        Dossier dossier = filed();
        Actor desk = people.actor(Cast.DESK.id(), Actor.Via.WEB);
        dossiers.act(
                desk,
                dossier.id(),
                new DossierAction.RequestSupplement(
                        List.of(new DossierAction.RequestSupplement.Item("address", "Ghi thiếu tên xã")),
                        "Địa chỉ chưa đủ để xác định nơi cư trú.",
                        "Điều 22 Nghị định 123/2015/NĐ-CP",
                        null));
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        String page = "/ho-so/" + dossier.id() + "/bo-sung";
        mai.get(page);
        assertThat(mai.body())
                .contains("Ghi thiếu tên xã", "Điều 22", "name=\"address\"")
                .doesNotContain("name=\"phone\"");
        mai.submit(page, Map.of("address", ""));
        assertThat(mai.status()).isEqualTo(422);
        mai.submit(page, Map.of("address", "Số 14, thôn Đông, xã An Bình Mẫu")).follow();
        assertThat(mai.body()).contains("Đã gửi bổ sung", "Bạn đã bổ sung hồ sơ.");
        assertThat(dossiers.latestAnswers(dossier.id()).path("address").asString())
                .isEqualTo("Số 14, thôn Đông, xã An Bình Mẫu");
    }

    private Dossier filed() {
        Procedure procedure = catalogue.find(new ProcedureCode("1.004873")).orElseThrow();
        return dossiers.submit(
                people.actor(Cast.CITIZEN.id(), Actor.Via.WEB),
                Submission.online(
                        procedure.code(),
                        new AgencyCode("H99.01"),
                        forms.definition(procedure.form()).example(),
                        List.of()));
    }

    private HttpResponse<String> verify(byte[] bytes) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--ranh\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"giay.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/xac-minh"))
                        .header("Content-Type", "multipart/form-data; boundary=ranh")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int zipped(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.size();
    }
}
