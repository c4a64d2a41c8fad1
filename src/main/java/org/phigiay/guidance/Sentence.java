package org.phigiay.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.phigiay.shared.VietnameseText;

/// Câu: one sentence, cut at `. ! ? : ;` and at line ends, with its tiếng (the syllables written apart).
///
/// @param text as written
/// @param syllables its tiếng in lower case; a number, a date or a time is one
/// @param bracketed for each tiếng, whether it stands in brackets
record Sentence(String text, List<String> syllables, List<Boolean> bracketed) {

    /// A mark within a number, a time or a web address ends nothing: what ends a sentence is followed by a space, a
    /// closing mark or nothing.
    private static final Pattern END = Pattern.compile("[.!?:;…]+[\"”’»)\\]]*(?=\\s|$)");

    private static final Pattern SYLLABLE =
            Pattern.compile("\\d[\\d.,:/-]*\\d|\\d|[\\p{L}\\p{M}][\\p{L}\\p{M}\\d]*|[()\\[\\]]");
    private static final Pattern LINE = Pattern.compile("\\R");

    Sentence {
        syllables = List.copyOf(syllables);
        bracketed = List.copyOf(bracketed);
    }

    static Sentence of(String text) {
        List<String> syllables = new ArrayList<>();
        List<Boolean> bracketed = new ArrayList<>();
        int depth = 0;
        Matcher matcher = SYLLABLE.matcher(text);
        while (matcher.find()) {
            String found = matcher.group();
            switch (found) {
                case "(", "[" -> depth++;
                case ")", "]" -> depth = Math.max(0, depth - 1);
                default -> {
                    syllables.add(found.toLowerCase(Locale.ROOT));
                    bracketed.add(depth > 0);
                }
            }
        }
        return new Sentence(text.strip(), syllables, bracketed);
    }

    /// The tiếng of a phrase.
    static List<String> syllables(String phrase) {
        return of(prepared(phrase)).syllables();
    }

    /// Composed letters and one placement of tone marks, so that a word is one word however it was typed.
    static String prepared(String text) {
        return VietnameseText.modernTones(VietnameseText.nfc(text));
    }

    /// The paragraphs of a prepared text.
    static List<String> paragraphs(String text) {
        return LINE.splitAsStream(text).filter(line -> !line.isBlank()).toList();
    }

    /// The sentences of one paragraph; pieces without a tiếng are none.
    static List<Sentence> in(String paragraph) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(paragraph);
        int from = 0;
        while (end.find()) {
            add(sentences, paragraph.substring(from, end.end()));
            from = end.end();
        }
        add(sentences, paragraph.substring(from));
        return sentences;
    }

    private static void add(List<Sentence> sentences, String piece) {
        Sentence sentence = of(piece);
        if (!sentence.syllables().isEmpty()) {
            sentences.add(sentence);
        }
    }

    int length() {
        return syllables.size();
    }

    /// Whether it ends as a sentence does, not as the opening of a list or the first half of a long one.
    boolean closed() {
        return !text.endsWith(":") && !text.endsWith(";");
    }
}
