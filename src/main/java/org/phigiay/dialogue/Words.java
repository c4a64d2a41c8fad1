package org.phigiay.dialogue;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.phigiay.shared.Invalid;

/// Words as they are kept: composed letters, plain line ends, nothing that cannot be seen. They are shown as text,
/// never as markup.
final class Words {

    static final int LONGEST_QUESTION = 2_000;
    static final int LONGEST_ANSWER = 4_000;
    private static final int SHORTEST = 5;
    /// Control signs, signs that turn the direction of writing, halves of a letter.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}");

    private Words() {}

    static String question(String field, String words) {
        return kept(field, words, LONGEST_QUESTION);
    }

    static String answer(String field, String words) {
        return kept(field, words, LONGEST_ANSWER);
    }

    private static String kept(String field, String words, int longest) {
        String text = Normalizer.normalize(
                        words.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '), Normalizer.Form.NFC)
                .strip();
        if (UNSEEN.matcher(text).find()) {
            throw Invalid.of(field, "dialogue.words.unseen");
        }
        if (text.codePoints().filter(Character::isLetterOrDigit).count() < SHORTEST) {
            throw Invalid.of(field, "dialogue.words.short." + field);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Invalid.of(field, "dialogue.words.long", longest);
        }
        return text;
    }
}
