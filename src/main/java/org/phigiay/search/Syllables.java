package org.phigiay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.phigiay.shared.VietnameseText;

/// Cuts text into the syllables by which it is indexed and asked for.
///
/// A syllable's key is in lower case, with its tone in one place and final y written as i where both are in use ("công
/// ty", "công ti"); folded, it has no marks.
final class Syllables {

    private static final Pattern FINAL_Y = Pattern.compile("(?:h|k|l|m|s|t|v|qu)y");
    private static final int LONGEST = 8;
    private static final int MOST = 20_000;
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();
    private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();
    private static final String Y = "yỳýỷỹỵ";
    private static final String I = "iìíỉĩị";

    private Syllables() {}

    /// The keys of a text, in order, with marks.
    static List<String> of(String text) {
        String composed = VietnameseText.nfc(text);
        var keys = new ArrayList<String>();
        int from = -1;
        int length = composed.length();
        for (int i = 0; i <= length; i++) {
            boolean inside = i < length && inside(composed, i, from);
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                add(keys, composed.substring(from, i));
                from = -1;
            }
        }
        return keys;
    }

    /// A letter or figure, a mark after one, or a point before a figure ("1.004873").
    private static boolean inside(String text, int i, int from) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        if (from < 0) {
            return Character.isHighSurrogate(c) && Character.isLetterOrDigit(text.codePointAt(i));
        }
        return (c == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)))
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (Character.isSurrogate(c) && Character.isLetterOrDigit(text.codePointAt(Math.max(from, i - 1))));
    }

    private static void add(List<String> keys, String token) {
        String known = KEYS.get(token);
        if (known != null) {
            keys.add(known);
            return;
        }
        for (String syllable : VietnameseText.syllables(token)) {
            String key = key(syllable);
            if (token.length() <= LONGEST && KEYS.size() < MOST && syllable.length() == token.length()) {
                KEYS.put(token, key);
            }
            keys.add(key);
        }
    }

    /// The keys of an official text, with its short forms written out ("sổ BHXH").
    static List<String> official(String text) {
        List<String> keys = of(text);
        var full = new ArrayList<String>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            int taken = 0;
            for (ShortForm form : SHORT.getOrDefault(keys.get(i), List.of())) {
                int end = i + form.keys().size();
                if (end <= keys.size() && keys.subList(i, end).equals(form.keys())) {
                    full.addAll(form.full());
                    taken = form.keys().size();
                    break;
                }
            }
            if (taken == 0) {
                full.add(keys.get(i));
            } else {
                i += taken - 1;
            }
        }
        return full;
    }

    private record ShortForm(List<String> keys, List<String> full) {}

    private static final Map<String, List<ShortForm>> SHORT = VocabularyFiles.lines("official").stream()
            .map(line -> line.split("=>", 2))
            .map(sides -> new ShortForm(of(sides[0]), of(sides[1])))
            .collect(Collectors.groupingBy(form -> form.keys().getFirst()));

    /// The keys without marks.
    static List<String> folded(List<String> keys) {
        var folded = new ArrayList<String>(keys.size());
        for (String key : keys) {
            folded.add(folded(key));
        }
        return folded;
    }

    static String folded(String key) {
        String known = FOLDED.get(key);
        if (known != null) {
            return known;
        }
        String folded = VietnameseText.folded(key);
        // There are some seven thousand syllables; what else is written must not fill the memory.
        if (key.length() <= LONGEST && FOLDED.size() < MOST) {
            FOLDED.put(key, folded);
        }
        return folded;
    }

    /// Neighbours, joined by a blank.
    static List<String> pairs(List<String> keys) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < keys.size(); i++) {
            pairs.add(keys.get(i) + " " + keys.get(i + 1));
        }
        return pairs;
    }

    static String key(String syllable) {
        int last = syllable.length() - 1;
        if (last < 1) {
            return syllable;
        }
        int tone = Y.indexOf(syllable.charAt(last));
        if (tone < 0 || !FINAL_Y.matcher(folded(syllable)).matches()) {
            return syllable;
        }
        return syllable.substring(0, last) + I.charAt(tone);
    }
}
