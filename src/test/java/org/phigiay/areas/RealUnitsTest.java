package org.phigiay.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.phigiay.areas.Match.Era;
import org.phigiay.areas.Match.Successor;
import org.phigiay.journal.JournalTesting;
import org.phigiay.shared.TestDatabase;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The published lists of 2025 and 2026, imported whole.
class RealUnitsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Areas areas;
    private static ImportUnits command;
    private static String report;

    @TempDir
    Path folder;

    @BeforeAll
    static void import_them() {
        Path real = RealUnits.folder();
        var transactions = JournalTesting.transactions(DATABASE);
        var store = new AreaStore(JdbcClient.create(DATABASE.app()), new NamedParameterJdbcTemplate(DATABASE.app()));
        areas = new Areas(store, transactions, JournalTesting.journal(DATABASE, transactions));
        command = new ImportUnits(areas);
        report = run(0, real);
    }

    @Test
    void every_province_and_commune_is_counted() {
        assertThat(areas.provinces()).hasSize(34);
        assertThat(areas.provinces().stream()
                        .mapToInt(each -> areas.communes(each.code()).size())
                        .sum())
                .isEqualTo(3321);
        assertThat(report)
                .contains("34 provinces, 3321 communes")
                .contains("{dac khu=13, phuong=697, xa=2611}")
                .contains("63 provinces; 10052 below them, 9592 went to one commune and 460 to several")
                .contains("code 06970 (Xã Ba Chẽ)", "code 06978 (Xã Ba Chẽ)", "23938", "23737")
                .contains("code 26368 is called Phường Long Thành")
                .contains("commune 06325: the name begins with a small letter: xã Bắc Sơn");
    }

    @Test
    void importing_twice_changes_nothing() {
        int lists = count("areas.list");
        int entries = count("journal.entry");

        assertThat(run(0, RealUnits.folder()))
                .contains("unchanged units-2026-07-25.json")
                .doesNotContain("imported ");

        assertThat(count("areas.list")).isEqualTo(lists).isEqualTo(3);
        assertThat(count("journal.entry")).isEqualTo(entries);
    }

    @Test
    void each_of_the_divided_communes_asks_which() {
        long divided = 0;
        for (UnitList.OldUnit old : areas.table().oldUnits()) {
            List<Successor> now = areas.successors(old.code());
            assertThat(now)
                    .as(old.toString())
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.area()).isNotNull());
            if (now.size() > 1) {
                divided++;
            }
        }
        assertThat(divided).isEqualTo(460);
        assertThat(areas.meant("phường Ngọc Hà cũ", "01")).isInstanceOfSatisfying(PlaceMeant.Ask.class, ask -> {
            assertThat(ask.moved()).isFalse();
            assertThat(ask.choices())
                    .extracting(choice -> choice.area().name())
                    .contains("Phường Ba Đình", "Phường Ngọc Hà");
        });
    }

    @Test
    void old_and_new_names_are_found_with_and_without_marks() {
        assertThat(areas.search("phuong truc bach", 5).getFirst())
                .satisfies(match -> assertThat(match.now().getFirst().name()).isEqualTo("Phường Ba Đình"))
                .satisfies(match -> assertThat(match.era()).isEqualTo(Era.OLD));
        assertThat(areas.search("Trúc Bạch cũ, quận Ba Đình, Hà Nội", 5)
                        .getFirst()
                        .name())
                .isEqualTo("Phường Trúc Bạch");
        assertThat(areas.search("xã Hoà Lạc", 9).getFirst().name()).isEqualTo("Xã Hoà Lạc");
        assertThat(areas.search("xã Hòa Lạc", 9).getFirst().name()).isEqualTo("Xã Hoà Lạc");
        assertThat(areas.search("truc bahc", 5)).extracting(Match::name).contains("Phường Trúc Bạch");
        assertThat(areas.search("Phường 01, Thành phố Hồ Chí Minh", 30))
                .hasSizeGreaterThan(9)
                .allSatisfy(match -> assertThat(match.name()).isEqualTo("Phường 1"));
        assertThat(areas.search("phuong 7 thanh pho da lat lam dong", 30))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.province()).contains("Lâm Đồng"));
        assertThat(areas.search("p1 quan 3 tp hcm", 30))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(match.name()).isEqualTo("Phường 1"));
        assertThat(areas.search("tinh ha giang", 3).getFirst().now().getFirst().name())
                .isEqualTo("Tỉnh Tuyên Quang");
    }

    @Test
    void a_commune_that_became_a_ward_is_found_by_the_name_it_had() {
        assertThat(areas.search("xã Long Thành, Đồng Nai", 5)).anySatisfy(match -> {
            assertThat(match.era()).isEqualTo(Era.RENAMED);
            assertThat(match.until()).isEqualTo("2026-07-25");
            assertThat(match.now().getFirst().name()).isEqualTo("Phường Long Thành");
        });
    }

    @Test
    void where_the_lists_differ_in_a_code_the_answer_says_so() {
        assertThat(areas.successors("06970")).singleElement().satisfies(now -> {
            assertThat(now.statedCode()).isEqualTo("06970");
            assertThat(now.area()).isNotNull().extracting(Area::code).isEqualTo("06978");
        });
    }

    @Test
    void a_name_that_means_one_place_needs_no_question() {
        assertThat(areas.meant("Phường Thuỷ Xuân", ""))
                .isEqualTo(new PlaceMeant.One(areas.find("19813").orElseThrow()));
        assertThat(areas.meant("xa trung chau khong co", "")).isEqualTo(new PlaceMeant.Unknown());
    }

    @Test
    void a_broken_file_leaves_the_units_in_force() throws Exception {
        byte[] good = Files.readAllBytes(RealUnits.folder().resolve("units-2026-07-25.json"));
        String text = new String(good, StandardCharsets.UTF_8);
        Map<String, byte[]> broken = Map.of(
                "half-2026-08-01.json", java.util.Arrays.copyOf(good, good.length / 2),
                "utf16-2026-08-01.json", text.getBytes(StandardCharsets.UTF_16),
                "twice-2026-08-01.json", text.replace("\"00008\"", "\"00004\"").getBytes(StandardCharsets.UTF_8),
                "elsewhere-2026-08-01.json",
                        text.replaceFirst("\"ProvinceCode\": \"01\"", "\"ProvinceCode\": \"04\"")
                                .getBytes(StandardCharsets.UTF_8),
                "empty-2026-08-01.json", new byte[0],
                "none-2026-08-01.json", "[]".getBytes(StandardCharsets.UTF_8),
                "day-2026-02-30.json", good);
        int lists = count("areas.list");
        for (var each : broken.entrySet()) {
            Path file = Files.write(folder.resolve(each.getKey()), each.getValue());
            assertThat(run(1, RealUnits.folder().resolve("old-to-new-splits.json"), file))
                    .as(each.getKey())
                    .contains("REFUSED " + each.getKey(), "Nothing was imported");
        }
        assertThat(run(1, folder.resolve("twice-2026-08-01.json"))).contains("commune 00004: stands in the list twice");
        assertThat(count("areas.list")).isEqualTo(lists);
        assertThat(areas.provinces()).hasSize(34);
    }

    private static String run(int status, Path... files) {
        var said = new ByteArrayOutputStream();
        int ended = command.runAll(List.of(files), new PrintStream(said, true, StandardCharsets.UTF_8));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(ended).as(text).isEqualTo(status);
        return text;
    }

    private static int count(String table) {
        return DATABASE.ownerJdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
