package org.phigiay.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.catalogue.Difference.Part;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// Writes the sentences in which differences are told.
final class DifferenceWriter {

    /// Longer texts are not quoted whole: their changed words are marked.
    private static final int SHORT = 90;

    /// Paragraphs, and names of papers, that share so much are one that was rewritten.
    private static final double REWRITTEN = 0.5;

    /// How many of the new paragraphs an old one is compared with.
    private static final int NEAR = 20;

    private static final Pattern LINES = Pattern.compile("\\R");
    private static final Bilingual NOTHING = new Bilingual("", "");

    private final Texts texts;
    private final List<Difference> all = new ArrayList<>();

    DifferenceWriter(Language language) {
        this.texts = Texts.in(language);
    }

    List<Difference> all() {
        return List.copyOf(all);
    }

    String say(String key, Object... args) {
        return texts.get("catalogue.diff." + key, args);
    }

    void tell(Part part, String key, Object... args) {
        all.add(new Difference(part, say(key, args), List.of()));
    }

    /// Runs what tells the difference of a part, and makes sure that something is told when the part changed at all.
    void told(Part part, String label, @Nullable Object before, @Nullable Object after, Runnable telling) {
        if (Objects.equals(before, after)) {
            return;
        }
        int already = all.size();
        telling.run();
        if (all.size() == already) {
            tell(part, "arranged", label);
        }
    }

    /// One text: quoted when it is short, else with its changed words marked.
    void text(Part part, String label, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        if (WordEdits.words(before).equals(WordEdits.words(after))) {
            tell(part, "arranged", label);
        } else if (Math.max(before.length(), after.length()) > SHORT) {
            all.add(new Difference(part, say("rewritten", label), WordEdits.between(before, after)));
        } else if (before.isBlank()) {
            tell(part, "added", label, after);
        } else if (after.isBlank()) {
            tell(part, "removed", label, before);
        } else {
            tell(part, "changed", label, before, after);
        }
    }

    void text(Part part, String label, @Nullable Bilingual before, @Nullable Bilingual after) {
        Bilingual old = before == null ? NOTHING : before;
        Bilingual fresh = after == null ? NOTHING : after;
        text(part, label, old.vi(), fresh.vi());
        if (!repeats(fresh)) {
            text(part, say("english", label), old.en(), fresh.en());
        } else if (!repeats(old) && (!fresh.vi().isBlank() || old.vi().isBlank())) {
            tell(part, "english.gone", label);
        }
    }

    /// A long text of many paragraphs.
    void prose(Part part, String label, String before, String after) {
        told(part, label, before, after, () -> paragraphs(part, label, paragraphs(before), paragraphs(after)));
    }

    /// A list of paragraphs in both languages.
    void bilingual(Part part, String label, List<Bilingual> before, List<Bilingual> after) {
        told(part, label, before, after, () -> {
            paragraphs(
                    part,
                    label,
                    before.stream().map(Bilingual::vi).toList(),
                    after.stream().map(Bilingual::vi).toList());
            boolean translated = !before.stream().allMatch(DifferenceWriter::repeats);
            if (after.stream().allMatch(DifferenceWriter::repeats)) {
                if (translated && !after.isEmpty()) {
                    tell(part, "english.gone", label);
                }
            } else {
                paragraphs(
                        part,
                        say("english", label),
                        before.stream().map(Bilingual::en).toList(),
                        after.stream().map(Bilingual::en).toList());
            }
        });
    }

    void paragraphs(Part part, String label, List<String> before, List<String> after) {
        for (WordEdits.Pair pair : matched(before, after)) {
            if (pair.before() < 0) {
                String text = after.get(pair.after());
                all.add(new Difference(
                        part,
                        say("paragraph.added", label, pair.after() + 1),
                        List.of(new Edit(Edit.Kind.ADDED, text))));
            } else if (pair.after() < 0) {
                String text = before.get(pair.before());
                all.add(new Difference(
                        part,
                        say("paragraph.removed", label, pair.before() + 1),
                        List.of(new Edit(Edit.Kind.REMOVED, text))));
            } else if (!before.get(pair.before()).equals(after.get(pair.after()))) {
                String old = before.get(pair.before());
                String fresh = after.get(pair.after());
                if (WordEdits.words(old).equals(WordEdits.words(fresh))) {
                    tell(part, "arranged", label);
                } else {
                    all.add(new Difference(
                            part, say("paragraph.changed", label, pair.after() + 1), WordEdits.between(old, fresh)));
                }
            }
        }
    }

    /// Words or lines of a list, whose order says nothing.
    void words(Part part, String label, List<String> before, List<String> after) {
        told(part, label, before, after, () -> {
            Set<String> old = new HashSet<>(before);
            Set<String> fresh = new HashSet<>(after);
            after.stream()
                    .distinct()
                    .filter(word -> !old.contains(word))
                    .forEach(word -> tell(part, "added", label, word));
            before.stream()
                    .distinct()
                    .filter(word -> !fresh.contains(word))
                    .forEach(word -> tell(part, "removed", label, word));
        });
    }

