package org.phigiay.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.phigiay.launch.ImportKind;
import org.phigiay.search.Search;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Refused;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// `./phigiay import procedures FILE`: reads a file of national texts and publishes it, as the operator's own act,
/// which
/// the journal notes as the system's. It returns when the procedures can be found.
@Component
class ImportProcedures implements ImportKind {

    private static final int SHOWN = 50;

    /// So long at most it waits until what was published can be found.
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(60);

    private final Imports imports;
    private final Search search;

    ImportProcedures(Imports imports, Search search) {
        this.imports = imports;
        this.search = search;
    }

    @Override
    public String name() {
        return "procedures";
    }

    @Override
    public int run(Path file, PrintStream out) {
        Texts texts = Texts.in(Language.EN);
        if (Files.isDirectory(file)) {
            out.println("A file is needed, this is a folder: " + file);
            return 2;
        }
        long began = System.nanoTime();
        Batch batch;
        try (InputStream in = Files.newInputStream(file)) {
            batch = imports.prepare(Actor.SYSTEM, String.valueOf(file.getFileName()), in);
            int published = imports.publish(Actor.SYSTEM, batch.id());
            if (!search.fresh(FOUND_WITHIN)) {
                out.println("Published, but the search is still reading; it will find them in a moment.");
            }
            out.printf("Published %d of %d rows, %.1f s%n", published, batch.rows(), (System.nanoTime() - began) / 1e9);
        } catch (Refused e) {
            out.println("Nothing was imported: " + texts.of(e));
            return 1;
        } catch (IOException e) {
            out.println("Nothing was imported; the file cannot be read: " + e.getMessage());
            return 1;
        }
        tell(batch, out, texts);
        return 0;
    }

    private void tell(Batch batch, PrintStream out, Texts texts) {
        out.printf(
                "rows %d = new %d + changed %d + unchanged %d + refused %d; with warnings %d%n",
                batch.rows(), batch.added(), batch.changed(), batch.unchanged(), batch.refused(), batch.warned());
        Map<FindingKind, Integer> kinds = imports.kinds(Actor.SYSTEM, batch.id());
        kinds.forEach((kind, count) -> out.printf("%7d  %s%n", count, texts.get("imports.kind." + kind.name())));
        List<ImportRow> refused = imports.lines(Actor.SYSTEM, batch.id(), RowOutcome.REFUSED, null, 0, SHOWN);
        refused.forEach(row -> row.findings().stream()
                .filter(finding -> finding.kind().refusing())
                .forEach(finding -> out.printf(
                        "row %d %s refused: %s%n",
                        row.line(), row.code(), texts.get(finding.kind().key(), finding.detail()))));
        if (batch.refused() > SHOWN) {
            out.printf("… and %d refused rows more%n", batch.refused() - SHOWN);
        }
        out.println("The whole report: /can-bo/danh-muc/nhap/" + batch.id());
    }
}
