package org.phigiay.imports;

/// Lưu ý: one thing found in a row.
///
/// @param detail what exactly, in the words of the file; empty when the kind says it all
public record Finding(FindingKind kind, String detail) {

    private static final int LONGEST = 200;

    public Finding {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }

    static Finding of(FindingKind kind) {
        return new Finding(kind, "");
    }
}
