package org.phigiay.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// In how many titles a syllable or a pair of them stands: what is rare tells more.
final class Frequencies {

    private final Map<String, Integer> marked = new HashMap<>();
    private final Map<String, Integer> folded = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final int all;

    Frequencies(Collection<Entry> entries) {
        all = Math.max(1, entries.size());
        for (Entry entry : entries) {
            count(marked, entry.title());
            count(folded, Syllables.folded(entry.title()));
            count(pairs, Syllables.pairs(entry.title()));
        }
    }

    private static void count(Map<String, Integer> counts, List<String> keys) {
        new HashSet<>(keys).forEach(key -> counts.merge(key, 1, Integer::sum));
    }

    /// How much a syllable with marks tells.
    double ofKey(String key) {
        return rarity(marked.getOrDefault(key, 0));
    }

    /// How much a syllable without marks tells.
    double ofFolded(String key) {
        return rarity(folded.getOrDefault(key, 0));
    }

    /// How much a pair with marks tells.
    double ofPair(String pair) {
        return rarity(pairs.getOrDefault(pair, 0));
    }

    private double rarity(int in) {
        return Math.log(1 + (all - in + 0.5) / (in + 0.5));
    }
}
