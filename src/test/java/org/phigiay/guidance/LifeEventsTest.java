package org.phigiay.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LifeEventsTest {

    private static final List<LifeEvent> ALL = new LifeEvents().all();

    @Test
    void at_least_twelve_moments_of_life_are_there_each_once() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(12);
        assertThat(ALL).extracting(LifeEvent::name).doesNotHaveDuplicates();
        assertThat(ALL).extracting(LifeEvent::name).allMatch(name -> name.matches("[a-z0-9-]+"));
    }

    @Test
    void every_one_leads_over_more_than_one_office() {
        for (LifeEvent event : ALL) {
            Set<LifeEvent.Office> offices = new HashSet<>();
            event.steps().forEach(step -> offices.add(step.office()));
            offices.remove(LifeEvent.Office.YOURSELF);
            assertThat(offices).as(event.name()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(event.law()).as(event.name()).isNotEmpty();
        }
    }

    @Test
    void every_text_is_plain_and_there_in_both_languages() {
        for (LifeEvent event : ALL) {
            Score score = PlainLanguage.score(Passages.of(event));
            assertThat(score.publishable())
                    .as("%s: %s %s", event.name(), score.blocking(), score.findings())
                    .isTrue();
            assertThat(score.points())
                    .as("%s: %s", event.name(), score.findings())
                    .isGreaterThanOrEqualTo(90);
            texts(event).forEach(text -> {
                assertThat(text.vi()).isNotBlank();
                assertThat(text.en()).isNotBlank();
                assertThat(text.vi()).doesNotContain("!");
            });
        }
    }

    @Test
    void the_procedures_named_are_announced_under_that_code_and_name() throws IOException {
        Map<String, String> announced = announced();
        for (LifeEvent event : ALL) {
            event.steps().stream()
                    .flatMap(step -> step.procedures().stream())
                    .forEach(named -> assertThat(named.name())
                            .as("%s in %s", named.code(), event.name())
                            .isEqualTo(announced.get(named.code().value())));
        }
    }

    private static Stream<Bilingual> texts(LifeEvent event) {
        return Stream.concat(
                Stream.of(
                                Stream.of(event.title(), event.line(), event.intro()),
                                event.bring().stream(),
                                event.notes().stream())
                        .flatMap(each -> each),
                event.steps().stream()
                        .flatMap(step -> Stream.of(
                                        Stream.of(step.title(), step.text()),
                                        Stream.ofNullable(step.cost()),
                                        Stream.ofNullable(step.time()),
                                        step.bring().stream())
                                .flatMap(each -> each)));
    }

    private static Map<String, String> announced() throws IOException {
        Path file = Path.of("../shared/data/procedures/procedures.jsonl.gz");
        boolean there = Files.exists(file);
        if (!there) {
            System.err.println("SKIPPED comparison of life events with the announced procedures: no " + file);
        }
        Assumptions.assumeTrue(there);
        Map<String, String> names = new HashMap<>();
        // Its ministry is not in the file; where its name was read is said in the procedure itself.
        names.put("1.014027", "Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội");
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                JsonNode row = json.readTree(line);
                String title =
                        row.path("title").asString().replaceAll("\\s+", " ").strip();
                names.put(
                        row.path("code").asString(),
                        title.endsWith(".") ? title.substring(0, title.length() - 1) : title);
            });
        }
        return names;
    }
}
