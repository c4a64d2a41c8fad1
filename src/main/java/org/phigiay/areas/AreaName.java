package org.phigiay.areas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phigiay.shared.VietnameseText;

/// A name taken apart for comparison: its kind ("xã", "phường") and its own words, with marks and without. A number is
/// one number however it is written, "Phường 01" is "Phường 1".
///
/// @param kind the word for the kind without marks ("xa", "thanh pho"); empty when the name does not begin with one
/// @param own the own words, lower case, with marks in their modern place
/// @param folded the own words without marks
record AreaName(String kind, String own, String folded) {

    // Two words before one, so that "thị trấn" is not read as the name "trấn".
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("thi tran", "thi tran"),
            Map.entry("thi xa", "thi xa"),
            Map.entry("thanh pho", "thanh pho"),
            Map.entry("dac khu", "dac khu"),
            Map.entry("xa", "xa"),
            Map.entry("phuong", "phuong"),
            Map.entry("tinh", "tinh"),
            Map.entry("huyen", "huyen"),
            Map.entry("quan", "quan"),
            Map.entry("tp", "thanh pho"),
            Map.entry("tt", "thi tran"),
            Map.entry("tx", "thi xa"),
            Map.entry("p", "phuong"),
            Map.entry("x", "xa"),
            Map.entry("h", "huyen"),
            Map.entry("q", "quan"));

    static AreaName of(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return new AreaName("", "", "");
        }
        String first = VietnameseText.folded(words.getFirst());
        if (words.size() > 2) {
            String kind = KINDS.get(first + " " + VietnameseText.folded(words.get(1)));
            if (kind != null) {
                return of(kind, words.subList(2, words.size()));
            }
        }
        if (words.size() > 1 && KINDS.containsKey(first)) {
            return of(KINDS.get(first), words.subList(1, words.size()));
        }
        // "P1", "Q3"
        if (first.matches("[pq]\\d{1,2}")) {
            List<String> number = words(first.substring(1));
            return of(
                    first.startsWith("p") ? "phuong" : "quan",
                    Stream.concat(number.stream(), words.stream().skip(1)).toList());
        }
        return of("", words);
    }

    /// Whether two names are one, the place of the tone mark and capitals aside.
    static boolean same(String one, String other) {
        AreaName a = of(one);
        AreaName b = of(other);
        return a.kind.equals(b.kind) && a.own.equals(b.own);
    }

    boolean isEmpty() {
        return own.isEmpty();
    }

    /// Whether it was written with marks, so that they mean something.
    boolean marked() {
        return !own.equals(folded);
    }

    /// The name without its last word: what is left of "hoa lac cu".
    AreaName withoutLast() {
        int end = own.lastIndexOf(' ');
        return end < 0 ? this : new AreaName(kind, own.substring(0, end), folded.substring(0, folded.lastIndexOf(' ')));
    }

    /// The first letters of the own words: "hcm".
    String initials() {
        return Stream.of(folded.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    boolean endsWith(String word) {
        return folded.endsWith(" " + word);
    }

    private static AreaName of(String kind, List<String> words) {
        String own = String.join(" ", words);
        return new AreaName(kind, own, VietnameseText.folded(own));
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String word : VietnameseText.syllables(text)) {
            words.add(word.matches("0\\d{1,3}") ? word.replaceFirst("^0+(?=\\d)", "") : word);
        }
        return words;
    }
}
