package org.phigiay.search;

import java.util.ArrayList;
import java.util.List;

/// One way to say an entry, taken apart: parts that must all be there, words that must not.
///
/// @param parts each a row of syllable keys
/// @param not each a row of syllable keys
record Pattern(List<Part> parts, List<Part> not) {

    private static final int MOST = 4000;

    /// How many syllables it takes to match; the more, the surer.
    int length() {
        return parts.stream().mapToInt(Part::size).sum();
    }

    /// Reads the phrase of an entry.
    ///
    /// @throws IllegalArgumentException when a bracket is left open or nothing is said
    static List<Pattern> read(String phrase) {
        var patterns = new ArrayList<Pattern>();
        List<String> sides = split(phrase, '!');
        var not = new ArrayList<Part>();
        for (String side : sides.subList(1, sides.size())) {
            for (String word : split(side, ',')) {
                not.add(Part.of(Syllables.of(word)));
            }
        }
        for (String way : split(sides.getFirst(), '|')) {
            List<List<List<String>>> ways = List.of(List.of());
            for (String part : split(way, '&')) {
                ways = with(ways, choices(part));
            }
            ways.stream()
                    .filter(parts -> parts.stream().noneMatch(List::isEmpty))
                    .forEach(parts -> patterns.add(
                            new Pattern(parts.stream().map(Part::of).toList(), not)));
        }
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("says nothing: " + phrase);
        }
        return patterns;
    }

    private static List<List<List<String>>> with(List<List<List<String>>> ways, List<List<String>> choices) {
        var longer = new ArrayList<List<List<String>>>();
        for (List<List<String>> way : ways) {
            for (List<String> choice : choices) {
                var next = new ArrayList<>(way);
                next.add(choice);
                longer.add(next);
            }
        }
        return longer;
    }

    /// "( a | b ) c" as "a c" and "b c".
    private static List<List<String>> choices(String part) {
        List<List<String>> ways = List.of(List.of());
        int from = 0;
        while (from < part.length()) {
            int open = part.indexOf('(', from);
            String plain = open < 0 ? part.substring(from) : part.substring(from, open);
            ways = append(ways, List.of(Syllables.of(plain)));
            if (open < 0) {
                break;
            }
            int close = part.indexOf(')', open);
            int inner = part.indexOf('(', open + 1);
            if (close < 0 || (inner >= 0 && inner < close)) {
                throw new IllegalArgumentException("a bracket is left open or stands inside another: " + part);
            }
            ways = append(
                    ways,
                    split(part.substring(open + 1, close), '|').stream()
                            .map(Syllables::of)
                            .toList());
            from = close + 1;
        }
        return ways;
    }

    private static List<List<String>> append(List<List<String>> ways, List<List<String>> choices) {
        var longer = new ArrayList<List<String>>();
        for (List<String> way : ways) {
            for (List<String> choice : choices) {
                var next = new ArrayList<>(way);
                next.addAll(choice);
                longer.add(next);
            }
        }
        if (longer.size() > MOST) {
            throw new IllegalArgumentException("too many choices");
        }
        return longer;
    }

    /// Splits outside of brackets.
    private static List<String> split(String text, char by) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == by && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
