package org.phigiay.guidance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Kho từ: words of the office with their everyday ones, the one name of each thing, and what abbreviations stand for.
/// Read once from `terms.tsv`, `names.tsv` and `abbreviations.tsv`.
public final class TermBook {

    private static final TermBook SHIPPED = new TermBook(rows("terms"), rows("names"), rows("abbreviations"));

    private final List<Term> terms = new ArrayList<>();
    private final Map<String, List<Phrase<Term>>> termsByFirst = new HashMap<>();
    private final Map<String, List<Phrase<Name>>> namesByFirst = new HashMap<>();
    private final Map<String, String> abbreviations = new HashMap<>();

    /// @param official what offices write
    /// @param everyday what to write instead; in brackets when it is advice and not words to copy
    public record Term(String official, String everyday) {}

    /// @param preferred the one name we use
    /// @param used one of the names of that thing
    record Name(String preferred, String used) {}

    /// @param length in tiếng
    record Match<T>(T what, int length) {}

    private record Phrase<T>(List<String> syllables, T what) {}

    private TermBook(List<String[]> terms, List<String[]> names, List<String[]> abbreviations) {
        for (String[] row : terms) {
            Term term = new Term(row[0], row[1]);
            this.terms.add(term);
            add(termsByFirst, row[0], term);
        }
        for (String[] row : names) {
            for (String name : row) {
                add(namesByFirst, name, new Name(row[0], name));
            }
        }
        abbreviations.forEach(row -> this.abbreviations.put(row[0], row[1]));
        sort(termsByFirst);
        sort(namesByFirst);
    }

    public static TermBook shipped() {
        return SHIPPED;
    }

    /// Every term, as the file lists them.
    public List<Term> terms() {
        return List.copyOf(terms);
    }

    /// The longest term that begins at that place.
    Optional<Match<Term>> term(List<String> syllables, int at) {
        return longest(termsByFirst, syllables, at);
    }

    /// The longest name of a thing that begins at that place.
    Optional<Match<Name>> name(List<String> syllables, int at) {
        return longest(namesByFirst, syllables, at);
    }

    /// What an abbreviation stands for, null when we do not know.
    @Nullable
    String fullForm(String abbreviation) {
        String full = abbreviations.get(abbreviation);
        return "=".equals(full) ? null : full;
    }

    /// Whether everybody reads it as it is.
    boolean everybodyReads(String abbreviation) {
        return "=".equals(abbreviations.get(abbreviation));
    }

    private static <T> Optional<Match<T>> longest(
            Map<String, List<Phrase<T>>> phrases, List<String> syllables, int at) {
        return phrases.getOrDefault(syllables.get(at), List.of()).stream()
                .filter(phrase -> at + phrase.syllables().size() <= syllables.size()
                        && syllables.subList(at, at + phrase.syllables().size()).equals(phrase.syllables()))
                .findFirst()
                .map(phrase -> new Match<>(phrase.what(), phrase.syllables().size()));
    }

    private static <T> void add(Map<String, List<Phrase<T>>> phrases, String text, T what) {
        List<String> syllables = Sentence.syllables(text);
        phrases.computeIfAbsent(syllables.getFirst(), first -> new ArrayList<>())
                .add(new Phrase<>(syllables, what));
    }

    private static <T> void sort(Map<String, List<Phrase<T>>> phrases) {
        Comparator<Phrase<T>> longestFirst =
                Comparator.comparingInt(phrase -> -phrase.syllables().size());
        phrases.values().forEach(list -> list.sort(longestFirst));
    }

    private static List<String[]> rows(String name) {
        InputStream in = Objects.requireNonNull(
                TermBook.class.getResourceAsStream("/org/phigiay/guidance/" + name + ".tsv"), name);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .peek(row -> {
                        if (row.length < 2) {
                            throw new IllegalStateException(name + ".tsv: a line without a second column: " + row[0]);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
