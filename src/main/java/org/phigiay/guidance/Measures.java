package org.phigiay.guidance;

/// What was counted in a text.
///
/// @param syllables tiếng in all
/// @param sentences sentences in all
/// @param mean tiếng in a sentence, on average
/// @param longest tiếng in the longest sentence
/// @param longShare share of sentences over 25 tiếng, 0 to 1
/// @param terms administrative terms in 100 tiếng
/// @param references references to articles, clauses and numbered documents
/// @param abbreviations abbreviations without their full form
/// @param paragraph sentences in the longest paragraph
/// @param otherNames further names of things already named
/// @param doubleNegations clauses that say no twice
/// @param empty empty words in 100 tiếng
public record Measures(
        int syllables,
        int sentences,
        double mean,
        int longest,
        double longShare,
        double terms,
        int references,
        int abbreviations,
        int paragraph,
        int otherNames,
        int doubleNegations,
        double empty) {

    /// The value a rule looks at.
    public double of(PlainRule rule) {
        return switch (rule) {
            case MEAN -> mean;
            case LONGEST -> longest;
            case LONG_SHARE -> longShare;
            case TERMS -> terms;
            case REFERENCES -> references;
            case ABBREVIATIONS -> abbreviations;
            case PARAGRAPH -> paragraph;
            case ONE_NAME -> otherNames;
            case DOUBLE_NEGATION -> doubleNegations;
            case EMPTY -> empty;
        };
    }
}
