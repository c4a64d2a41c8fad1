package org.phigiay.search;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.VietnameseText;

/// Reads what a keyboard left when Vietnamese typing was off: Telex ("ddangw kys") and VNI ("d9a8ng ky1").
final class Typing {

    private static final Pattern SYLLABLE = Pattern.compile(
            "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:[aeiouy]{1,3})(?:ch|ng|nh|[cmnpt])?");
    private static final String TELEX_TONES = "fsrxj";
    private static final String VNI_TONES = "21345";
    private static final String MARKS = "\u0300\u0301\u0309\u0303\u0323";
    private static final Map<String, String> TELEX =
            Map.of("aa", "â", "aw", "ă", "ee", "ê", "oo", "ô", "ow", "ơ", "uw", "ư", "dd", "đ");
    private static final Map<String, String> VNI =
            Map.of("a6", "â", "a8", "ă", "e6", "ê", "o6", "ô", "o7", "ơ", "u7", "ư", "d9", "đ");

    private Typing() {}

    /// Whether these letters without marks can be one Vietnamese syllable.
    static boolean syllable(String folded) {
        return SYLLABLE.matcher(folded).matches();
    }

    /// The syllable meant, null when these letters are no remnant of typing one.
    static @Nullable String read(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) > 127) {
                return null;
            }
        }
        boolean digits = typed.chars().anyMatch(Character::isDigit);
        String read = digits ? read(typed, VNI, VNI_TONES) : telex(typed);
        return read == null || read.equals(typed) || !syllable(VietnameseText.folded(read)) ? null : read;
    }

    private static @Nullable String telex(String typed) {
        // "uow" and a late w: "dduowngf", "nguoiwf".
        String word = typed.replace("uow", "uwow").replace("uoiw", "uwowi").replace("uongw", "uwowng");
        int late = word.lastIndexOf('w');
        String read = read(word, TELEX, TELEX_TONES);
        if (read != null || late < 1) {
            return read;
        }
        String without = word.substring(0, late) + word.substring(late + 1);
        for (int i = late - 1; i >= 0; i--) {
            if ("aou".indexOf(without.charAt(i)) >= 0) {
                return read(without.substring(0, i + 1) + "w" + without.substring(i + 1), TELEX, TELEX_TONES);
            }
        }
        return null;
    }

    /// @param shapes what two keys make
    /// @param tones the keys of the five tones, in the order of MARKS
    private static @Nullable String read(String typed, Map<String, String> shapes, String tones) {
        var word = new StringBuilder();
        int tone = -1;
        for (int i = 0; i < typed.length(); i++) {
            String shape = i + 1 < typed.length() ? shapes.get(typed.substring(i, i + 2)) : null;
            int key = tones.indexOf(typed.charAt(i));
            if (shape != null) {
                word.append(shape);
                i++;
            } else if (key >= 0 && vowelBefore(word)) {
                tone = key;
            } else if (!late(word, typed.charAt(i), shapes)) {
                word.append(typed.charAt(i));
            }
        }
        if (word.indexOf("w") >= 0 || word.chars().anyMatch(Character::isDigit)) {
            return null;
        }
        if (tone < 0) {
            return word.toString();
        }
        int at = lastVowel(word);
        word.insert(at + 1, MARKS.charAt(tone));
        return VietnameseText.modernTones(word.toString());
    }

    /// A second a, e, o or a shape's digit that came after the end: "hooj" is read above, "hoso6" here.
    private static boolean late(StringBuilder word, char key, Map<String, String> shapes) {
        if (word.isEmpty() || word.length() < 2) {
            return false;
        }
        for (int i = word.length() - 2; i >= 0; i--) {
            String shape = shapes.get("" + word.charAt(i) + key);
            if (shape != null && !(key == 'd' && i > 0)) {
                word.replace(i, i + 1, shape);
                return true;
            }
        }
        return false;
    }

    private static boolean vowelBefore(StringBuilder word) {
        return lastVowel(word) >= 0;
    }

    private static int lastVowel(StringBuilder word) {
        for (int i = word.length() - 1; i >= 0; i--) {
            if ("aeiouyăâêôơư".indexOf(word.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
