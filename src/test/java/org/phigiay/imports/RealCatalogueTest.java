package org.phigiay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// The importer with the real catalogues, in a database of its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Makes it a program of its own: others import into the database that tests of this kind share.
        properties = "phigiay.test=real-catalogue")
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealCatalogueTest {

    private static final Path PORTAL = Path.of("../shared/data/procedures/procedures.jsonl.gz");
    private static final Path DEFENCE = Path.of("../shared/data/procedures-defence-207/procedures.jsonl");

    @Autowired
    private Imports imports;

    @Autowired
    private ImportProcedures command;

    @Autowired
    private Catalogue catalogue;

    @Test
    @Order(1)
    void every_row_of_the_national_catalogue_ends_imported_warned_or_refused() {
        there(PORTAL);
        assertThat(run(PORTAL)).contains("Published 2378 of 2378 rows");
        Batch batch = imports.latest(Actor.SYSTEM).getFirst();
        assertThat(batch.rows()).isEqualTo(2378);
        assertThat(batch.added() + batch.changed() + batch.unchanged() + batch.refused())
                .isEqualTo(batch.rows());
        assertThat(batch.changed()).as("the shipped ones have another text").isEqualTo(14);
        assertThat(batch.refused()).isZero();
        assertThat(catalogue.heads())
                .as("with the social pension, whose ministry is not in the file")
                .hasSize(2379);
    }

    @Test
    @Order(2)
    void importing_twice_changes_nothing() {
        there(PORTAL);
        long before = catalogue.revision();
        assertThat(run(PORTAL)).contains("new 0 + changed 0 + unchanged 2378 + refused 0");
        assertThat(catalogue.revision()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void guidance_outlives_a_new_national_text() {
        there(PORTAL);
        Procedure birth = catalogue.find(new ProcedureCode("1.001193")).orElseThrow();
        assertThat(birth.version()).isEqualTo(2);
        assertThat(birth.plainTitle()).isEqualTo("Làm giấy khai sinh cho con");
        assertThat(birth.fileable()).isTrue();
        assertThat(birth.national().steps()).contains("15 giờ");
        assertThat(birth.national().title().en()).isEqualTo("Registration of a birth");
        assertThat(catalogue.version(birth.code(), 1).orElseThrow().national().steps())
                .isEmpty();
    }

    @Test
    @Order(4)
    void the_ministrys_detail_pages_are_read_as_well() {
        there(DEFENCE);
        assertThat(run(DEFENCE)).contains("Published 207 of 207 rows");
    }

    private String run(Path file) {
        var out = new ByteArrayOutputStream();
        int status = command.run(file.toAbsolutePath(), new PrintStream(out, true, StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(status).as(said).isZero();
        return said;
    }

    private static void there(Path file) {
        boolean there = Files.exists(file);
        if (!there) {
            System.err.println("SKIPPED the import of a real catalogue: no " + file);
        }
        Assumptions.assumeTrue(there);
    }
}
