package org.phigiay.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts Vietnamese text into the syllables by which it is found.
///
/// A syllable written with marks finds only itself ("cần" is not "căn"); one written without finds every marking. Both
/// ways of placing a tone ("hoá", "hóa") are one: the tone is moved to the end.
final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:\\.\\d+)*");

    // Said in every question and telling nothing apart.
    private static final Set<String> EMPTY = Set.of(
            "a", "ạ", "anh", "bác", "cái", "cần", "can", "chị", "cho", "co", "có", "của", "cua", "đâu", "dau", "để",
            "đi", "di", "được", "duoc", "em", "gì", "gi", "giúp", "hỏi", "hoi", "khi", "không", "khong", "là", "la",
            "làm", "lam", "muốn", "muon", "nào", "nao", "này", "nay", "như", "nhu", "nhé", "ở", "o", "ơi", "phải",
            "phai", "thế", "the", "thì", "thi", "thủ", "thu", "toi", "tôi", "tục", "tuc", "và", "va", "vậy", "với",
            "voi", "xin", "how", "to", "for", "of", "i", "my", "do", "get", "an", "in");

    private Words() {}

    /// The syllables of a text that tell something, in order, with marks.
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        for (String word : all(text)) {
            if (!EMPTY.contains(Normalizer.normalize(word, Normalizer.Form.NFC))) {
                words.add(key(word));
            }
        }
        return words;
    }

    /// All syllables of a text without marks, joined by single spaces, with a space at both ends: for finding phrases.
    static String line(String text) {
        return " " + String.join(" ", all(folded(text))) + " ";
    }

    /// The word without any mark.
    static String folded(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }

    private static List<String> all(String text) {
        var words = new ArrayList<String>();
        Matcher matcher =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String key(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        var tone = TONES.matcher(decomposed);
        String end = tone.find() ? tone.group() : "";
        return TONES.matcher(decomposed).replaceAll("") + end;
    }
}
