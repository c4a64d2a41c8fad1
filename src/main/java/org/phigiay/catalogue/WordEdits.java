package org.phigiay.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.phigiay.shared.VietnameseText;

/// What was taken out of a text and put in, word by word.
final class WordEdits {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /// Above so many comparisons the middle of two texts is told as one piece taken out and one put in.
    private static final long MOST = 4_000_000;

    /// Unchanged words shown on each side of a change.
    private static final int AROUND = 10;

    private WordEdits() {}

    /// One line of a comparison: what stood before, what stands now; either is -1 where there is nothing.
    record Pair(int before, int after) {}

    /// The words of two texts in the order in which a person reads them: first what went, then what came.
    static List<Edit> between(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        var edits = new ArrayList<Edit>();
        var run = new ArrayList<String>();
        Edit.Kind kind = Edit.Kind.KEPT;
        for (Pair pair : ordered(aligned(old, fresh, String::equals))) {
            Edit.Kind next = pair.before < 0 ? Edit.Kind.ADDED : pair.after < 0 ? Edit.Kind.REMOVED : Edit.Kind.KEPT;
            if (next != kind && !run.isEmpty()) {
                edits.add(new Edit(kind, String.join(" ", run)));
                run.clear();
            }
            kind = next;
            run.add(pair.before < 0 ? fresh.get(pair.after) : old.get(pair.before));
        }
        if (!run.isEmpty()) {
            edits.add(new Edit(kind, String.join(" ", run)));
        }
        return shortened(edits);
    }

    static List<String> words(String text) {
        String plain = SPACES.matcher(VietnameseText.nfc(text)).replaceAll(" ").strip();
        return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" ", -1));
    }

    /// Which item of one list is which of the other: equal items in order, all others apart.
    static <T> List<Pair> aligned(List<T> before, List<T> after, BiPredicate<T, T> same) {
        int start = 0;
        while (start < before.size() && start < after.size() && same.test(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && same.test(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < start; i++) {
            pairs.add(new Pair(i, i));
        }
        middle(before, after, start, before.size() - end, after.size() - end, same, pairs);
        for (int i = end; i > 0; i--) {
            pairs.add(new Pair(before.size() - i, after.size() - i));
        }
        return pairs;
    }

    /// How much of two texts is the same words, from 0 to 1.
    static double likeness(String before, String after) {
        List<String> old = words(before);
        List<String> fresh = words(after);
        if (old.isEmpty() || fresh.isEmpty()) {
            return old.isEmpty() && fresh.isEmpty() ? 1 : 0;
        }
        Map<String, Integer> left = new HashMap<>();
        old.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : fresh) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return 2.0 * common / (old.size() + fresh.size());
    }

    private static <T> void middle(
            List<T> before, List<T> after, int start, int rows, int columns, BiPredicate<T, T> same, List<Pair> pairs) {
        int height = rows - start;
        int width = columns - start;
        int i = 0;
        int j = 0;
        if ((long) height * width <= MOST) {
            int[][] longest = new int[height + 1][width + 1];
            for (int a = height - 1; a >= 0; a--) {
                for (int b = width - 1; b >= 0; b--) {
                    longest[a][b] = same.test(before.get(start + a), after.get(start + b))
                            ? longest[a + 1][b + 1] + 1
                            : Math.max(longest[a + 1][b], longest[a][b + 1]);
                }
            }
            while (i < height && j < width) {
                if (same.test(before.get(start + i), after.get(start + j))) {
                    pairs.add(new Pair(start + i++, start + j++));
                } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                    pairs.add(new Pair(start + i++, -1));
                } else {
                    pairs.add(new Pair(-1, start + j++));
                }
            }
        }
        while (i < height) {
            pairs.add(new Pair(start + i++, -1));
        }
        while (j < width) {
            pairs.add(new Pair(-1, start + j++));
        }
    }

    /// Between two unchanged items all that went stands before all that came.
    private static List<Pair> ordered(List<Pair> pairs) {
        var all = new ArrayList<Pair>();
        var came = new ArrayList<Pair>();
        for (Pair pair : pairs) {
            if (pair.before < 0) {
                came.add(pair);
            } else {
                if (pair.after >= 0) {
                    all.addAll(came);
                    came.clear();
                }
                all.add(pair);
            }
        }
        all.addAll(came);
        return all;
    }

    private static List<Edit> shortened(List<Edit> edits) {
        var all = new ArrayList<Edit>();
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            boolean first = i == 0;
            boolean last = i == edits.size() - 1;
            all.add(edit.kind() == Edit.Kind.KEPT ? new Edit(edit.kind(), shortened(edit.text(), first, last)) : edit);
        }
        return all;
    }

    private static String shortened(String kept, boolean first, boolean last) {
        List<String> words = List.of(kept.split(" ", -1));
        int head = first ? 0 : AROUND;
        int tail = last ? 0 : AROUND;
        if (words.size() <= head + tail + 2) {
            return kept;
        }
        String begin = String.join(" ", words.subList(0, head));
        String end = String.join(" ", words.subList(words.size() - tail, words.size()));
        return (begin + " … " + end).strip();
    }
}
