package org.phigiay.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The vocabulary made ready for reading questions. It does not change; another one takes its place.
final class Vocabulary {

    /// Parts of one phrase stand no farther apart.
    private static final int NEAR = 50;
    /// What must not be said is looked for as far away as this.
    private static final int APART = 12;
    private static final List<VocabularyKind> REPLACING =
            List.of(VocabularyKind.ENGLISH, VocabularyKind.ABBREVIATION, VocabularyKind.SYNONYM);

    private final Map<String, List<Rule>> replacing = new HashMap<>();
    private final Map<String, List<Rule>> adding = new HashMap<>();
    private final Map<List<String>, Part> pool = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Map<String, List<Part>> fillerPhrases = new HashMap<>();
    private final Set<String> bareFillers = new HashSet<>();
    private final Set<String> englishFillers = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> alone = new HashSet<>();
    private final Set<String> besides = new HashSet<>();
    private final Set<String> english = new HashSet<>();
    private final int size;

    /// One way of one entry.
    ///
    record Rule(VocabularyEntry entry, Pattern pattern, List<OfficialWords> targets) {}

    /// A rule that was found.
    ///
    /// @param places the words it covers
    /// @param close 1 when its parts stand together, less the farther they are apart
    record Found(Rule rule, List<Integer> places, double close) {}

    /// @param entries whatever cannot be read is left out: a slip of one must not silence the others
    Vocabulary(List<VocabularyEntry> entries) {
        size = entries.size();
        entries.stream().filter(entry -> entry.kind() == VocabularyKind.FILLER).forEach(this::filler);
        entries.stream()
                .filter(entry -> entry.kind() != VocabularyKind.FILLER && entry.kind() != VocabularyKind.EVERYDAY)
                .forEach(entry -> rules(entry).forEach(rule -> put(replacing, rule)));
        // What people say is read with the same eyes as the question: short forms opened.
        entries.stream()
                .filter(entry -> entry.kind() == VocabularyKind.EVERYDAY)
                .forEach(entry -> {
                    for (Rule rule : rules(entry)) {
                        List<Part> parts = rule.pattern().parts().stream()
                                .map(part -> pooled(replaced(words(part.keys())).stream()
                                        .map(Word::key)
                                        .toList()))
                                .toList();
                        put(
                                adding,
                                new Rule(
                                        entry,
                                        new Pattern(
                                                parts,
                                                rule.pattern().not().stream()
                                                        .map(part -> pooled(part.keys()))
                                                        .toList()),
                                        rule.targets()));
                    }
                });
    }

    int size() {
        return size;
    }

    boolean knows(String folded) {
        return known.contains(folded);
    }

    /// Whether a word of an English question tells nothing.
    boolean littleEnglish(String word) {
        return englishFillers.contains(word);
    }

    boolean english(String word) {
        return english.contains(word);
    }

    /// How many words from this place on tell nothing, 0 when this one tells something.
    private int filler(Heard heard, int at) {
        int longest = 0;
        for (Part phrase : fillerPhrases.getOrDefault(heard.word(at).folded(), List.of())) {
            if (phrase.size() > longest && heard.there(phrase, at)) {
                longest = phrase.size();
            }
        }
        return longest == 0 && little(heard.word(at)) ? 1 : longest;
    }

    /// The words with every short form and everyday word in place of the official one.
    List<Word> replaced(List<Word> words) {
        List<Word> now = words;
        for (VocabularyKind kind : REPLACING) {
            now = replaced(now, kind);
        }
        return now;
    }

    private List<Word> replaced(List<Word> words, VocabularyKind kind) {
        var heard = new Heard(words, this::little);
        var now = new ArrayList<Word>();
        int at = 0;
        while (at < words.size()) {
            Rule best = null;
            int start = at;
            for (Rule rule : candidates(replacing, words.get(at))) {
                if (rule.entry().kind() == kind
                        && (best == null
                                || rule.pattern().length() > best.pattern().length())
                        && heard.there(rule.pattern().parts().getFirst(), at)
                        && rule.pattern().not().stream()
                                .noneMatch(not -> heard.says(not, start - APART, start + APART))) {
                    best = rule;
                }
            }
            if (best == null) {
                now.add(words.get(at++));
            } else {
                Part whole = best.targets().getFirst().whole();
                // What is whole already ("giấy phép lái xe") is not made whole again.
                boolean already = heard.there(whole, at);
                whole.keys().forEach(key -> now.add(Word.of(key, true)));
                at += already ? whole.size() : best.pattern().length();
            }
        }
        return now;
    }

    /// The words that tell something; all of them when none does. A little word that forms an official pair with its
    /// neighbour stays ("định danh").
    List<Word> content(List<Word> words, Spelling spelling) {
        var heard = new Heard(words, this::little);
        var content = new ArrayList<Word>();
        for (int at = 0; at < words.size(); at++) {
            int filler = filler(heard, at);
            if (filler == 1 && spelling.usual(words, at)) {
                filler = 0;
            }
            if (filler == 0) {
                content.add(words.get(at));
            } else {
                at += filler - 1;
            }
        }
        return content.isEmpty() ? words : content;
    }

