package org.phigiay.areas;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The published lists, where they lie beside the project; without them the tests on them are skipped, and say so.
final class RealUnits {

    private static final Path FOLDER = Path.of("../shared/data/admin-units-2025");

    private RealUnits() {}

    static Path folder() {
        if (Files.isRegularFile(FOLDER.resolve("old-to-new-splits.json"))) {
            return FOLDER;
        }
        System.err.println("UNITS SKIPPED: no lists of administrative units in " + FOLDER);
        Assumptions.abort("needs " + FOLDER);
        throw new AssertionError();
    }
}
