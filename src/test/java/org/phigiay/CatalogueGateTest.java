package org.phigiay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.phigiay.identity.Visitor;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Who gets through to the catalogue's own pages, and what junk does to the public ones.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
class CatalogueGateTest {

    private static final String OFFICE = "/can-bo/danh-muc";
    private static final String IMPORT = OFFICE + "/nhap/" + new UUID(1, 1);
    private static final String GUIDANCE = OFFICE + "/huong-dan/1.004873";
    private static final List<String> READ = List.of(
            OFFICE,
            OFFICE + "/nhap",
            IMPORT,
            IMPORT + "/bao-cao.csv",
            IMPORT + "/dong/1",
            OFFICE + "/tim-kiem",
            OFFICE + "/tim-kiem/tu-ngu",
            OFFICE + "/tim-kiem/tu-ngu/sua",
            OFFICE + "/huong-dan",
            GUIDANCE,
            GUIDANCE + "/duyet",
            GUIDANCE + "/xem-truoc");
    private static final List<String> WRITE = List.of(
            OFFICE + "/nhap",
            IMPORT + "/dang",
            IMPORT + "/bo",
            OFFICE + "/tim-kiem/tu-ngu/sua",
            GUIDANCE + "/cham-diem",
            GUIDANCE + "/luu",
            GUIDANCE + "/gui",
            GUIDANCE + "/dang",
            GUIDANCE + "/tra-lai",
            GUIDANCE + "/xem-truoc");

    @LocalServerPort
    private int port;

    @Test
    void nobody_gets_in_without_signing_in() {
        Visitor stranger = new Visitor(port);
        for (String path : READ) {
            assertThat(stranger.get(path).status()).as(path).isIn(302, 303);
            assertThat(stranger.location()).as(path).startsWith("/dang-nhap");
        }
        for (String path : WRITE) {
            assertThat(stranger.post(path, Map.of("act", "luu")).status())
                    .as(path)
                    .isIn(302, 303, 403);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Cast.class,
            names = {"CATALOGUE", "CATALOGUE2"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoever_does_not_keep_the_catalogue_neither_reads_nor_writes_there(Cast who) {
        Visitor visitor = Visitor.signedIn(port, who);
        Map<String, String> filled = secret(visitor);
        filled.putAll(Map.of(
                "kind", "EVERYDAY", "phrase", "thử", "meaning", "thử", "act", "luu", "reason", "thử", "xem", "1"));
        var open = new ArrayList<String>();
        for (String path : READ) {
            if (visitor.get(path).status() != 403) {
                open.add(path + " " + visitor.status());
            }
        }
        for (String path : WRITE) {
            filled.put("Idempotency-Key", UUID.randomUUID().toString());
            if (visitor.post(path, filled).status() != 403) {
                open.add("POST " + path + " " + visitor.status());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void an_officer_who_sends_junk_is_told_and_nothing_breaks() {
        Visitor officer = Visitor.signedIn(port, Cast.CATALOGUE);
        Map<String, String> secret = secret(officer);
        var broken = new ArrayList<String>();
        for (String junk :
                List.of("", "\u0000", "'; drop table x", "<script>", "9".repeat(30), "%", "🙂", "a".repeat(9_000))) {
            for (String path : WRITE) {
                Map<String, String> filled = new LinkedHashMap<>(secret);
                List.of(
                                "kind",
                                "phrase",
                                "meaning",
                                "question",
                                "version",
                                "xem",
                                "seen",
                                "reason",
                                "back",
                                "act",
                                "plainTitle.vi",
                                "steps[0].vi")
                        .forEach(name -> filled.put(name, junk));
                filled.put("Idempotency-Key", UUID.randomUUID().toString());
                look(officer.post(path, filled), path + " with " + junk, broken);
            }
            for (String path : READ) {
                String value = java.net.URLEncoder.encode(junk, java.nio.charset.StandardCharsets.UTF_8);
                if (value.length() < 500) {
                    look(
                            officer.get(path + "?xem=" + value + "&luu-y=" + value + "&sau=" + value + "&loai=" + value
                                    + "&loi=" + value + "&tim=" + value + "&q=" + value + "&loc=" + value),
                            path + " asked with " + junk,
                            broken);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/thu-tuc/%s",
                "/thu-tuc/%s/lich-su",
                "/thu-tuc/1.001193/lich-su/%s",
                "/thu-tuc/%s/chuan-bi",
                "/thu-tuc/1.001193/chuan-bi?xem=%s&t=%s&co=%s",
                "/thu-tuc/%s/dieu-kien",
                "/thu-tuc/1.001193/dieu-kien?cau=%s&tra-loi=%s",
                "/thu-tuc/%s/nguyen-van",
                "/thu-tuc?q=%s&cap=%s&noi=%s&truc-tuyen=%s",
                "/thu-tuc?after=%s",
                "/thu-tuc/goi-y?q=%s",
                "/viec-doi/%s",
                "/dia-danh?q=%s",
                "/dia-danh/goi-y?q=%s",
                "/ngon-ngu-de-hieu?xem=%s",
                "/api/v1/areas?q=%s",
                "/api/v1/procedures?q=%s&level=%s&agency=%s&online=%s"
            })
    void junk_in_a_public_address_gets_an_answer_and_no_markup(String address) {
        Visitor anybody = new Visitor(port);
        var broken = new ArrayList<String>();
        for (String junk : List.of(
                "x",
                "%00",
                "%27%3B--",
                "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "9999999999999999999999",
                "-1",
                "%F0%9F%99%82",
                "%ED%A0%80")) {
            look(anybody.get(address.replace("%s", junk)), address + " with " + junk, broken);
            if (anybody.body().contains("<script>alert")) {
                broken.add("markup: " + address);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_list_that_is_kept_belongs_to_one_person() {
        Visitor mai = Visitor.signedIn(port, Cast.CITIZEN);
        mai.get("/thu-tuc/1.001193/chuan-bi?xem=1&co=TP01").submit("/thu-tuc/1.001193/chuan-bi/giu", Map.of());
        assertThat(mai.get("/ho-so").body()).contains("/thu-tuc/1.001193/chuan-bi");
        Visitor neighbour = Visitor.signedIn(port, Cast.NEIGHBOUR);
        assertThat(neighbour.get("/ho-so").body()).doesNotContain("/thu-tuc/1.001193/chuan-bi");
        assertThat(new Visitor(port)
                        .post("/thu-tuc/1.001193/chuan-bi/giu", Map.of())
                        .status())
                .isIn(302, 303, 403);
    }

    private static void look(Visitor visitor, String what, List<String> broken) {
        if (visitor.status() >= 500) {
            broken.add(visitor.status() + " " + (what.length() > 120 ? what.substring(0, 120) : what));
        }
    }

    /// The form secret of a signed-in visitor, from any page.
    private static Map<String, String> secret(Visitor visitor) {
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"(_csrf|[^\"]*csrf[^\"]*)\" value=\"([^\"]*)\"")
                .matcher(visitor.get("/thu-tuc").body());
        assertThat(field.find()).as("a form secret").isTrue();
        return new LinkedHashMap<>(Map.of(field.group(1), field.group(2)));
    }
}
