package org.phigiay.catalogue;

/// Chỗ sửa: a run of words in a text that was changed.
///
/// @param text the words, with single spaces; "…" stands for words left out because they did not change
public record Edit(Kind kind, String text) {

    /// What happened to the words.
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }
}
