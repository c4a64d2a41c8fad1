package org.phigiay.search;

import java.util.List;

/// One syllable of a question as it was read.
///
/// @param key lower case, with the marks that were typed
/// @param folded without marks
/// @param exact whether its marks are to be believed: false in a question typed without
/// @param weight how much it counts, 1 for a word that tells something
/// @param others what may have been meant, folded, when it is no word of ours
record Word(String key, String folded, boolean exact, double weight, List<String> others) {

    static Word of(String key, boolean exact) {
        return new Word(key, Syllables.folded(key), exact, 1, List.of());
    }

    Word weighing(double other) {
        return new Word(key, folded, exact, other, others);
    }

    /// Whether it may be this key of the vocabulary.
    ///
    /// @param bare the same without marks
    /// @param alone a single syllable without neighbours to confirm it: its marks must be there
    boolean may(String wanted, String bare, boolean alone) {
        if (key.equals(wanted)) {
            return true;
        }
        if (alone && !wanted.equals(bare)) {
            return false;
        }
        return (!exact && folded.equals(bare)) || (!others.isEmpty() && others.contains(bare));
    }
}
