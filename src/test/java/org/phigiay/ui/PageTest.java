package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What travels with a page: its headers, its weight, what it must not contain.
@SpringBootTest(classes = UiAlone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageTest {
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void a_page_with_all_it_needs_weighs_at_most_40_kb_in_at_most_4_requests() throws Exception {
        for (String path : List.of("/thu-vien-giao-dien", "/thu-vien-giao-dien/trang-chu")) {
            byte[] page = text(path).getBytes(StandardCharsets.UTF_8);
            int weight = gzip(page).length;
            int requests = 1;
            Matcher assets = ASSET.matcher(new String(page, StandardCharsets.UTF_8));
            while (assets.find()) {
                HttpResponse<byte[]> asset = get(assets.group(1));
                assertThat(asset.headers().firstValue("Content-Encoding")).contains("gzip");
                assertThat(asset.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(v -> assertThat(v).contains("immutable", "max-age=31536000"));
                weight += asset.body().length;
                requests++;
            }
            System.out.println(path + ": " + weight + " bytes compressed in " + requests + " requests");
            assertThat(requests).isLessThanOrEqualTo(4);
            assertThat(weight).isLessThanOrEqualTo(40_000);
        }
    }

    @Test
    void nothing_of_the_other_design_travels() throws Exception {
        for (String kind : List.of("css", "js")) {
            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(
                                    get(Assets.path(kind)).body()))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(text)
                    .contains("MIT Licence")
                    .doesNotContain("GDS Transport", "@font-face", "crest", "sourceMappingURL", "url(");
        }
    }

    @Test
    void nothing_inline_is_allowed_and_nothing_inline_is_there() throws Exception {
        HttpResponse<byte[]> answer = get("/thu-vien-giao-dien/can-bo");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(text("/thu-vien-giao-dien/can-bo"))
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=\"|<script>|javascript:");
    }

    @Test
    void a_page_of_a_person_is_kept_nowhere() throws Exception {
        assertThat(get("/thu-vien-giao-dien/can-bo").headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(get("/thu-vien-giao-dien").headers().firstValue("Cache-Control"))
                .contains("private, no-cache");
        assertThat(get("/thu-vien-giao-dien").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void an_anonymous_read_gets_no_cookie_until_the_language_is_switched() throws Exception {
        assertThat(get("/thu-vien-giao-dien").headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<byte[]> english = get("/thu-vien-giao-dien?lang=en");
        assertThat(english.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("ngon-ngu=en")
                .contains("SameSite=Lax", "HttpOnly");
        assertThat(text("/thu-vien-giao-dien?lang=en")).contains("<html class=\"govuk-template\" lang=\"en\"");
        assertThat(english.headers().firstValue("Content-Language")).contains("en-GB");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        byte[] body = answer.body();
        boolean zipped = answer.headers().firstValue("Content-Encoding").isPresent();
        return new String(
                zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
                StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
