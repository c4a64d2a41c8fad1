package org.phigiay.imports;

/// Kết quả của một dòng: how a row of the file ended. Every row has exactly one.
public enum RowOutcome {
    /// A procedure the catalogue does not have yet.
    NEW,
    /// Another text of a procedure that is there.
    CHANGED,
    /// Word for word what is in force already.
    UNCHANGED,
    /// Kept out, with a reason.
    REFUSED
}
