package org.phigiay.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.ProcedureVersion;

/// Dòng của tệp: one row with what became of it.
///
/// @param line its line in the file, from 1
/// @param code as the file says it; empty when it says none
/// @param title as the file says it; empty when it says none
/// @param findings refusals first
/// @param base version of the national text it was compared with, 0 when there was none
/// @param text what would be published; null for refused and unchanged rows
public record ImportRow(
        int line,
        String code,
        String title,
        RowOutcome outcome,
        List<Finding> findings,
        int base,
        @Nullable ProcedureVersion text) {

    public ImportRow {
        findings = List.copyOf(findings);
    }

    /// Whether it has something to say to a person although it is not refused.
    public boolean warned() {
        return outcome != RowOutcome.REFUSED && !findings.isEmpty();
    }
}
