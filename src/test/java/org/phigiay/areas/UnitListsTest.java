package org.phigiay.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phigiay.areas.Match.Era;
import org.phigiay.journal.JournalTesting;
import org.phigiay.shared.TestDatabase;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists of invented places: of other days, in other orders, contradicting each other.
class UnitListsTest {

    private static final String PLACE = """
            {"Code": "%s", "Name": "x", "FullName": "%s", "FullNameEn": "%s", "ProvinceCode": "91"}""";

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final Areas areas = areas();
    private final ImportUnits command = new ImportUnits(areas);

    @Test
    void a_list_of_a_day_to_come_waits_for_its_day() throws IOException {
        units("units-2026-01-01.json", place("91001", "Xã Lúa"), place("91004", "Xã Ngô"));
        String later = "units-" + LocalDate.now().plusDays(40) + ".json";
        assertThat(units(later, place("91001", "Phường Lúa"))).contains("it comes into force on that day");

        assertThat(areas.asOf()).isEqualTo("2026-01-01");
        assertThat(areas.find("91001").orElseThrow().name()).isEqualTo("Xã Lúa");
        assertThat(areas.communes("91")).hasSize(2);
    }

    @Test
    void a_unit_that_became_a_ward_keeps_its_code_and_is_found_by_its_old_name() throws IOException {
        units("units-2026-01-01.json", place("91001", "Xã Lúa"));
        units("units-2026-06-01.json", place("91001", "Phường Lúa"));

        assertThat(areas.find("91001").orElseThrow().name()).isEqualTo("Phường Lúa");
        assertThat(areas.search("xã lúa", 5)).singleElement().satisfies(match -> {
            assertThat(match.era()).isEqualTo(Era.RENAMED);
            assertThat(match.until()).isEqualTo("2026-06-01");
            assertThat(match.now().getFirst().name()).isEqualTo("Phường Lúa");
        });
        assertThat(areas.meant("xa lua", ""))
                .isInstanceOfSatisfying(
                        PlaceMeant.Ask.class, ask -> assertThat(ask.moved()).isTrue());
    }

    @Test
    void an_older_list_changes_nothing_in_force_and_adds_its_names() throws IOException {
        units("units-2026-06-01.json", place("91001", "Phường Lúa"));
        assertThat(units("units-2026-01-01.json", place("91001", "Xã Lúa"), place("91009", "Xã Khoai")))
                .contains("older than the list in force");

        assertThat(areas.asOf()).isEqualTo("2026-06-01");
        assertThat(areas.communes("91")).hasSize(1);
        assertThat(areas.search("khoai", 5)).singleElement().satisfies(match -> {
            assertThat(match.era()).isEqualTo(Era.OLD);
            assertThat(match.now()).isEmpty();
        });
    }

    @Test
    void units_that_go_are_named_and_a_wrong_list_is_answered_by_a_further_one() throws IOException {
        String good = units("units-2026-01-01.json", place("91001", "Xã Lúa"), place("91004", "Xã Ngô"));
        assertThat(good).contains("1 provinces, 2 communes");
        assertThat(units("units-2026-01-01.json", place("91001", "Xã Lúa")))
                .contains("1 units that were in force are so no longer", "91004 Xã Ngô");
        units("units-2026-01-01.json", place("91001", "Xã Lúa"), place("91004", "Xã Ngô"));
        assertThat(areas.communes("91")).hasSize(2);
    }

    @Test
    void the_same_list_under_another_name_and_in_another_order_changes_nothing() throws IOException {
        units("units-2026-01-01.json", place("91001", "Xã Lúa"), place("91004", "Xã Ngô"));
        assertThat(units("units-2026-02-02.json", place("91004", "Xã Ngô"), place("91001", "Xã Lúa")))
                .contains("unchanged units-2026-02-02.json");
        assertThat(areas.asOf()).isEqualTo("2026-01-01");
    }

    @Test
    void letters_apart_are_composed_and_that_is_told() throws IOException {
        String apart = Normalizer.normalize("Xã Lúa Mới", Normalizer.Form.NFD);
        assertThat(units("units-2026-01-01.json", place("91001", apart)))
                .contains("1 names had letters and marks apart");
        assertThat(areas.find("91001").orElseThrow().name()).isEqualTo("Xã Lúa Mới");
        assertThat(areas.search(apart, 3)).hasSize(1);
    }

    @Test
    void every_wrong_entry_of_a_file_is_named_and_nothing_of_any_file_is_kept() throws IOException {
        Path good = write("units-2026-01-01.json", province(place("91001", "Xã Lúa")));
        Path bad = write("old-to-new-splits.json", """
                {"data": [{"level1_id": "81", "name": "Tỉnh Cũ", "splits": [{"new_id": "91", "name": "Tỉnh Mới"}],
                  "level3s": [
                    {"level3_id": "81001", "name": "Xã A", "splits": []},
                    {"level3_id": "8100", "name": "Xã B", "splits": [{"new_id": "91001", "name": "Xã Lúa"}]},
                    {"level3_id": "81007", "name": "Xã \\u202eC", "splits": [{"new_id": "91001", "name": "Xã Lúa"}]},
                    {"level3_id": "81008", "name": "Xã D", "splits": [{"new_id": "91001", "name": "Xã Lúa"},
                                                                     {"new_id": "91001", "name": "Xã Lúa"}]}]}]}
                """);
        assertThat(run(1, good, bad))
                .contains("old unit 81001: “splits” is missing or empty")
                .contains("“level3_id” is “8100”, no code")
                .contains("old unit 81007: “name” has signs that cannot be seen")
                .contains("old unit 81008: names the new unit 91001 twice");
        assertThat(areas.known()).isFalse();
    }

    @Test
    void a_folder_is_read_whole_and_what_is_something_else_is_passed_over() throws IOException {
        write("units-2026-01-01.json", province(place("91001", "Xã Lúa")));
        write("package.json", "{\"name\": \"something else\"}");
        write("README.md", "words");
        assertThat(run(0, folder)).contains("passed over package.json", "imported units-2026-01-01.json");
        assertThat(run(1, write("twice.json", "[{\"Code\": \"91\", \"Code\": \"92\"}]")))
                .contains("REFUSED twice.json", "Duplicate");
    }

    private String units(String file, String... places) throws IOException {
        return run(0, write(file, province(places)));
    }

    private static String province(String... places) {
        return "[{\"Code\": \"91\", \"Name\": \"Mới\", \"FullName\": \"Tỉnh Mới\", \"FullNameEn\": \"Moi\", \"Wards\": ["
                + String.join(",", places) + "]}]";
    }

    private static String place(String code, String name) {
        return PLACE.formatted(code, name, name);
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text);
    }

    private String run(int status, Path... files) {
        var said = new ByteArrayOutputStream();
        int ended = command.runAll(List.of(files), new PrintStream(said, true, StandardCharsets.UTF_8));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(text).isEqualTo(status);
        return text;
    }

    private Areas areas() {
        var transactions = JournalTesting.transactions(database);
        return new Areas(
                new AreaStore(JdbcClient.create(database.app()), new NamedParameterJdbcTemplate(database.app())),
                transactions,
                JournalTesting.journal(database, transactions));
    }
}