    /// What is said in these words, the surest first. What lies wholly inside a surer find is left out.
    List<Found> meanings(List<Word> words) {
        var heard = new Heard(words, this::little);
        var all = new ArrayList<Found>();
        for (int at = 0; at < words.size(); at++) {
            for (Rule rule : candidates(adding, words.get(at))) {
                found(rule, heard, at).ifPresent(all::add);
            }
        }
        all.sort((a, b) -> b.places().size() - a.places().size());
        return all;
    }

    private static Optional<Found> found(Rule rule, Heard heard, int at) {
        List<Part> parts = rule.pattern().parts();
        boolean alone = rule.pattern().length() == 1;
        List<Integer> first = heard.places(parts.getFirst(), at, alone);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<>(first);
        for (Part part : parts.subList(1, parts.size())) {
            List<Integer> nearest = nearest(heard.places(part), at);
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(nearest);
        }
        if (rule.pattern().not().stream().anyMatch(not -> heard.says(not, at - APART, at + APART))) {
            return Optional.empty();
        }
        int span = Collections.max(all) - Collections.min(all) + 1 - all.size();
        return Optional.of(new Found(rule, all, 1 / (1 + Math.max(0, span - 5) / 20.0)));
    }

    private static List<Integer> nearest(List<List<Integer>> all, int to) {
        List<Integer> best = List.of();
        for (List<Integer> places : all) {
            int away = Math.abs(places.getFirst() - to);
            if (away < NEAR && (best.isEmpty() || away < Math.abs(best.getFirst() - to))) {
                best = places;
            }
        }
        return best;
    }

    private boolean little(Word word) {
        return fillers.contains(word.key()) || (!word.exact() && bareFillers.contains(word.folded()));
    }

    /// One object for each row of syllables, however many rules hold it.
    private Part pooled(List<String> keys) {
        return pool.computeIfAbsent(keys, Part::of);
    }

    private static List<Rule> candidates(Map<String, List<Rule>> rules, Word word) {
        List<Rule> first = rules.getOrDefault(word.folded(), List.of());
        if (word.others().isEmpty()) {
            return first;
        }
        var all = new ArrayList<>(first);
        word.others().forEach(other -> all.addAll(rules.getOrDefault(other, List.of())));
        return all;
    }

    private List<Rule> rules(VocabularyEntry entry) {
        try {
            List<OfficialWords> targets = OfficialWords.read(entry.meaning());
            return Pattern.read(entry.phrase()).stream()
                    .map(pattern -> new Rule(entry, pattern, targets))
                    .toList();
        } catch (IllegalArgumentException e) {
            return Collections.emptyList();
        }
    }

    private void put(Map<String, List<Rule>> rules, Rule rule) {
        for (Part part : rule.pattern().parts()) {
            List<String> folded = part.folded();
            known.addAll(folded);
            if (part.size() == 1) {
                alone.addAll(folded);
            } else {
                besides.addAll(Syllables.pairs(folded));
            }
            if (rule.entry().kind() == VocabularyKind.ENGLISH) {
                english.addAll(part.keys());
            }
        }
        rules.computeIfAbsent(rule.pattern().parts().getFirst().folded().getFirst(), first -> new ArrayList<>())
                .add(rule);
    }

    private void filler(VocabularyEntry entry) {
        List<String> keys = Syllables.of(entry.phrase());
        if (keys.isEmpty()) {
            return;
        }
        if (entry.phrase().startsWith("=")) {
            english.addAll(keys);
            englishFillers.addAll(keys);
            return;
        }
        keys.forEach(key -> known.add(Syllables.folded(key)));
        if (keys.size() > 1) {
            fillerPhrases
                    .computeIfAbsent(Syllables.folded(keys.getFirst()), first -> new ArrayList<>())
                    .add(Part.of(keys));
        } else {
            fillers.add(keys.getFirst());
            // A tilde says that it is one when typed without marks, too.
            if (entry.phrase().startsWith("~")) {
                bareFillers.add(Syllables.folded(keys.getFirst()));
            }
        }
    }

    /// Whether a word forms a pair with a neighbour that stands in an entry, or is an entry alone.
    boolean usual(List<Word> words, int at) {
        String key = words.get(at).folded();
        return alone.contains(key)
                || (at > 0 && besides.contains(words.get(at - 1).folded() + " " + key))
                || (at + 1 < words.size()
                        && besides.contains(key + " " + words.get(at + 1).folded()));
    }

    private static List<Word> words(List<String> keys) {
        return keys.stream().map(key -> Word.of(key, true)).toList();
    }
}
