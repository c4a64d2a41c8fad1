package org.phigiay.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A question put to Lucene: what was said, and what it stands for.
///
/// What it stands for has the same weight however long the official words are; what was said counts by rarity, but
/// not without end, so that a long story does not drown its own matter.
final class Asking {

    private static final double MEANING = 30;
    private static final double SAID = 24;
    private static final double FITS_BY_MEANING = 0.55;
    private static final double FITS_BY_WORDS = 0.5;
    private static final int MEANINGS = 24;

    private final Question question;
    private final Frequencies frequencies;
    private final Set<String> spoken = new HashSet<>();

    Asking(Question question, Frequencies frequencies) {
        this.question = question;
        this.frequencies = frequencies;
        for (Word word : question.read()) {
            spoken.add(word.exact() ? word.key() : word.folded());
            spoken.addAll(word.others());
        }
        question.meanings().forEach(meaning -> spoken.addAll(meaning.target().keys()));
    }

    Query query() {
        var query = new BooleanQuery.Builder();
        List<Clause> said = said();
        double mass = said.stream().mapToDouble(Clause::mass).sum();
        double share = question.meanings().isEmpty() || mass <= SAID ? 1 : SAID / mass;
        for (Clause clause : said) {
            query.add(new BoostQuery(clause.query(), (float) share), BooleanClause.Occur.SHOULD);
        }
        for (Question.Meaning meaning :
                question.meanings().stream().limit(MEANINGS).toList()) {
            query.add(meant(meaning), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    /// @param mass what it can add at most in a title, about
    private record Clause(Query query, double mass) {}

    private List<Clause> said() {
        var clauses = new ArrayList<Clause>();
        words(clauses, question.read(), 1, Set.of());
        var read = new HashSet<String>();
        question.read().forEach(word -> read.add(word.key()));
        words(clauses, question.asked(), 0.3, read);
        return clauses;
    }

    private void words(List<Clause> clauses, List<Word> words, double weight, Set<String> without) {
        var done = new HashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (without.contains(word.key())) {
                continue;
            }
            if (done.add(word.key())) {
                double idf = idf(word);
                clauses.add(new Clause(single(word, weight * word.weight()), idf * weight));
            }
            if (i + 1 < words.size()
                    && done.add(word.key() + " " + words.get(i + 1).key())) {
                Query pair = pair(word, words.get(i + 1), weight * 1.3);
                clauses.add(new Clause(pair, 0));
            }
        }
    }

    private static Query single(Word word, double weight) {
        var ways = new ArrayList<Query>();
        if (word.exact()) {
            ways.add(term("tm", word.key(), weight));
            ways.add(term("t", word.folded(), 0.4 * weight));
        } else {
            ways.add(term("t", word.folded(), weight));
        }
        word.others().forEach(other -> ways.add(term("t", other, 0.7 * weight)));
        ways.add(term("p", word.folded(), 0.9 * weight));
        ways.add(term("s", word.folded(), 0.35 * weight));
        return new DisjunctionMaxQuery(ways, 0.15f);
    }

    private static Query pair(Word a, Word b, double weight) {
        var ways = new ArrayList<Query>();
        if (a.exact() && b.exact()) {
            ways.add(term("t2m", a.key() + " " + b.key(), weight));
            ways.add(term("t2", a.folded() + " " + b.folded(), 0.5 * weight));
        } else {
            ways.add(term("t2", a.folded() + " " + b.folded(), weight));
        }
        for (String first : or(a)) {
            for (String second : or(b)) {
                ways.add(term("t2", first + " " + second, 0.8 * weight));
            }
        }
        String folded = a.folded() + " " + b.folded();
        ways.add(term("p2", folded, weight));
        ways.add(term("s2", folded, 0.5 * weight));
        ways.add(term("b2", folded, 0.15 * weight));
        return new DisjunctionMaxQuery(ways, 0.15f);
    }

    private static List<String> or(Word word) {
        var words = new ArrayList<>(word.others());
        words.add(word.folded());
        return words.size() == 1 ? List.of() : words;
    }

    private Query meant(Question.Meaning meaning) {
        List<String> keys = meaning.target().keys();
        var query = new BooleanQuery.Builder();
        double mass = 0;
        for (String key : new HashSet<>(keys)) {
            mass += frequencies.ofKey(key);
        }
        for (String pair : new HashSet<>(Syllables.pairs(keys))) {
            mass += frequencies.ofPair(pair);
        }
        double share = MEANING * meaning.weight() / Math.max(mass, 1);
        for (String key : new HashSet<>(keys)) {
            query.add(term("tm", key, share), BooleanClause.Occur.SHOULD);
        }
        for (String pair : new HashSet<>(Syllables.pairs(keys))) {
            query.add(term("t2m", pair, share), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private static Query term(String field, String text, double weight) {
        return new BoostQuery(new TermQuery(new Term(field, text)), (float) weight);
    }

    /// How much of a title the question speaks of, from 0 to 1.
    double told(Entry entry) {
        double told = 0;
        double whole = 0;
        for (String key : new HashSet<>(entry.title())) {
            double idf = frequencies.ofKey(key);
            whole += idf;
            if (spoken.contains(key) || spoken.contains(Syllables.folded(key))) {
                told += idf;
            }
        }
        return whole == 0 ? 0 : told / whole;
    }

    /// Whether a procedure answers the question, and is not only the least far from it.
    boolean fits(Entry entry) {
        for (Question.Meaning meaning : question.meanings()) {
            if (meaning.weight() >= 0.5 && covered(meaning.target().keys(), entry) >= FITS_BY_MEANING) {
                return true;
            }
        }
        Set<String> words = words(entry);
        double said = 0;
        double found = 0;
        for (Word word : new HashSet<>(question.read())) {
            double idf = idf(word);
            said += idf;
            boolean there = words.contains(word.exact() ? word.key() : word.folded())
                    || word.others().stream().anyMatch(words::contains);
            if (there) {
                found += idf;
            }
        }
        return said > 0 && found / said >= FITS_BY_WORDS;
    }

    /// The words close to a procedure, with and without marks.
    private static Set<String> words(Entry entry) {
        var words = new HashSet<>(entry.title());
        for (String text : SearchIndex.said(entry.document())) {
            words.addAll(Syllables.of(text));
        }
        words.addAll(Syllables.of(entry.document().field()));
        words.addAll(Syllables.folded(List.copyOf(words)));
        return words;
    }

    private double covered(List<String> keys, Entry entry) {
        List<String> title = entry.title();
        Set<String> pairs = new HashSet<>(Syllables.pairs(title));
        double whole = 0;
        double there = 0;
        for (String pair : new HashSet<>(Syllables.pairs(keys))) {
            double idf = frequencies.ofPair(pair);
            whole += idf;
            there += pairs.contains(pair) ? idf : 0;
        }
        for (String key : new HashSet<>(keys)) {
            double idf = frequencies.ofKey(key);
            whole += idf;
            there += title.contains(key) ? idf : 0;
        }
        return whole == 0 ? 0 : there / whole;
    }

    private double idf(Word word) {
        double idf = word.exact() ? frequencies.ofKey(word.key()) : frequencies.ofFolded(word.folded());
        for (String other : word.others()) {
            idf = Math.min(idf, frequencies.ofFolded(other));
        }
        return idf;
    }
}
