package org.phigiay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts of all modules: none is missing in a language, none is asked for that does not exist.
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources/org/phigiay");

    /// A key written out where a text is asked for; one put together while running (`"x." + y`) cannot be checked here.
    private static final List<Pattern> ASKED = List.of(
            Pattern.compile("[tT]exts(?:\\(\\))?\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("(?:FieldError|Invalid)\\.of\\([^,;]+,\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("new (?:NotFound|Forbidden|Conflict)\\(\\s*\"([^\"]+)\"\\s*[,)]"));
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Texts.in(Language.EN).keys())
                .containsExactlyInAnyOrderElementsOf(Texts.in(Language.VI).keys());
    }

    @Test
    void both_languages_speak_of_the_same_things() {
        Map<String, String> english = MessageFiles.read(Language.EN);
        MessageFiles.read(Language.VI)
                .forEach((key, text) -> assertThat(places(english.getOrDefault(key, "")))
                        .as("placeholders of %s", key)
                        .isEqualTo(places(text)));
    }

    @Test
    void no_text_is_empty() {
        for (Language language : Language.values()) {
            MessageFiles.read(language)
                    .forEach((key, text) ->
                            assertThat(text).as("%s in %s", key, language).isNotBlank());
        }
    }

    @Test
    void every_key_begins_with_the_name_of_its_module() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES, 2)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                String module = String.valueOf(file.getParent().getFileName());
                assertThat(Files.readAllLines(file))
                        .as("keys of %s", file)
                        .allMatch(line -> line.isBlank()
                                || line.startsWith("#")
                                || line.startsWith(module + ".")
                                || Character.isWhitespace(line.charAt(0)));
            }
        }
    }

    @Test
    void no_key_stands_twice() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES, 2)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.matches("[a-z][^=\\s]*=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as("keys of %s", file)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void every_text_that_is_asked_for_exists() throws IOException {
        Set<String> keys = Texts.in(Language.VI).keys();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList()) {
                String source = Files.readString(file);
                for (Pattern pattern : ASKED) {
                    pattern.matcher(source)
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !keys.contains(key))
                            .forEach(key -> missing.add(file + ": " + key));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void a_missing_text_is_seen() {
        assertThat(Texts.in(Language.VI).get("ui.there-is-no-such-text")).isEqualTo("⟦ui.there-is-no-such-text⟧");
    }

    @Test
    void numbers_are_written_as_the_language_writes_them() {
        assertThat(Texts.in(Language.VI).get("ui.unit.days", 1234)).isEqualTo("1.234 ngày");
        assertThat(Texts.in(Language.EN).get("ui.unit.days", 1234)).isEqualTo("1,234 days");
        assertThat(Texts.in(Language.EN).get("ui.unit.days", 1)).isEqualTo("1 day");
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(found -> found.group(1)).toList());
    }
}
