package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Parties;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.identity.Body;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Nộp cho ai: the first question of a filing, then one page about whom it is for.
/// What is sent is saved before it is judged, so that nothing typed is lost.
@Controller
@RequestMapping("/ho-so-nhap/{draft}/" + ForWhomPages.BASE)
class ForWhomPages {
    static final String BASE = "nop-cho";
    /// For whom: for oneself, or for which of the others.
    static final String KIND = "ai";
    /// About the person or the organisation.
    static final String WHO = "nguoi";
    /// The letter of authority.
    static final String LETTER = "giay-uy-quyen";

    private static final List<String> CARE = List.of("child", "ward", "court");

    private final Filings filings;
    private final ForWhom forWhom;
    private final Parties parties;
    private final Drafts drafts;

    ForWhomPages(Filings filings, ForWhom forWhom, Parties parties, Drafts drafts) {
        this.filings = filings;
        this.forWhom = forWhom;
        this.parties = parties;
        this.drafts = drafts;
    }

    @GetMapping("/" + KIND)
    String ask(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = elsewhere(filing);
        return elsewhere.orElseGet(() -> showKind(actor, filing, Errors.NONE, Languages.of(request), model));
    }

    @PostMapping("/" + KIND)
    String choose(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "party.kind", defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = elsewhere(filing);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Optional<PartyTold> told = chosen(actor, filing, chosen);
        if (told.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            Errors missing =
                    Errors.of(List.of(FieldError.of("party.kind", "dossiers.party.kind.missing")), Texts.in(language));
            return showKind(actor, filing, missing, language, model);
        }
        drafts.represent(actor, filing.draft().id(), told.get().json());
        boolean known = told.get().kind().equals("self") || told.get().kind().equals("organisation");
        return "redirect:" + (known ? on(actor, draft) : filing.forWhomHref(WHO));
    }

