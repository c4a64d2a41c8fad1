package org.phigiay.search;

import java.util.List;

/// A row of syllables as it stands in an entry, with and without marks.
record Part(List<String> keys, List<String> folded) {

    static Part of(List<String> keys) {
        List<String> own = List.copyOf(keys);
        return new Part(own, List.copyOf(Syllables.folded(own)));
    }

    int size() {
        return keys.size();
    }
}
