package org.phigiay.guidance.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.phigiay.guidance.Finding;
import org.phigiay.guidance.PlainRule;
import org.phigiay.guidance.Score;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// What the plain-language count found, in the words an officer reads.
public final class FoundViews {

    private static final int QUOTED = 80;

    private final Texts texts;

    public FoundViews(Texts texts) {
        this.texts = texts;
    }

    /// @param enough whether it may be published without a reason
    /// @param blocking names of the rules whose limit is passed
    /// @param rules rule, value, target, limit
    /// @param whole advice on the text as a whole
    public record ScoreView(
            int points,
            int least,
            boolean enough,
            List<String> blocking,
            List<List<String>> rules,
            List<String> whole) {}

    public ScoreView score(Score score) {
        return new ScoreView(
                score.points(),
                Score.ENOUGH,
                score.publishable(),
                score.blocking().stream().map(this::name).toList(),
                Arrays.stream(PlainRule.values())
                        .map(rule -> List.of(
                                name(rule),
                                value(rule, score.measures().of(rule)),
                                value(rule, rule.target()),
                                Double.isInfinite(rule.limit())
                                        ? texts.get("guidance.plain.only-warns")
                                        : texts.get("guidance.plain.above", value(rule, rule.limit()))))
                        .toList(),
                at(score, ""));
    }

    /// What was found at one place.
    public List<String> at(Score score, String where) {
        return score.findings().stream()
                .filter(finding -> finding.where().equals(where))
                .map(this::say)
                .distinct()
                .toList();
    }

    /// What was found at places that do not pass this test, with the name of the place.
    List<String> elsewhere(Score score, List<String> places) {
        return score.findings().stream()
                .filter(finding -> !finding.where().isEmpty()
                        && places.stream().noneMatch(place -> finding.where().startsWith(place)))
                .map(this::say)
                .distinct()
                .toList();
    }

    /// Everything that was found.
    public List<String> all(Score score) {
        return score.findings().stream().map(this::say).distinct().toList();
    }

    private String say(Finding finding) {
        String how = texts.get("guidance.rule." + finding.rule().key() + ".how");
        String words = finding.words();
        String instead = finding.instead();
        String said;
        if (words != null && instead != null) {
            said = instead.startsWith("(") || instead.startsWith("[")
                    ? texts.get("guidance.editor.advice", words, instead)
                    : texts.get("guidance.editor.replace", words, instead);
        } else if (words != null) {
            said = texts.get("guidance.editor.look", shortened(words), how);
        } else if (!finding.passage().isEmpty()) {
            said = texts.get("guidance.editor.look", shortened(finding.passage()), how);
        } else {
            said = name(finding.rule()) + ". " + how;
        }
        return finding.blocks() ? texts.get("guidance.editor.blocks", said) : said;
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED).stripTrailing() + "…";
    }

    private String name(PlainRule rule) {
        return texts.get("guidance.rule." + rule.key());
    }

    private String value(PlainRule rule, double value) {
        Locale locale = texts.language() == Language.VI ? Locale.of("vi") : Locale.UK;
        return rule == PlainRule.LONG_SHARE
                ? texts.get("guidance.percent", Math.round(100 * value))
                : value == Math.rint(value) ? String.valueOf((long) value) : String.format(locale, "%.1f", value);
    }
}
