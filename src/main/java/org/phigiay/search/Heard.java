package org.phigiay.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The words of one question, asked many times whether something stands among them.
final class Heard {

    /// Little words between two that belong together, at most.
    private static final int BETWEEN = 3;

    private final List<Word> words;
    private final Set<String> present = new HashSet<>();
    private final Predicate<Word> little;
    private final IdentityHashMap<Part, List<List<Integer>>> found = new IdentityHashMap<>();

    /// @param little which words may stand between others
    Heard(List<Word> words, Predicate<Word> little) {
        this.words = words;
        this.little = little;
        words.forEach(word -> {
            present.add(word.folded());
            present.addAll(word.others());
        });
    }

    int size() {
        return words.size();
    }

    Word word(int at) {
        return words.get(at);
    }

    /// Whether the part stands somewhere, its syllables side by side.
    boolean says(Part part) {
        return says(part, 0, words.size());
    }

    /// The same between two places.
    boolean says(Part part, int from, int to) {
        if (!possible(part)) {
            return false;
        }
        for (int i = Math.max(0, from); i < Math.min(words.size(), to); i++) {
            if (there(part, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the part begins here, its syllables side by side.
    boolean there(Part part, int at) {
        int size = part.size();
        if (size == 0 || at + size > words.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!words.get(at + i).may(part.keys().get(i), part.folded().get(i), size == 1)) {
                return false;
            }
        }
        return true;
    }

    /// Where the part stands, each time the places of its syllables: in order, little words between them.
    List<List<Integer>> places(Part part) {
        List<List<Integer>> known = found.get(part);
        if (known != null) {
            return known;
        }
        List<List<Integer>> all = List.of();
        if (possible(part)) {
            all = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                List<Integer> places = places(part, i, false);
                if (!places.isEmpty()) {
                    all.add(places);
                }
            }
        }
        found.put(part, all);
        return all;
    }

    /// Where its syllables stand when it begins here; empty when it does not.
    ///
    /// @param alone whether a syllable without marks needs more to be believed
    List<Integer> places(Part part, int at, boolean alone) {
        int next = at;
        int skipped = 0;
        var places = new ArrayList<Integer>(part.size());
        for (int i = 0; i < part.size(); i++) {
            while (next < words.size()
                    && !words.get(next).may(part.keys().get(i), part.folded().get(i), alone)) {
                if (i == 0 || ++skipped > BETWEEN || !little.test(words.get(next))) {
                    return List.of();
                }
                next++;
            }
            if (next == words.size()) {
                return List.of();
            }
            places.add(next++);
        }
        return places;
    }

    private boolean possible(Part part) {
        return present.containsAll(part.folded());
    }
}
