package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Explanation;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.Forms;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.search.Filters;
import org.phigiay.search.Search;
import org.phigiay.search.SearchAnswer;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What can be asked of the state: public, in the language asked for.
@RestController
@RequestMapping(path = "/api/v1/procedures", produces = MediaType.APPLICATION_JSON_VALUE)
class ProcedureEndpoints {
    private final Catalogue catalogue;
    private final Search search;
    private final Forms forms;
    private final Organisation organisation;

    ProcedureEndpoints(Catalogue catalogue, Search search, Forms forms, Organisation organisation) {
        this.catalogue = catalogue;
        this.search = search;
        this.forms = forms;
        this.organisation = organisation;
    }

    record Line(String code, String title, String plainTitle) {}

    /// @param fits false when nothing fits and these are merely the nearest
    record Found(List<Line> items, @Nullable String next, boolean fits) {}

    record ComponentAnswer(String code, String title, boolean required, int originals, int certified, int copies) {}

    record AgencyAnswer(String code, String name) {}

    record TermAnswer(int amount, String unit, String text) {}

    record FeeAnswer(long amount, boolean free) {}

    record FormAnswer(String id, int version, String href) {}

    record ProcedureAnswer(
            String code,
            int version,
            String title,
            String plainTitle,
            List<ComponentAnswer> components,
            List<AgencyAnswer> agencies,
            @Nullable TermAnswer term,
            @Nullable FeeAnswer fee,
            @Nullable FormAnswer form) {}

    /// @throws Invalid on `level` when it is none of ours
    @GetMapping
    Found search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "false") boolean online,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        String language = Languages.of(request).code();
        var filters = new Filters(
                level == null || level.isEmpty() ? null : level(level),
                agency == null || agency.isEmpty() ? null : new AgencyCode(agency),
                online);
        SearchAnswer answer = search.search(q == null ? "" : q, filters, after);
        Page<Line> found = answer.page()
                .map(head -> new Line(
                        head.code().value(),
                        head.title().in(language),
                        head.plainTitle().in(language)));
        return new Found(found.items(), found.next(), answer.fits());
    }

    private static Level level(String name) {
        try {
            return Level.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.of("level", "portal.api.level");
        }
    }

    @GetMapping("/{code}")
    ProcedureAnswer read(@PathVariable String code, HttpServletRequest request) {
        Procedure procedure = find(code);
        Language language = Languages.of(request);
        return new ProcedureAnswer(
                procedure.code().value(),
                procedure.version(),
                procedure.title(language.code()),
                procedure.plainTitle(language.code()),
                procedure.components().stream()
                        .map(component -> component(component, language.code()))
                        .toList(),
                procedure.agencies().stream()
                        .flatMap(agency -> organisation.agency(agency).stream())
                        .map((Agency agency) -> new AgencyAnswer(agency.code().value(), agency.name(language.code())))
                        .toList(),
                procedure
                        .statedTerm()
                        .map(term ->
                                new TermAnswer(term.amount(), term.unit().apiName(), Explanation.text(term, language)))
                        .orElse(null),
                procedure
                        .statedFee()
                        .map(fee -> new FeeAnswer(fee.amount(), fee.free()))
                        .orElse(null),
                procedure.fileable() ? form(procedure) : null);
    }

    @GetMapping("/{code}/form")
    JsonNode form(@PathVariable String code, HttpServletRequest request) {
        return forms.schema(find(code).form(), Languages.of(request).code());
    }

    private static FormAnswer form(Procedure procedure) {
        return new FormAnswer(
                procedure.form().id(),
                procedure.form().version(),
                "/api/v1/procedures/" + procedure.code().value() + "/form");
    }

    private static ComponentAnswer component(Component component, String language) {
        return new ComponentAnswer(
                component.code(),
                component.title(language),
                component.required(),
                component.originals(),
                component.certified(),
                component.copies());
    }

    private Procedure find(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow(NotFound::new);
    }
}
