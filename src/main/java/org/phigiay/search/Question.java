package org.phigiay.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A person's question as it was understood.
///
/// @param asked the words as said, those that tell something
/// @param read the same with official words in place of everyday ones
/// @param meanings official words that the whole stands for, with their weights
record Question(List<Word> asked, List<Word> read, List<Meaning> meanings) {

    /// Nobody says more than this in one breath; what comes after is not read.
    private static final int WORDS = 400;

    private static final int CHARACTERS = 4_000;
    private static final int UNKNOWN = 12;
    private static final double INSIDE_A_SURER = 0.3;

    /// @param said the entry's phrase that was found, for the officer who tries a question
    record Meaning(OfficialWords target, double weight, VocabularyEntry said) {}

    static Question read(String text, Vocabulary vocabulary, Spelling spelling) {
        return understood(words(keys(text), vocabulary, spelling), vocabulary, spelling);
    }

    /// A question whose last word may be only begun.
    static Question typed(String text, Vocabulary vocabulary, Spelling spelling) {
        List<Word> words = new ArrayList<>(words(keys(text), vocabulary, spelling));
        if (!words.isEmpty() && !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1))) {
            Word last = words.removeLast();
            String before = words.isEmpty() ? "" : words.getLast().folded();
            var others = new ArrayList<>(last.others());
            others.addAll(spelling.completions(before, last.folded()));
            words.add(new Word(last.key(), last.folded(), last.exact(), last.weight(), List.copyOf(others)));
        }
        return understood(words, vocabulary, spelling);
    }

    private static List<String> keys(String text) {
        List<String> keys = Syllables.of(text.length() > CHARACTERS ? text.substring(0, CHARACTERS) : text);
        return keys.size() > WORDS ? keys.subList(0, WORDS) : keys;
    }

    private static Question understood(List<Word> words, Vocabulary vocabulary, Spelling spelling) {
        List<Word> replaced = vocabulary.replaced(words);
        return new Question(
                vocabulary.content(words, spelling),
                vocabulary.content(replaced, spelling),
                meanings(vocabulary.meanings(replaced)));
    }

    /// Whether every word that tells something stands beside a word it stands beside in titles or entries, or stands
    /// for something as a whole.
    boolean ordinary(Vocabulary vocabulary, Spelling spelling) {
        for (int i = 0; i < asked.size(); i++) {
            Word word = asked.get(i);
            boolean beside = spelling.usual(asked, i) || vocabulary.usual(asked, i);
            if (!beside || !word.others().isEmpty()) {
                return false;
            }
        }
        return !asked.isEmpty();
    }

    private static List<Word> words(List<String> keys, Vocabulary vocabulary, Spelling spelling) {
        boolean english = 2 * keys.stream().filter(vocabulary::english).count() >= keys.size();
        var typed = new ArrayList<String>();
        int slips = 0;
        for (String key : keys) {
            if (english && vocabulary.littleEnglish(key)) {
                continue;
            }
            boolean known = english || known(Syllables.folded(key), vocabulary, spelling);
            String meant = known ? null : Typing.read(key);
            // Marks of a remnant are a guess: in a question full of them only the letters are believed.
            slips += meant == null ? 0 : 1;
            typed.add(meant == null ? key : Syllables.key(meant));
        }
        long marked =
                typed.stream().filter(key -> !key.equals(Syllables.folded(key))).count();
        boolean sloppy = slips * 2 >= typed.size();
        boolean exact = !sloppy && marked * 10 >= typed.size() * 3L;
        var words = new ArrayList<Word>();
        int guessed = 0;
        for (int i = 0; i < typed.size(); i++) {
            String key = typed.get(i);
            Word word = Word.of(key, exact || (!sloppy && !key.equals(Syllables.folded(key))));
            if (known(word.folded(), vocabulary, spelling) || !letters(key) || guessed++ >= UNKNOWN) {
                words.add(word);
                continue;
            }
            List<String> apart = spelling.apart(word.folded());
            if (!apart.isEmpty()) {
                apart.forEach(part -> words.add(Word.of(part, false)));
                continue;
            }
            String before = i == 0 ? "" : Syllables.folded(typed.get(i - 1));
            String after = i + 1 == typed.size() ? "" : Syllables.folded(typed.get(i + 1));
            words.add(new Word(key, word.folded(), word.exact(), 1, spelling.guesses(before, word.folded(), after)));
        }
        return words;
    }

    private static boolean known(String folded, Vocabulary vocabulary, Spelling spelling) {
        return spelling.knows(folded) || vocabulary.knows(folded);
    }

    private static boolean letters(String key) {
        return key.chars().noneMatch(Character::isDigit);
    }

    /// The more was said, the surer: one syllable may stand for much.
    private static double sure(Vocabulary.Found found) {
        return Math.min(1, 0.6 + 0.1 * found.places().size());
    }

    /// Each official meaning once: with the weight of its surest find, more when the question comes back to it.
    private static List<Meaning> meanings(List<Vocabulary.Found> found) {
        var covered = new ArrayList<List<Integer>>();
        var best = new HashMap<String, Meaning>();
        Map<String, Integer> times = new HashMap<>();
        var order = new ArrayList<String>();
        for (Vocabulary.Found each : found) {
            boolean inside = covered.stream()
                    .anyMatch(places -> places.size() > each.places().size() && places.containsAll(each.places()));
            boolean overlaps = covered.stream()
                    .anyMatch(places -> places.size() > each.places().size()
                            && each.places().stream().anyMatch(places::contains));
            covered.add(each.places());
            double share = each.close() * (inside ? INSIDE_A_SURER : overlaps ? 2 * INSIDE_A_SURER : 1) * sure(each);
            for (OfficialWords target : each.rule().targets()) {
                var meaning =
                        new Meaning(target, target.weight() * share, each.rule().entry());
                times.merge(target.text(), 1, Integer::sum);
                Meaning known = best.putIfAbsent(target.text(), meaning);
                if (known == null) {
                    order.add(target.text());
                } else if (known.weight() < meaning.weight()) {
                    best.put(target.text(), meaning);
                }
            }
        }
        return order.stream()
                .map(best::get)
                .map(meaning -> new Meaning(
                        meaning.target(),
                        meaning.weight()
                                * (1
                                        + 0.25
                                                * Math.log(times.getOrDefault(
                                                        meaning.target().text(), 1))),
                        meaning.said()))
                .toList();
    }
}
