package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = UiAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ErrorPagesTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /hong/khong-thay  | 404 | Không tìm thấy
            /khong-co-trang   | 404 | Không tìm thấy trang này
            /hong/khong-duoc  | 403 | Tài khoản này không làm được việc đó
            /hong/chua-duoc   | 409 | Bây giờ có thể làm:
            /hong/nhanh-hon   | 409 | đang được xử lý
            /hong/sai         | 422 | Có chỗ cần sửa
            /hong/lon         | 413 | Tệp quá lớn
            /hong/voi         | 429 | chờ một phút
            /chi-gui         | 405 | Không mở thẳng trang này được
            /hong/mat-du-lieu | 503 | tạm thời chưa dùng được
            /hong/day         | 507 | hết chỗ chứa
            /hong/hong-that   | 500 | Lỗi ở phía chúng tôi
            /hong/%00         | 400 | Chúng tôi không đọc được yêu cầu này
            """)
    void a_page_says_what_happened_and_what_to_do(String path, int status, String words) throws Exception {
        HttpResponse<String> answer = get(path, "Referer", "http://localhost:" + port + "/ho-so?a=1");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).contains("<h1").doesNotContain("000194000011", "⟦");
    }

    @Test
    void nobody_is_led_away_to_another_site() throws Exception {
        assertThat(get("/hong/sai", "Referer", "https://elsewhere.example/x").body())
                .doesNotContain("elsewhere")
                .contains("href=\"/\"");
        assertThat(get("/hong/sai", "Referer", "http://localhost:" + port + "/ho-so?a=1")
                        .body())
                .contains("href=\"/ho-so?a=1\"");
    }

    @Test
    void a_database_that_is_down_says_when_to_come_back() throws Exception {
        assertThat(get("/hong/mat-du-lieu", "Accept", "text/html").headers().firstValue("Retry-After"))
                .contains("10");
    }

    @Test
    void who_is_not_signed_in_finds_the_way_to_sign_in() throws Exception {
        HttpResponse<String> answer = get("/hong/dang-nhap", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("href=\"/dang-nhap?tiep=");
    }

    @Test
    void a_wrong_field_and_a_wrong_kind_of_content_are_told_apart() throws Exception {
        assertThat(post("number=x", "application/x-www-form-urlencoded").statusCode())
                .isEqualTo(400);
        assertThat(get("/hong/khong-thay?lang=en", "Accept", "text/html").body())
                .contains("We could not find")
                .contains("lang=\"en\"");
    }

    @Test
    void the_interface_gets_no_page() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<html");
    }

    private HttpResponse<String> get(String path, String name, String value) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(name, value)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body, String type) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/chi-gui"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
