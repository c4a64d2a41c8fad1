package org.phigiay.guidance;

import java.util.Arrays;
import java.util.List;

/// Điểm dễ hiểu: how plainly a text is written, with what to improve.
///
/// @param points 0 to 100; 100 when every measure is at its target
/// @param measures what was counted
/// @param findings in the order of the text; those about the whole text come first
public record Score(int points, Measures measures, List<Finding> findings) {

    /// A text below this needs a second person's reason before it is published, as does a blocked one.
    public static final int ENOUGH = 70;

    public Score {
        findings = List.copyOf(findings);
    }

    static Score of(Measures measures, List<Finding> findings) {
        double points = Arrays.stream(PlainRule.values())
                .mapToDouble(rule -> rule.points(measures.of(rule)))
                .sum();
        return new Score((int) Math.round(points), measures, findings);
    }

    /// The rules whose block limit is passed.
    public List<PlainRule> blocking() {
        return Arrays.stream(PlainRule.values())
                .filter(rule -> rule.blocks(measures.of(rule)))
                .toList();
    }

    /// Whether it may be published without anybody's reason: enough points, and no block limit passed.
    public boolean publishable() {
        return points >= ENOUGH && blocking().isEmpty();
    }

    /// Whether anything was there to be measured.
    public boolean measured() {
        return measures.sentences() > 0;
    }
}
