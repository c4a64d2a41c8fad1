package org.phigiay.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Explanation;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.Level;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.search.Counts;
import org.phigiay.search.Filters;
import org.phigiay.search.Search;
import org.phigiay.search.SearchAnswer;
import org.phigiay.search.web.SearchViews.Line;
import org.phigiay.search.web.SearchViews.Listing;
import org.phigiay.search.web.SearchViews.Place;
import org.phigiay.search.web.SearchViews.Suggestion;
import org.phigiay.search.web.SearchViews.Suggestions;
import org.phigiay.shared.AgencyCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/// `/thu-tuc`: the list of procedures and its search, for everybody.
@Controller
class SearchPages {

    /// Of a longer question this much is shown again.
    private static final int SHOWN = 500;

    private static final int NEAREST = 5;
    private static final int PLACES = 3;

    private final Search search;
    private final Counts counts;
    private final Organisation organisation;
    private final Catalogue catalogue;

    SearchPages(Search search, Counts counts, Organisation organisation, Catalogue catalogue) {
        this.search = search;
        this.counts = counts;
        this.organisation = organisation;
        this.catalogue = catalogue;
    }

    @GetMapping("/thu-tuc")
    String list(
            @RequestParam(name = "q", defaultValue = "") String question,
            @RequestParam(name = "cap", defaultValue = "") String level,
            @RequestParam(name = "noi", defaultValue = "") String agency,
            @RequestParam(name = "truc-tuyen", defaultValue = "") String online,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        Language language = Languages.of(request);
        var filters = new Filters(level(level), agency(agency), !online.isEmpty());
        SearchAnswer answer = search.search(question, filters, after);
        boolean nothing = !answer.fits() || answer.page().items().isEmpty();
        String asked = question.strip();
        if (after == null && !asked.isEmpty() && filters.equals(Filters.NONE)) {
            counts.asked(asked, !nothing);
        }
        model.addAttribute("view", listing(asked, filters, after, answer, nothing, language));
        return "search/web/list";
    }

    @GetMapping(path = "/thu-tuc/goi-y", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Suggestions suggest(@RequestParam(name = "q", defaultValue = "") String typed, HttpServletRequest request) {
        Texts texts = Texts.in(Languages.of(request));
        String language = texts.language().code();
        List<Suggestion> suggestions = search.suggest(typed).stream()
                .map(head -> new Suggestion(
                        head.plainTitle().in(language),
                        "/thu-tuc/" + head.code().value()))
                .toList();
        return new Suggestions(
                suggestions,
                suggestions.isEmpty()
                        ? texts.get("search.suggestions-none")
                        : texts.get("search.suggestions", suggestions.size()));
    }

    private Listing listing(
            String question,
            Filters filters,
            @Nullable String after,
            SearchAnswer answer,
            boolean nothing,
            Language language) {
        Texts texts = Texts.in(language);
        String shown = question.length() > SHOWN ? question.substring(0, SHOWN) : question;
        List<Line> lines = answer.page().items().stream()
                .limit(nothing ? NEAREST : Integer.MAX_VALUE)
                .map(head -> line(head, shown, texts))
                .toList();
        String next = answer.page().next();
        return new Listing(
                shown,
                question.isEmpty() ? "" : texts.get("search.found", answer.total()),
                levels(filters, texts),
                agencies(filters, language),
                filters.onlineOnly(),
                lines,
                nothing,
                !filters.equals(Filters.NONE),
                address(shown, Filters.NONE, null),
                nothing ? places(language) : List.of(),
                next == null || nothing ? null : address(shown, filters, next),
                after == null ? null : address(shown, filters, null));
    }

    private static Line line(ProcedureHead head, String question, Texts texts) {
        String language = texts.language().code();
        String title = head.plainTitle().in(language);
        String official = head.title().in(language);
        String code = head.code().value();
        String href = question.isEmpty()
                ? "/thu-tuc/" + code
                : UriComponentsBuilder.fromPath("/thu-tuc/" + code)
                        .queryParam("tu", "{question}")
                        .encode()
                        .build(question)
                        .toString();
        return new Line(href, title, title.equals(official) ? null : official, facts(head, texts));
    }

    private static String facts(ProcedureHead head, Texts texts) {
        var facts = new ArrayList<String>();
        if (head.term() != null) {
            facts.add(Explanation.text(head.term(), texts.language()));
        }
        if (head.fee() != null) {
            facts.add(fee(head.fee(), texts));
        }
        if (!head.levels().isEmpty()) {
            facts.add(String.join(
                    ", ",
                    head.levels().stream()
                            .map(level -> texts.get("search.level." + level))
                            .toList()));
        }
        facts.add(texts.get(
                head.general()
                        ? "search.fileable-general"
                        : head.fileable()
                                ? "search.fileable"
                                : head.online() ? "search.online" : "search.at-the-desk"));
        return String.join(" · ", facts);
    }

    private static String fee(Fee fee, Texts texts) {
        String digits = String.format(Locale.ROOT, "%,d", fee.amount());
        return fee.free()
                ? texts.get("search.free")
                : texts.get("search.amount", texts.language() == Language.VI ? digits.replace(',', '.') : digits);
    }

    private static List<Option> levels(Filters filters, Texts texts) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", texts.get("search.filter.any"), filters.level() == null));
        for (Level level : List.of(Level.COMMUNE, Level.PROVINCE, Level.MINISTRY, Level.OTHER)) {
            options.add(Option.of(slug(level), texts.get("search.level." + level), level == filters.level()));
        }
        return options;
    }

    private List<Option> agencies(Filters filters, Language language) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", Texts.in(language).get("search.filter.any"), filters.agency() == null));
        List<AgencyCode> performing = catalogue.heads().stream()
                .flatMap(head -> head.agencies().stream())
                .distinct()
                .toList();
        organisation.agencies().stream()
                .filter(agency -> performing.contains(agency.code()))
                .forEach(agency -> options.add(Option.of(
                        agency.code().value(),
                        agency.name(language.code()),
                        agency.code().equals(filters.agency()))));
        return options;
    }

    private List<Place> places(Language language) {
        return organisation.agencies().stream()
                .filter(agency -> agency.parent() != null)
                .limit(PLACES)
                .map((Agency agency) -> new Place(
                        agency.name(language.code()),
                        agency.address(),
                        agency.phone(),
                        "tel:" + agency.phone().replaceAll("[^+\\d]", ""),
                        agency.hours().in(language.code())))
                .toList();
    }

    private static String address(String question, Filters filters, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/thu-tuc");
        if (!question.isEmpty()) {
            address.queryParam("q", "{question}");
        }
        if (filters.level() != null) {
            address.queryParam("cap", slug(filters.level()));
        }
        if (filters.agency() != null) {
            address.queryParam("noi", filters.agency().value());
        }
        if (filters.onlineOnly()) {
            address.queryParam("truc-tuyen", "co");
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return question.isEmpty()
                ? address.encode().build().toUriString()
                : address.encode().build(question).toString();
    }

    private static String slug(Level level) {
        return switch (level) {
            case COMMUNE -> "xa";
            case PROVINCE -> "tinh";
            case MINISTRY -> "bo";
            case OTHER -> "khac";
        };
    }

    private static @Nullable Level level(String slug) {
        for (Level level : Level.values()) {
            if (slug(level).equals(slug)) {
                return level;
            }
        }
        return null;
    }

    private @Nullable AgencyCode agency(String code) {
        return organisation.agencies().stream()
                .map(Agency::code)
                .filter(known -> known.value().equals(code))
                .findFirst()
                .orElse(null);
    }
}
