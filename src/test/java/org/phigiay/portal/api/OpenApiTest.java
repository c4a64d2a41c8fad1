package org.phigiay.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.phigiay.identity.Tokens;
import org.phigiay.identity.demo.Cast;
import org.phigiay.shared.ProgramTest;
import org.phigiay.ui.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the API says of itself is what it is.
@ProgramTest
class OpenApiTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    OpenApi openApi;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    Api api;

    @BeforeEach
    void speak() {
        api = new Api(port, tokens);
    }

    @Test
    void every_address_is_described_and_every_description_has_an_address() {
        Set<String> real = new TreeSet<>();
        handlers.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
        Set<String> told = new TreeSet<>();
        openApi.document(Language.VI)
                .required("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> told.add(method + " " + path.getKey())));
        assertThat(told).isEqualTo(real).hasSizeGreaterThan(18);
    }

    @Test
    void every_reference_leads_somewhere_and_every_text_is_there() {
        for (Language language : Language.values()) {
            ObjectNode document = openApi.document(language);
            for (String reference : references(document)) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            }
            assertThat(document.toString()).doesNotContain("⟦", "\"@portal");
            assertThat(document.required("openapi").asString()).startsWith("3.1");
        }
    }

    @Test
    void every_example_fits_its_schema() {
        for (Language language : Language.values()) {
            ObjectNode document = openApi.document(language);
            List<String> wrong = new ArrayList<>();
            int[] tried = {0};
            look(document, "", document, (path, media) -> {
                if (media.has("example")) {
                    tried[0]++;
                    check(document, media.required("schema"), media.required("example"), path, wrong);
                }
                if (media.has("examples") && media.required("examples").isObject()) {
                    for (Map.Entry<String, JsonNode> one :
                            media.required("examples").properties()) {
                        tried[0]++;
                        check(
                                document,
                                media.required("schema"),
                                one.getValue().required("value"),
                                path + "/" + one.getKey(),
                                wrong);
                    }
                }
            });
            assertThat(wrong).isEmpty();
            assertThat(tried[0]).isGreaterThan(30);
        }
    }

    @Test
    void real_answers_fit_the_description() {
        String id = api.filed(Cast.CITIZEN);
        fits("/api/v1/procedures", "get", "200", api.get(null, "/api/v1/procedures"));
        fits("/api/v1/procedures/{code}", "get", "200", api.get(null, "/api/v1/procedures/1.004873"));
        fits("/api/v1/procedures/{code}/form", "get", "200", api.get(null, "/api/v1/procedures/1.004873/form"));
        fits("/api/v1/dossiers", "get", "200", api.get(Cast.CITIZEN, "/api/v1/dossiers"));
        fits("/api/v1/dossiers/{id}", "get", "200", api.get(Cast.CITIZEN, Api.dossier(id)));
        fits("/api/v1/dossiers/{id}/timeline", "get", "200", api.get(Cast.CITIZEN, Api.dossier(id) + "/timeline"));
        fits("/api/v1/dossiers/{id}/actions", "get", "200", api.get(Cast.DESK, Api.dossier(id) + "/actions"));
        fits("/api/v1/tasks", "get", "200", api.get(Cast.DESK, "/api/v1/tasks"));
        Api.Answer received = api.act(Cast.DESK, id, "receive");
        fits("/api/v1/dossiers/{id}/actions", "post", "200", received);
        fits(
                "/api/v1/track/{code}",
                "get",
                "200",
                api.get(
                        null,
                        "/api/v1/track/" + received.json().required("code").asString()));
        fits("/api/v1/health", "get", "200", api.get(null, "/api/v1/health"));
        fits(
                "/api/v1/calendar/due",
                "get",
                "200",
                api.get(null, "/api/v1/calendar/due?agency=H99.01&from=2026-11-23T08:30&amount=3&unit=day"));
        fits("/api/v1/areas", "get", "200", api.get(null, "/api/v1/areas?q=ba+dinh"));
        fits("/api/v1/verify", "post", "200", api.postBytes(null, "/api/v1/verify", "application/pdf", new byte[] {
            1, 2, 3
        }));
        fits("/api/v1/problems/{kind}", "get", "200", api.get(null, "/api/v1/problems/invalid"));
    }

    @Test
    void offered_examples_fit_the_schema_offered_with_them() {
        String id = api.filed(Cast.CITIZEN);
        for (Cast who : List.of(Cast.CITIZEN, Cast.DESK, Cast.LEADER)) {
            api.actions(who, id)
                    .forEach(offer -> assertThat(
                                    SCHEMAS.getSchema(offer.required("schema")).validate(offer.required("example")))
                            .as(offer.toString())
                            .isEmpty());
        }
    }

    @Test
    void people_can_read_it_too() {
        Api.Answer page = api.get(null, "/api");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text())
                .contains("/api/v1/dossiers/{id}/actions", "Idempotency-Key")
                .doesNotContain("⟦");
        assertThat(api.get(null, "/api?lang=en").text()).contains("File a dossier");
        assertThat(api.get(null, "/api/v1/openapi.json")
                        .json()
                        .required("info")
                        .required("title")
                        .asString())
                .isNotBlank();
    }

    private void fits(String path, String method, String status, Api.Answer answer) {
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(Integer.parseInt(status));
        ObjectNode document = openApi.document(Language.VI);
        JsonNode schema = document.required("paths")
                .required(path)
                .required(method)
                .required("responses")
                .required(status)
                .required("content")
                .required("application/json")
                .required("schema");
        List<String> wrong = new ArrayList<>();
        check(document, schema, answer.json(), path, wrong);
        assertThat(wrong).isEmpty();
    }

    private static void check(ObjectNode document, JsonNode schema, JsonNode value, String path, List<String> wrong) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.required("components"));
        Schema compiled = SCHEMAS.getSchema(whole);
        compiled.validate(value).forEach(error -> wrong.add(path + ": " + error));
    }

    private interface Media {
        void seen(String path, JsonNode media);
    }

    /// Walks over everything that has a schema and an example: bodies, answers, problems.
    private static void look(ObjectNode document, String path, JsonNode node, Media media) {
        if (node.isObject()) {
            if (node.has("schema") && !node.has("in") && !node.has("label")) {
                media.seen(path, node);
            }
            node.properties().forEach(field -> look(document, path + "/" + field.getKey(), field.getValue(), media));
        } else if (node.isArray()) {
            node.forEach(item -> look(document, path, item, media));
        }
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (field.getKey().equals("$ref")) {
                    found.add(field.getValue().asString());
                }
                found.addAll(references(field.getValue()));
            });
        } else if (node.isArray()) {
            node.forEach(item -> found.addAll(references(item)));
        }
        return found;
    }
}
