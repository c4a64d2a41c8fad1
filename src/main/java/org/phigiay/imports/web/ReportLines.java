package org.phigiay.imports.web;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.phigiay.imports.Finding;
import org.phigiay.imports.ImportRow;
import org.phigiay.ui.Texts;

/// The lines of the report as RFC 4180 writes them; a cell that a spreadsheet would take for a formula begins with an
/// apostrophe.
final class ReportLines {

    private ReportLines() {}

    static void head(Texts texts, PrintWriter out) {
        line(
                out,
                texts.get("imports.report.row"),
                texts.get("imports.report.code"),
                texts.get("imports.report.title"),
                texts.get("imports.report.outcome"),
                texts.get("imports.report.kind"),
                texts.get("imports.report.detail"));
    }

    static void write(ImportRow row, Texts texts, PrintWriter out) {
        String outcome = texts.get("imports.outcome." + row.outcome());
        if (row.findings().isEmpty()) {
            line(out, String.valueOf(row.line()), row.code(), row.title(), outcome, "", "");
        }
        for (Finding finding : row.findings()) {
            line(
                    out,
                    String.valueOf(row.line()),
                    row.code(),
                    row.title(),
                    outcome,
                    finding.kind().name(),
                    texts.get(finding.kind().key(), finding.detail()));
        }
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private static void line(PrintWriter out, String... cells) {
        out.write(Arrays.stream(cells).map(ReportLines::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }
}
