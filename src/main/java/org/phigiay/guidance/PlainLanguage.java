package org.phigiay.guidance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Đo tiếng Việt dễ hiểu: counts, in a text, what makes a text of an office hard to read.
///
/// Pure: the same text always gives the same score. Formulas made for English count syllables of a word and say nothing
/// here, because every written tiếng is one syllable; what is counted instead, and why these limits, is in
/// docs/guidance.md. A high score does not prove that a text is understood: only asking people does.
public final class PlainLanguage {

    /// A sentence with more tiếng than this is long.
    static final int LONG = 25;

    private static final Pattern NUMBERED =
            Pattern.compile("\\d+(?:\\.\\d+)?/(?:\\d{4}/)?\\p{Lu}[\\p{Lu}\\d]*(?:-\\p{Lu}+)*");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?iu)(?:(?:điểm\\s+\\p{L}{1,2}\\s*,?\\s*)?(?:khoản\\s+\\d+\\s*,?\\s*)?(?<!\\p{L})điều\\s+\\d+|(?<!\\p{L})khoản\\s+\\d+)"
                    + "(?:\\s+(?:của\\s+)?(?:luật|bộ luật|nghị định|thông tư|nghị quyết|quyết định)(?:\\s+số)?\\s+"
                    + NUMBERED
                    + ")?|" + NUMBERED);
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\d./-])[A-ZĐ]{2,}(?![\\p{L}\\d/-])");
    private static final Pattern CLAUSE = Pattern.compile("(?iu),|–|\\s(?:và|hoặc|nhưng|thì|nên|vì|nếu|còn)\\s");
    private static final Set<String> NO = Set.of("không", "chưa", "chẳng", "chả");
    private static final Set<String> NOT_A_NO_BEFORE = Set.of("gian", "khí", "quân", "phận");
    private static final Set<String> NOT_A_NO_AFTER = Set.of("hàng", "hay", "hoặc", "số");
    private static final Set<String> EMPTY_WORDS = Set.of("việc", "sự", "nhằm");
    private static final int NEAR = 7;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final TermBook base;
    private final List<Finding> whole = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private int syllables;
    private int sentences;
    private int longest;
    private int longOnes;
    private int terms;
    private int references;
    private int abbreviations;
    private int paragraph;
    private int otherNames;
    private int doubleNegations;
    private int empty;

    private PlainLanguage(TermBook base) {
        this.base = base;
    }

    /// Measures one text.
    public static Score score(String text) {
        return score(List.of(new Passage("", text)));
    }

    /// Measures several texts that are read together, as one. An abbreviation explained in one is explained in those
    /// that follow.
    public static Score score(Collection<Passage> passages) {
        PlainLanguage counting = new PlainLanguage(TermBook.shipped());
        passages.forEach(passage -> counting.read(passage.where(), Sentence.prepared(passage.text())));
        return counting.score();
    }

    private void read(String where, String text) {
        for (String paragraph : Sentence.paragraphs(text)) {
            List<Sentence> here = Sentence.in(paragraph);
            int length = 0;
            for (int i = 0; i < here.size(); i++) {
                read(where, here.get(i));
                length += here.get(i).closed() || i == here.size() - 1 ? 1 : 0;
            }
            this.paragraph = Math.max(this.paragraph, length);
            if (length > PlainRule.PARAGRAPH.target()) {
                find(PlainRule.PARAGRAPH, where, paragraph, null, null);
            }
        }
    }

    private void read(String where, Sentence sentence) {
        sentences++;
        syllables += sentence.length();
        longest = Math.max(longest, sentence.length());
        if (sentence.length() > LONG) {
            longOnes++;
            find(PlainRule.LONGEST, where, sentence.text(), null, null);
        }
        readTerms(where, sentence);
        readNames(where, sentence);
        readReferences(where, sentence);
        readAbbreviations(where, sentence);
        readNegations(where, sentence);
        readEmptyWords(sentence);
    }

    private void readTerms(String where, Sentence sentence) {
        for (int at = 0; at < sentence.length(); at++) {
            Optional<TermBook.Match<TermBook.Term>> match = base.term(sentence.syllables(), at);
            if (match.isPresent()) {
                TermBook.Term term = match.get().what();
                // The everyday word first and the legal one in brackets is how it should be.
                if (!sentence.bracketed().get(at)) {
                    terms++;
                    find(PlainRule.TERMS, where, sentence.text(), term.official(), term.everyday());
                }
                at += match.get().length() - 1;
            }
        }
    }

    private void readNames(String where, Sentence sentence) {
        for (int at = 0; at < sentence.length(); at++) {
            Optional<TermBook.Match<TermBook.Name>> match = base.name(sentence.syllables(), at);
            if (match.isPresent()) {
                TermBook.Name name = match.get().what();
                if (!sentence.bracketed().get(at)) {
                    String before = named.putIfAbsent(name.preferred(), name.used());
                    if (before != null && !before.equals(name.used())) {
                        otherNames++;
                        find(PlainRule.ONE_NAME, where, sentence.text(), name.used(), before);
                    }
                }
                at += match.get().length() - 1;
            }
        }
    }

    private void readReferences(String where, Sentence sentence) {
        Matcher matcher = REFERENCE.matcher(sentence.text());
        while (matcher.find()) {
            references++;
            find(PlainRule.REFERENCES, where, sentence.text(), matcher.group(), null);
        }
    }

    private void readAbbreviations(String where, Sentence sentence) {
        Matcher matcher = CAPITALS.matcher(sentence.text());
        while (matcher.find()) {
            String abbreviation = matcher.group();
            if (base.everybodyReads(abbreviation) || roman(abbreviation) || shouted(sentence.text(), matcher)) {
                continue;
            }
            if (explains(sentence.text(), matcher)) {
                explained.add(abbreviation);
            } else if (!explained.contains(abbreviation)) {
                abbreviations++;
                find(PlainRule.ABBREVIATIONS, where, sentence.text(), abbreviation, base.fullForm(abbreviation));
            }
        }
    }

    private void readNegations(String where, Sentence sentence) {
        for (String clause : CLAUSE.split(sentence.text(), -1)) {
            List<String> words = Sentence.syllables(clause);
            boolean question = clause.strip().endsWith("?");
            int last = -NEAR - 1;
            for (int i = 0; i < words.size(); i++) {
                if (!negates(words, i, question)) {
                    continue;
                }
                if (i - last <= NEAR) {
                    doubleNegations++;
                    find(PlainRule.DOUBLE_NEGATION, where, sentence.text(), clause.strip(), null);
                    break;
                }
                last = i;
            }
        }
    }

    /// Whether that word says no; "không" at the end of a question only asks.
    private static boolean negates(List<String> words, int at, boolean question) {
        boolean asks = question && at == words.size() - 1;
        return NO.contains(words.get(at))
                && !asks
                && (at + 1 == words.size() || !NOT_A_NO_BEFORE.contains(words.get(at + 1)))
                && (at == 0 || !NOT_A_NO_AFTER.contains(words.get(at - 1)));
    }

    private void readEmptyWords(Sentence sentence) {
        List<String> words = sentence.syllables();
        int passive = words.indexOf("được");
        if (passive >= 0 && words.subList(passive, words.size()).contains("bởi")) {
            empty++;
        }
        for (int i = 0; i < words.size(); i++) {
            // "ngày làm việc" is a unit.
            if (EMPTY_WORDS.contains(words.get(i)) && (i == 0 || !"làm".equals(words.get(i - 1)))) {
                empty++;
            }
        }
    }

    private static boolean roman(String capitals) {
        return capitals.chars().allMatch(letter -> letter == 'I' || letter == 'V' || letter == 'X');
    }

    /// Words of a heading in capitals are no abbreviations: a mark on one of the capital words around gives it away.
    private static boolean shouted(String text, Matcher at) {
        List<String> before = List.of(SPACES.split(text.substring(0, at.start()).strip(), -1));
        List<String> after = List.of(SPACES.split(text.substring(at.end()).strip(), -1));
        return Stream.concat(
                        before.reversed().stream().takeWhile(PlainLanguage::capitals),
                        after.stream().takeWhile(PlainLanguage::capitals))
                .anyMatch(PlainLanguage::marked);
    }

    private static boolean capitals(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().anyMatch(Character::isLetter);
    }

    private static boolean marked(String word) {
        return word.chars().anyMatch(letter -> letter > 0x7f && letter != 'Đ' && Character.isLetter(letter));
    }

    /// Whether its full form stands beside it: `thẻ căn cước (CCCD)` or `CCCD (thẻ căn cước)`.
    private static boolean explains(String text, Matcher at) {
        boolean inBrackets = at.start() > 1
                && text.charAt(at.start() - 1) == '('
                && at.end() < text.length()
                && text.charAt(at.end()) == ')';
        return inBrackets || text.substring(at.end()).stripLeading().startsWith("(");
    }

    private void find(PlainRule rule, String where, String passage, @Nullable String words, @Nullable String instead) {
        found.add(new Finding(rule, where, passage, words, instead, false));
    }

    private Score score() {
        Measures measures = new Measures(
                syllables,
                sentences,
                share(syllables, sentences),
                longest,
                share(longOnes, sentences),
                100 * share(terms, syllables),
                references,
                abbreviations,
                paragraph,
                otherNames,
                doubleNegations,
                100 * share(empty, syllables));
        for (PlainRule rule : List.of(PlainRule.MEAN, PlainRule.LONG_SHARE, PlainRule.EMPTY)) {
            if (measures.of(rule) > rule.target()) {
                whole.add(new Finding(rule, "", "", null, null, false));
            }
        }
        whole.addAll(found);
        return Score.of(
                measures,
                whole.stream()
                        .map(finding -> new Finding(
                                finding.rule(),
                                finding.where(),
                                finding.passage(),
                                finding.words(),
                                finding.instead(),
                                finding.rule().blocks(measures.of(finding.rule()))))
                        .toList());
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }
}