    @GetMapping("/" + WHO)
    String who(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = elsewhere(filing);
        if (elsewhere.isPresent() || !told(filing)) {
            return elsewhere.orElse("redirect:" + filing.forWhomHref(KIND));
        }
        return showWho(filing, filing.party(), Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/" + WHO)
    String tell(
            Actor actor,
            @PathVariable String draft,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = elsewhere(filing);
        if (elsewhere.isPresent() || !told(filing)) {
            return elsewhere.orElse("redirect:" + filing.forWhomHref(KIND));
        }
        PartyTold told = new PartyTold(
                filing.party().kind(),
                posted(request, "party.name"),
                posted(request, "party.personalNumber"),
                date(request),
                posted(request, "party.care"),
                posted(request, "party.taxCode"));
        drafts.represent(actor, filing.draft().id(), told.json());
        List<FieldError> errors = forWhom.problems(actor, filing, told);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            return showWho(filing, told, Errors.of(errors, Texts.in(language)), language, model);
        }
        // Papers are kept under a name only; whoever has not signed in yet is asked for it at the check.
        boolean letter = told.authorised()
                && !actor.anonymous()
                && !filing.draft().components().contains(Paper.AUTHORITY);
        return "redirect:" + (letter ? filing.forWhomHref(LETTER) : on(actor, draft));
    }

    /// A filed draft has a receipt; a form that leaves no choice has no such question.
    static Optional<String> elsewhere(Filing filing) {
        String receipt = filing.receipt();
        if (receipt != null) {
            return Optional.of("redirect:" + receipt);
        }
        return filing.asksForWhom() ? Optional.empty() : Optional.of("redirect:" + filing.goOn());
    }

    private static boolean told(Filing filing) {
        return List.of("guardian", "authorised", PartyTold.AUTHORISED_BODY)
                .contains(filing.party().kind());
    }

    private String on(Actor actor, String draft) {
        return filings.open(actor, draft, false).goOn();
    }

    /// What a choice means; empty when it is none of those offered. Details told before stay when the kind stays.
    private Optional<PartyTold> chosen(Actor actor, Filing filing, String chosen) {
        if (chosen.startsWith("organisation:")
                && Parties.admitted(filing.form()).contains("organisation")) {
            String taxCode = chosen.substring("organisation:".length());
            return parties.held(actor).stream()
                    .filter(body -> body.taxCode().equals(taxCode))
                    .map(body -> new PartyTold("organisation", body.name(), "", "", "", body.taxCode()))
                    .findFirst();
        }
        if (chosen.equals("organisation") || !Parties.admitted(filing.form()).contains(chosen)) {
            return Optional.empty();
        }
        PartyTold before = filing.party();
        return Optional.of(before.kind().equals(chosen) ? before : new PartyTold(chosen, "", "", "", "", ""));
    }

    private String showKind(Actor actor, Filing filing, Errors errors, Language language, Model model) {
        Texts texts = Texts.in(language);
        boolean told = filing.draft().representation() != null;
        PartyTold party = filing.party();
        List<Option> options = new ArrayList<>();
        for (String kind : List.of("self", "guardian", "authorised")) {
            if (Parties.admitted(filing.form()).contains(kind)) {
                options.add(option(kind, texts, told && party.kind().equals(kind)));
            }
        }
        if (Parties.admitted(filing.form()).contains("organisation")) {
            for (Body body : parties.held(actor)) {
                options.add(Option.of(
                        "organisation:" + body.taxCode(),
                        texts.get("dossiers.party.kind.organisation", body.name()),
                        texts.get("dossiers.party.tax", body.taxCode()),
                        party.kind().equals("organisation") && party.taxCode().equals(body.taxCode())));
            }
        }
        if (Parties.admitted(filing.form()).contains(PartyTold.AUTHORISED_BODY)) {
            options.add(option(PartyTold.AUTHORISED_BODY, texts, party.kind().equals(PartyTold.AUTHORISED_BODY)));
        }
        return show(filing, KIND, filing.agencyHref(), options, party, errors, language, model, "forWhom");
    }

    private static Option option(String kind, Texts texts, boolean selected) {
        return Option.of(
                kind,
                texts.get("dossiers.party.kind." + kind),
                texts.get("dossiers.party.kind." + kind + ".hint"),
                selected);
    }

    private String showWho(Filing filing, PartyTold told, Errors errors, Language language, Model model) {
        Texts texts = Texts.in(language);
        List<Option> care = CARE.stream()
                .map(each -> Option.of(
                        each,
                        texts.get("dossiers.party.care." + each),
                        told.care().equals(each)))
                .toList();
        return show(filing, WHO, filing.forWhomHref(KIND), care, told, errors, language, model, "forWhomWho");
    }

    static String show(
            Filing filing,
            String page,
            String back,
            List<Option> options,
            PartyTold told,
            Errors errors,
            Language language,
            Model model,
            String template) {
        List<Draft.Attached> letters = filing.draft().files().stream()
                .filter(file -> file.component().equals(Paper.AUTHORITY))
                .toList();
        model.addAttribute(
                "view",
                new ForWhomView(
                        filing.procedure().plainTitle(language.code()),
                        back,
                        filing.forWhomHref(page),
                        options,
                        told,
                        typed(told.birthDate()),
                        letters,
                        errors));
        return "dossiers/web/" + template;
    }

    private static String posted(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    /// `yyyy-MM-dd` where the parts are numbers; otherwise what was typed, so that it can be shown again.
    private static String date(HttpServletRequest request) {
        String day = posted(request, "party.birthDate.day").strip();
        String month = posted(request, "party.birthDate.month").strip();
        String year = posted(request, "party.birthDate.year").strip();
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return "";
        }
        boolean numbers = day.matches("[0-9]{1,2}") && month.matches("[0-9]{1,2}") && year.matches("[0-9]{4}");
        return numbers
                ? "%s-%02d-%02d".formatted(year, Integer.parseInt(month), Integer.parseInt(day))
                : cut(year) + "-" + cut(month) + "-" + cut(day);
    }

    private static String cut(String part) {
        return part.replace("-", " ").substring(0, Math.min(part.length(), 20));
    }

    /// Day, month and year as they were typed.
    private static List<String> typed(String date) {
        String[] parts = date.split("-", 3);
        return parts.length == 3 ? List.of(parts[2], parts[1], parts[0]) : List.of("", "", "");
    }
}
