package org.phigiay.search;

/// One line of the vocabulary.
///
/// @param kind what it does
/// @param phrase how people say it. `a | b` either, `( a | b ) c` a choice inside, `a & b` both anywhere in the
///     question, `a ! b, c` not where b or c is said nearby, for the whole line
/// @param meaning the official words, several separated by `;`, each with an optional weight as in `*0.5`; empty for
///     a filler
public record VocabularyEntry(VocabularyKind kind, String phrase, String meaning) {

    /// What it is known by: its kind and how people say it.
    String name() {
        return kind + " " + phrase;
    }
}
