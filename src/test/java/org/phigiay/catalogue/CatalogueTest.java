package org.phigiay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Forbidden;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.ProgramTest;
import org.phigiay.shared.Role;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProgramTest
class CatalogueTest {

    private static final ProcedureCode SINGLE = new ProcedureCode("1.004873");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Organisation organisation;

    @LocalServerPort
    private int port;

    @Test
    void a_procedure_is_found_with_its_agencies_the_demos_commune_first() {
        Procedure procedure = catalogue.find(SINGLE).orElseThrow();
        assertThat(procedure.agencies()).startsWith(new AgencyCode("H99.01"));
        assertThat(procedure.statedTerm().orElseThrow().amount()).isEqualTo(3);
        assertThat(procedure.statedFee().orElseThrow().free()).isTrue();
        assertThat(procedure.setting(new AgencyCode("H99.01")).orElseThrow().unit())
                .isEqualTo("H99.01.04");
        assertThat(catalogue.version(SINGLE, 1)).contains(procedure);
        assertThat(catalogue.find(new ProcedureCode("9.999999"))).isEmpty();
        assertThat(catalogue.at(SINGLE, Instant.parse("2020-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_later_version_leaves_earlier_days_as_they_were() {
        ProcedureVersion now =
                catalogue.find(new ProcedureCode("1.001612")).orElseThrow().national();
        ProcedureVersion later = now.as(2, LocalDate.of(2090, 1, 1));
        catalogue.publish(Actor.SYSTEM, later);
        assertThat(catalogue.publish(Actor.SYSTEM, later)).as("a second time").isFalse();
        assertThat(catalogue.find(now.code()).orElseThrow().version()).isEqualTo(1);
        assertThat(catalogue.find(now.code()).orElseThrow().to()).isEqualTo(LocalDate.of(2090, 1, 1));
        assertThat(catalogue
                        .at(now.code(), Instant.parse("2089-12-31T16:59:59Z"))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(catalogue
                        .at(now.code(), Instant.parse("2089-12-31T17:00:00Z"))
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
        assertThat(TestDatabase.shared().ownerJdbc().sql("""
                                select count(*) from journal.entry
                                 where type = 'catalogue.published' and data ->> 'procedure' = '1.001612'
                                   and data ->> 'version' = '2'
                                """).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void only_the_keeper_of_the_catalogue_publishes() {
        ProcedureVersion version = catalogue.find(SINGLE).orElseThrow().national();
        Actor citizen = Actor.citizen(PersonId.next(), "Nguyễn Thị Mai");
        assertThatThrownBy(() -> catalogue.publish(citizen, version)).isInstanceOf(Forbidden.class);
    }

    @Test
    void the_demos_communes_have_their_posts() {
        AgencyCode commune = new AgencyCode("H99.01");
        assertThat(organisation.agency(commune).orElseThrow().name()).isEqualTo("Ủy ban nhân dân xã An Bình Mẫu");
        assertThat(organisation.postsOf(commune, Role.OFFICER))
                .extracting(post -> post.code().value())
                .containsExactly(
                        "H99.01/cong-an",
                        "H99.01/dia-chinh",
                        "H99.01/ho-tich",
                        "H99.01/kinh-te",
                        "H99.01/van-hoa-xa-hoi");
        assertThat(organisation
                        .post(new PostCode("H99.02/lanh-dao"))
                        .orElseThrow()
                        .title("en"))
                .isEqualTo("Vice-chair of the commune");
        assertThat(organisation.unitsOf(commune)).hasSize(6);
    }

    @Test
    void the_procedure_page_tells_everything_without_script_session_or_weight() throws Exception {
        HttpResponse<String> page = get("/thu-tuc/1.004873");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("set-cookie")).isEmpty();
        assertThat(page.body())
                .contains("Xin giấy xác nhận độc thân", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân")
                .contains("3 ngày làm việc", "Miễn phí", "href=\"/thu-tuc/1.004873/nop\"", "123/2015/NĐ-CP")
                .doesNotContain("⟦");
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(40_000);
        assertThat(get("/thu-tuc/1.004873?lang=en").body()).contains("3 working days", "Start now");
        assertThat(get("/thu-tuc/1.001612").body()).contains("150.000 đồng", "50.000 đồng");
    }

    @Test
    void a_procedure_that_is_not_there_is_said_so() throws Exception {
        assertThat(get("/thu-tuc/9.999999").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
