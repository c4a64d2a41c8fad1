package org.phigiay.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Guesses what was meant by a word nobody knows: one slip of the finger away, and usual beside its neighbours.
final class Spelling {

    private static final int LONGEST = 12;
    private static final int GUESSES = 3;

    private final Map<String, Integer> syllables = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final Set<String> marked = new HashSet<>();

    /// Takes in a text of the catalogue, as keys.
    void learn(List<String> keys) {
        marked.addAll(Syllables.pairs(keys));
        List<String> folded = Syllables.folded(keys);
        folded.forEach(key -> syllables.merge(key, 1, Integer::sum));
        Syllables.pairs(folded).forEach(pair -> pairs.merge(pair, 1, Integer::sum));
    }

    boolean knows(String folded) {
        return syllables.containsKey(folded);
    }

    /// Whether a word forms a pair with a neighbour that stands in several official texts.
    boolean usual(List<Word> words, int at) {
        return (at > 0 && usual(words.get(at - 1), words.get(at)))
                || (at + 1 < words.size() && usual(words.get(at), words.get(at + 1)));
    }

    private boolean usual(Word a, Word b) {
        return pairs.getOrDefault(a.folded() + " " + b.folded(), 0) >= 2
                && (!a.exact() || !b.exact() || marked.contains(a.key() + " " + b.key()));
    }

    /// The likely words, best first, at most three; empty when none is near.
    ///
    /// @param before the folded word before, empty at the beginning
    /// @param after the folded word after, empty at the end
    List<String> guesses(String before, String unknown, String after) {
        if (unknown.length() < 2 || unknown.length() > LONGEST) {
            return List.of();
        }
        record Guess(String word, double sure) {}
        var guesses = new ArrayList<Guess>();
        syllables.forEach((word, count) -> {
            if (Math.abs(word.length() - unknown.length()) <= 1 && word.length() > 1 && near(unknown, word)) {
                int beside = pairs.getOrDefault(before + " " + word, 0) + pairs.getOrDefault(word + " " + after, 0);
                boolean swapped = word.length() == unknown.length() && sameLetters(word, unknown);
                // Without a neighbour to confirm it a guess must be a swap or a longer word.
                if (beside > 0 || swapped || unknown.length() >= 5) {
                    guesses.add(new Guess(word, beside * 20.0 + Math.log(1 + count) + (swapped ? 8 : 0)));
                }
            }
        });
        guesses.sort(Comparator.comparingDouble(Guess::sure).reversed());
        return guesses.stream().limit(GUESSES).map(Guess::word).toList();
    }

    /// Words that begin so, the most usual after the word before first.
    List<String> completions(String before, String begun) {
        if (begun.isEmpty()) {
            return List.of();
        }
        return syllables.keySet().stream()
                .filter(word -> word.length() > begun.length() && word.startsWith(begun))
                .sorted(Comparator.comparingDouble((String word) ->
                                -100.0 * pairs.getOrDefault(before + " " + word, 0) - syllables.getOrDefault(word, 0))
                        .thenComparing(word -> word))
                .limit(GUESSES)
                .toList();
    }

    /// The two words that were written as one; empty when they are none.
    List<String> apart(String joined) {
        List<String> best = List.of();
        int most = 0;
        for (int cut = 1; cut < joined.length(); cut++) {
            int together = pairs.getOrDefault(joined.substring(0, cut) + " " + joined.substring(cut), 0);
            if (together > most) {
                most = together;
                best = List.of(joined.substring(0, cut), joined.substring(cut));
            }
        }
        return best;
    }

    private static boolean sameLetters(String a, String b) {
        return a.chars()
                .sorted()
                .boxed()
                .toList()
                .equals(b.chars().sorted().boxed().toList());
    }

    /// Whether one letter was added, left out, changed or swapped with its neighbour.
    static boolean near(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int leftA = endA - start;
        int leftB = endB - start;
        if (leftA <= 1 && leftB <= 1) {
            return true;
        }
        return leftA == 2
                && leftB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
