package org.phigiay.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.phigiay.shared.Bilingual;

/// Finds procedures by everyday words, in memory. Rare words count more than common ones, whole phrases most.
final class SearchIndex {

    private static final double PHRASE = 6;

    private final List<Entry> entries;
    private final Map<String, Integer> frequency = new HashMap<>();

    /// A hit; the higher the score the better.
    record Hit(Procedure procedure, long score) {}

    /// @param weights for each word with marks and without, how much its best place counts
    private record Entry(Procedure procedure, Map<String, Double> weights, List<String> phrases) {}

    SearchIndex(List<Procedure> procedures) {
        entries = procedures.stream().map(SearchIndex::entry).toList();
        entries.forEach(entry -> entry.weights.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum)));
    }

    /// The hits, best first; procedures of equal score by code. An empty question finds all.
    List<Hit> search(String question) {
        String line = Words.line(question);
        List<String> words = Words.of(question);
        return entries.stream()
                .map(entry -> new Hit(entry.procedure, Math.round(1000 * score(entry, line, words))))
                .filter(hit -> hit.score > 0 || line.isBlank())
                .sorted(ORDER)
                .toList();
    }

    static final Comparator<Hit> ORDER = Comparator.comparingLong(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.procedure().code());

    private double score(Entry entry, String line, List<String> words) {
        if (line.strip().equals(entry.procedure.code().value())) {
            return 1000;
        }
        double phrases = entry.phrases.stream()
                .filter(phrase -> line.contains(phrase) || (words.size() > 1 && phrase.contains(line)))
                .mapToDouble(phrase -> PHRASE + Math.min(phrase.length(), line.length()) / 4.0)
                .max()
                .orElse(0);
        double found = 0;
        int known = 0;
        Set<String> asked = new HashSet<>(words);
        for (String word : asked) {
            double weight = entry.weights.getOrDefault(word, 0.0);
            if (weight > 0) {
                known++;
                found += weight * rarity(word);
            }
        }
        // Half of what was asked must be there, else a single common word finds everything.
        boolean enough = phrases > 0 || (known > 0 && known * 2 >= asked.size());
        return enough ? phrases + found : 0;
    }

    private double rarity(String word) {
        int in = frequency.getOrDefault(word, 0);
        return Math.log(1 + (entries.size() - in + 0.5) / (in + 0.5));
    }

    private static Entry entry(Procedure procedure) {
        ProcedureVersion text = procedure.national();
        var weights = new HashMap<String, Double>();
        List<String> asked = procedure.guidance() == null
                ? List.of()
                : procedure.guidance().guide().phrases();
        add(weights, procedure.plainTitle(), 3);
        add(weights, procedure.plainTitle("en"), 3);
        add(weights, text.title(), 2.5);
        asked.forEach(phrase -> add(weights, phrase, 3));
        add(weights, text.field(), 1);
        text.results().forEach(result -> add(weights, result.name(), 2));
        List<String> phrases = Stream.concat(
                        asked.stream(),
                        Stream.of(procedure.plainTitle(), text.title().vi()))
                .map(Words::line)
                .toList();
        return new Entry(procedure, Map.copyOf(weights), phrases);
    }

    private static void add(Map<String, Double> weights, Bilingual text, double weight) {
        add(weights, text.vi(), weight);
        add(weights, text.en(), weight);
    }

    private static void add(Map<String, Double> weights, String text, double weight) {
        for (String word : Words.of(text)) {
            weights.merge(word, weight, Math::max);
            weights.merge(Words.folded(word), weight, Math::max);
        }
    }
}
