package org.phigiay.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Vietnamese as it is really written: composed and decomposed letters, both habits of placing a tone mark, or no marks
/// at all. Every comparison of names and words goes through here.
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:\\.\\p{N}+)*");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String SHAPED = "ăâêôơưĂÂÊÔƠƯ";

    // The beginning of a syllable, its vowels, its end. "qu" and "gi" are beginnings where a vowel follows.
    private static final Pattern SYLLABLE = Pattern.compile(
            "(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]{1,3})(ch|ng|nh|[ckmnpt])?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private VietnameseText() {}

    /// The text with composed letters (Unicode NFC).
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// The text with one placement of tone marks: "hoà" becomes "hòa", "thuỷ" "thủy", "hòan" "hoàn". What is no
    /// Vietnamese syllable stays as it is. The answer is composed (NFC).
    public static String modernTones(String text) {
        String composed = nfc(text);
        if (plain(composed)) {
            return composed;
        }
        return WORD.matcher(composed).replaceAll(match -> Matcher.quoteReplacement(placed(match.group())));
    }

    /// The text in lower case without any mark, đ as d; wide and other compatible forms of letters as plain ones.
    public static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (plain(lower)) {
            return lower;
        }
        String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('đ', 'd');
        return nfc(bare).toLowerCase(Locale.ROOT);
    }

    /// The syllables and numbers of a text in order: lower case, with marks, tones placed by [#modernTones]. A number
    /// with points ("1.004873") is one.
    public static List<String> syllables(String text) {
        var syllables = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(modernTones(text).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            syllables.add(matcher.group());
        }
        return syllables;
    }

    private static String placed(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        int at = -1;
        for (int i = 0; i < apart.length(); i++) {
            if (TONES.indexOf(apart.charAt(i)) >= 0) {
                if (at >= 0) {
                    return word;
                }
                at = i;
            }
        }
        if (at < 0) {
            return word;
        }
        String bare = nfc(apart.substring(0, at) + apart.substring(at + 1));
        Matcher syllable = SYLLABLE.matcher(bare);
        if (!syllable.matches()) {
            return word;
        }
        int place = syllable.start(2) + placeIn(syllable.group(2), syllable.group(3) != null);
        return nfc(bare.substring(0, place + 1) + apart.charAt(at) + bare.substring(place + 1));
    }

    /// Which of the vowels bears the tone: the last that has a shape of its own (ê, ơ …), else the last before a
    /// consonant, else the middle of three or the first of two.
    private static int placeIn(String vowels, boolean closed) {
        for (int i = vowels.length() - 1; i >= 0; i--) {
            if (SHAPED.indexOf(vowels.charAt(i)) >= 0) {
                return i;
            }
        }
        if (closed) {
            return vowels.length() - 1;
        }
        return vowels.length() == 3 ? 1 : 0;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
