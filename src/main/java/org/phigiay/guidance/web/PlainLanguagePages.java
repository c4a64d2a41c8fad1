package org.phigiay.guidance.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Forms;
import org.phigiay.guidance.LifeEvents;
import org.phigiay.guidance.PlainRule;
import org.phigiay.guidance.PlainScores;
import org.phigiay.guidance.Score;
import org.phigiay.guidance.TermBook;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/ngon-ngu-de-hieu`: how plain language is counted, the term book, and the score of everything we wrote.
@Controller
class PlainLanguagePages {
    private final Catalogue catalogue;
    private final Forms forms;
    private final LifeEvents events;
    private final PlainScores scores;

    PlainLanguagePages(Catalogue catalogue, Forms forms, LifeEvents events, PlainScores scores) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.events = events;
        this.scores = scores;
    }

    /// @param rules name, target, limit, points of each rule
    /// @param pages what was measured, with its points
    record Explained(List<List<String>> rules, List<List<String>> pages, List<TermBook.Term> terms, int enough) {}

    @GetMapping("/ngon-ngu-de-hieu")
    String show(HttpServletRequest request, Model model) {
        Texts texts = Texts.in(Languages.of(request));
        model.addAttribute(
                "view",
                new Explained(
                        Arrays.stream(PlainRule.values())
                                .map(rule -> rule(rule, texts))
                                .toList(),
                        pages(texts),
                        TermBook.shipped().terms(),
                        Score.ENOUGH));
        return "guidance/web/plain";
    }

    private static List<String> rule(PlainRule rule, Texts texts) {
        return List.of(
                texts.get("guidance.rule." + rule.key()),
                value(rule, rule.target(), texts),
                Double.isInfinite(rule.limit())
                        ? texts.get("guidance.plain.only-warns")
                        : texts.get("guidance.plain.above", value(rule, rule.limit(), texts)),
                String.valueOf(rule.weight()));
    }

    private static String value(PlainRule rule, double value, Texts texts) {
        return rule == PlainRule.LONG_SHARE
                ? texts.get("guidance.percent", Math.round(100 * value))
                : String.valueOf((int) value);
    }

    private List<List<String>> pages(Texts texts) {
        String lang = texts.language().code();
        List<List<String>> pages = new ArrayList<>();
        catalogue.heads().stream()
                .filter(head -> head.fileable() && !head.general())
                .flatMap(head -> catalogue.find(head.code()).stream())
                .forEach(procedure -> {
                    if (procedure.guidance() != null) {
                        pages.add(row(procedure.plainTitle(lang), scores.of(procedure.guidance()), texts));
                    }
                    pages.add(row(
                            texts.get("guidance.plain.form", procedure.plainTitle(lang)),
                            scores.of(forms.definition(procedure.form())),
                            texts));
                });
        events.all().forEach(event -> pages.add(row(event.title().in(lang), scores.of(event), texts)));
        return pages;
    }

    private static List<String> row(String title, Score score, Texts texts) {
        String mean = String.format(
                texts.language() == Language.VI ? Locale.of("vi") : Locale.UK,
                "%.1f",
                score.measures().mean());
        return List.of(
                title,
                texts.get("guidance.points", score.points()),
                mean,
                String.valueOf(score.measures().longest()));
    }
}
