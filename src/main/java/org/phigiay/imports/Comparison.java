package org.phigiay.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.catalogue.ResultType;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// Compares rows with the newest national texts of the catalogue.
final class Comparison {

    private Comparison() {}

    /// The same rows, each with its outcome and what it was compared with.
    static List<ImportRow> with(Catalogue catalogue, List<ImportRow> rows) {
        Map<ProcedureCode, ProcedureVersion> newest = catalogue.newest(rows.stream()
                .filter(row -> row.text() != null)
                .map(row -> new ProcedureCode(row.code()))
                .toList());
        return rows.stream().map(row -> compare(catalogue, row, newest)).toList();
    }

    private static ImportRow compare(Catalogue catalogue, ImportRow row, Map<ProcedureCode, ProcedureVersion> newest) {
        ProcedureVersion text = row.text();
        if (text == null) {
            return row;
        }
        ProcedureVersion now = newest.get(text.code());
        if (now == null) {
            return row;
        }
        ProcedureVersion kept = translated(text, now).as(now.version(), now.from());
        boolean same = kept.equals(now);
        var findings = new ArrayList<>(row.findings());
        if (!same) {
            catalogue
                    .find(text.code())
                    .map(Procedure::guidance)
                    .filter(Objects::nonNull)
                    .ifPresent(guidance -> differing(kept, Objects.requireNonNull(guidance), findings));
        }
        return new ImportRow(
                row.line(),
                row.code(),
                row.title(),
                same ? RowOutcome.UNCHANGED : RowOutcome.CHANGED,
                findings,
                now.version(),
                same ? null : kept);
    }

    /// The national format is Vietnamese only: a translation made here stays as long as its Vietnamese does.
    private static ProcedureVersion translated(ProcedureVersion text, ProcedureVersion now) {
        Map<String, Bilingual> known = new LinkedHashMap<>();
        now.results().forEach(result -> known.put(result.name().vi(), result.name()));
        return new ProcedureVersion(
                text.code(),
                text.version(),
                text.from(),
                text.announcement(),
                translated(text.title(), now.title()),
                translated(text.field(), now.field()),
                translated(text.audience(), now.audience()),
                text.levels(),
                text.channels(),
                text.cases(),
                text.steps(),
                text.requirements(),
                text.results().stream()
                        .map(result -> new ResultType(
                                result.code(), known.getOrDefault(result.name().vi(), result.name())))
                        .toList(),
                text.legalBasis(),
                text.authorities(),
                text.keywords(),
                text.source());
    }

    private static Bilingual translated(Bilingual text, Bilingual now) {
        return text.vi().equals(now.vi()) ? now : text;
    }

    /// What our guidance promises stays in force until a person looks at it, so a person is told.
    private static void differing(ProcedureVersion text, Guidance guidance, List<Finding> findings) {
        for (Channel promised : guidance.channels()) {
            boolean stated = text.channels().stream()
                    .filter(channel -> channel.kind() == promised.kind())
                    .anyMatch(channel -> Objects.equals(channel.term(), promised.term())
                            && Objects.equals(channel.fee(), promised.fee()));
            if (!stated) {
                findings.add(new Finding(
                        FindingKind.GUIDANCE_DIFFERS, promised.kind().name()));
            }
        }
    }
}