    /// Where nobody has translated it the English text is the Vietnamese one, and telling it twice helps nobody.
    private static boolean repeats(Bilingual text) {
        return text.en().equals(text.vi());
    }

    void count(Part part, String paper, String kind, int before, int after) {
        if (before != after) {
            tell(part, "count." + kind, paper, number(before), number(after));
        }
    }

    private String number(int count) {
        return count == Paper.UNREADABLE ? say("unreadable") : String.valueOf(count);
    }

    void channels(List<Channel> before, List<Channel> after) {
        told(Part.CHANNELS, say("part.CHANNELS"), before, after, () -> {
            for (ChannelKind kind : ChannelKind.values()) {
                channels(kind, of(before, kind), of(after, kind));
            }
        });
    }

    /// Of several lines for one way of filing those that stayed are set apart; the others are compared in order.
    private void channels(ChannelKind kind, List<Channel> before, List<Channel> after) {
        boolean several = Math.max(before.size(), after.size()) > 1;
        var old = new ArrayList<>(before);
        var fresh = new ArrayList<Channel>();
        for (Channel channel : after) {
            if (!old.remove(channel)) {
                fresh.add(channel);
            }
        }
        String by = say("by." + kind);
        for (int i = 0; i < Math.max(old.size(), fresh.size()); i++) {
            if (i >= old.size()) {
                tell(Part.CHANNELS, "channel.added", by, stated(fresh.get(i)));
            } else if (i >= fresh.size()) {
                tell(Part.CHANNELS, "channel.removed", by, stated(old.get(i)));
            } else {
                channel(several ? say("of-several", by, stated(old.get(i))) : by, old.get(i), fresh.get(i));
            }
        }
    }

    private void channel(String by, Channel before, Channel after) {
        Term oldTerm = before.term();
        Term term = after.term();
        if (!Objects.equals(oldTerm, term)) {
            tell(Part.TERM, "term", by, before(oldTerm, term), term(term));
        }
        Fee oldFee = before.fee();
        Fee fee = after.fee();
        if (!Objects.equals(oldFee, fee)) {
            if (oldFee != null && fee != null && oldFee.kind() != fee.kind()) {
                tell(Part.FEE, "fee.kind", by, kind(oldFee), money(oldFee), kind(fee), money(fee));
            } else {
                tell(
                        Part.FEE,
                        "fee",
                        kind(fee == null ? Objects.requireNonNull(oldFee) : fee),
                        by,
                        money(oldFee),
                        money(fee));
            }
        }
        text(Part.CHANNELS, say("note", by), before.note(), after.note());
    }

    /// The unit is said once when it stays.
    private String before(@Nullable Term term, @Nullable Term next) {
        return term != null && next != null && term.unit() == next.unit() ? String.valueOf(term.amount()) : term(term);
    }

    private String stated(Channel channel) {
        return say("stated", term(channel.term()), money(channel.fee()));
    }

    private String term(@Nullable Term term) {
        return term == null
                ? say("unsaid")
                : texts.get("catalogue.term." + term.unit().apiName(), term.amount());
    }

    private String kind(Fee fee) {
        return say("kind." + fee.kind());
    }

    private String money(@Nullable Fee fee) {
        if (fee == null) {
            return say("unsaid");
        }
        return fee.free() ? say("free") : Stated.amount(fee, texts);
    }

    /// Which text of a list became which of another: equal ones in order, then, between them, those that are alike.
    static List<WordEdits.Pair> matched(List<String> before, List<String> after) {
        var pairs = new ArrayList<WordEdits.Pair>();
        var gone = new ArrayList<Integer>();
        var come = new ArrayList<Integer>();
        for (WordEdits.Pair pair : WordEdits.aligned(before, after, String::equals)) {
            if (pair.after() < 0) {
                gone.add(pair.before());
            } else if (pair.before() < 0) {
                come.add(pair.after());
            } else {
                rewritten(before, after, gone, come, pairs);
                pairs.add(pair);
            }
        }
        rewritten(before, after, gone, come, pairs);
        return pairs;
    }

    private static void rewritten(
            List<String> before,
            List<String> after,
            List<Integer> gone,
            List<Integer> come,
            List<WordEdits.Pair> pairs) {
        for (int old : gone) {
            Integer like = null;
            double best = REWRITTEN;
            for (int fresh : come.subList(0, Math.min(NEAR, come.size()))) {
                double likeness = WordEdits.likeness(before.get(old), after.get(fresh));
                if (likeness >= best && (like == null || likeness > best)) {
                    like = fresh;
                    best = likeness;
                }
            }
            pairs.add(new WordEdits.Pair(old, like == null ? -1 : like));
            come.remove(like);
        }
        come.forEach(fresh -> pairs.add(new WordEdits.Pair(-1, fresh)));
        gone.clear();
        come.clear();
    }

    private static List<Channel> of(List<Channel> channels, ChannelKind kind) {
        return channels.stream().filter(channel -> channel.kind() == kind).toList();
    }

    private static List<String> paragraphs(String text) {
        return LINES.splitAsStream(text)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
