package org.phigiay.guidance;

/// Quy tắc viết dễ hiểu: what is counted in a text, what is aimed at, and from where on it may not stand alone.
///
/// The weights add up to 100. A measure at its target keeps its whole weight, at its block limit nothing; between them
/// it falls in a straight line.
public enum PlainRule {
    /// Mean tiếng in a sentence.
    MEAN("mean", 14, 20, 20),
    /// Tiếng in the longest sentence.
    LONGEST("longest", PlainLanguage.LONG, 35, 10),
    /// Share of sentences longer than 25 tiếng, 0 to 1.
    LONG_SHARE("longShare", 0, 0.10, 10),
    /// Administrative terms in 100 tiếng.
    TERMS("terms", 2, 5, 25),
    /// References to articles, clauses and numbered documents.
    REFERENCES("references", 0, 1, 10),
    /// Abbreviations that nobody explained.
    ABBREVIATIONS("abbreviations", 0, 0, 10),
    /// Sentences in the longest paragraph.
    PARAGRAPH("paragraph", 3, 5, 5),
    /// Further names for a thing that has already been named.
    ONE_NAME("oneName", 0, 0, 5),
    /// "Không … không" within one clause.
    DOUBLE_NEGATION("doubleNegation", 0, 0, 5),
    /// "Việc", "sự", "nhằm", "được … bởi" in 100 tiếng: a warning only, because "việc" has honest uses.
    EMPTY("empty", 2, Double.POSITIVE_INFINITY, 0);

    private final String key;
    private final double target;
    private final double limit;
    private final int weight;

    PlainRule(String key, double target, double limit, int weight) {
        this.key = key;
        this.target = target;
        this.limit = limit;
        this.weight = weight;
    }

    /// Last part of its message keys, `guidance.rule.<key>`.
    public String key() {
        return key;
    }

    /// What is aimed at: this or less.
    public double target() {
        return target;
    }

    /// A text with more than this is blocked; infinite for a rule that only warns.
    public double limit() {
        return limit;
    }

    /// How many of the 100 points it carries.
    public int weight() {
        return weight;
    }

    public boolean blocks(double value) {
        return value > limit;
    }

    /// What a value earns, between 0 and the weight.
    double points(double value) {
        // A rule that only warns has no limit to measure by.
        if (value <= target || weight == 0) {
            return weight;
        }
        if (value >= limit || limit == target) {
            return 0;
        }
        return weight * (limit - value) / (limit - target);
    }
}
