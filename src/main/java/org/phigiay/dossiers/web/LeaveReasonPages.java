package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.forms.LeaveReason;
import org.phigiay.forms.LeaveReasons;
import org.phigiay.forms.LeaveReasons.Count;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `/can-bo/danh-muc/roi-bieu-mau`: at which questions people stop, and what they say about it, the worst
/// first.
@Controller
class LeaveReasonPages {
    private static final String HERE = "/can-bo/danh-muc/roi-bieu-mau";
    private static final String EDITOR = "/can-bo/danh-muc/bieu-mau/";
    private static final int MOST = 200;

    private final LeaveReasons reasons;
    private final Forms forms;
    private final Catalogue catalogue;

    LeaveReasonPages(LeaveReasons reasons, Forms forms, Catalogue catalogue) {
        this.reasons = reasons;
        this.forms = forms;
        this.catalogue = catalogue;
    }

    /// One question.
    ///
    /// @param href the editor of the form, at the question
    /// @param reasons what was said, the most frequent first, with its number
    record Row(String question, String href, String procedure, String version, long times, List<String> reasons) {}

    private record Place(ProcedureCode procedure, FormRef form, String question) {}

    @GetMapping(HERE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        Map<Place, List<Count>> byPlace = new LinkedHashMap<>();
        for (Count count : reasons.counts(actor)) {
            byPlace.computeIfAbsent(
                            new Place(count.procedure(), count.form(), count.question()), _ -> new ArrayList<>())
                    .add(count);
        }
        List<Row> rows = byPlace.entrySet().stream()
                .map(place -> row(place.getKey(), place.getValue(), language))
                .sorted(Comparator.comparingLong(Row::times).reversed())
                .limit(MOST)
                .toList();
        model.addAttribute("rows", rows);
        return "dossiers/web/leaveReasons";
    }

    private Row row(Place place, List<Count> counts, Language language) {
        Texts texts = Texts.in(language);
        return new Row(
                question(place, language),
                EDITOR + place.procedure() + (place.question().isEmpty() ? "" : "#" + place.question()),
                catalogue
                        .find(place.procedure())
                        .map((Procedure procedure) -> procedure.plainTitle(language.code()))
                        .orElse(place.procedure().value()),
                texts.get("dossiers.reasons.version", place.form().version()),
                counts.stream()
                        .filter(count -> count.reason() != LeaveReason.SKIPPED)
                        .mapToLong(Count::times)
                        .sum(),
                counts.stream()
                        .map(count -> texts.get(
                                "dossiers.reasons.line",
                                texts.get("dossiers.reasons." + count.reason().name()),
                                count.times()))
                        .toList());
    }

    private String question(Place place, Language language) {
        if (place.question().isEmpty()) {
            return Texts.in(language).get("dossiers.filing.check");
        }
        try {
            return forms.definition(place.form()).pages().stream()
                    .filter(page -> page.id().equals(place.question()))
                    .findFirst()
                    .map((FormPage page) -> page.title().in(language.code()))
                    .orElse(place.question());
        } catch (NotFound gone) {
            return place.question();
        }
    }
}
