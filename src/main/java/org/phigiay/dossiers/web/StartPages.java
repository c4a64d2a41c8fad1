package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.QuestionsLeft;
import org.phigiay.identity.web.GuestVisits;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way into a filing: which agency, and whether an earlier draft goes on. Looking begins nothing;
/// whoever begins
/// without signing in becomes a guest.
@Controller
class StartPages {
    private final Filings filings;
    private final Drafts drafts;
    private final QuestionsLeft left;
    private final GuestVisits visits;
    private final OncePerForm once;

    StartPages(Filings filings, Drafts drafts, QuestionsLeft left, GuestVisits visits, OncePerForm once) {
        this.left = left;
        this.visits = visits;
        this.filings = filings;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping("/thu-tuc/{code}/nop")
    String start(Actor actor, @PathVariable String code, HttpServletRequest request, Model model) {
        Procedure procedure = filings.procedure(new ProcedureCode(code));
        return show(actor, procedure, Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/thu-tuc/{code}/nop")
    String begin(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String agency,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Procedure procedure = filings.procedure(new ProcedureCode(code));
        Optional<AgencyCode> chosen = chosen(procedure, agency);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(actor, procedure, missing(Languages.of(request)), Languages.of(request), model);
        }
        Actor begins = visits.begin(actor, request, response);
        return "redirect:"
                + once.submit(
                        begins,
                        request.getRequestURI() + "?" + agency,
                        request.getParameterMap(),
                        Draft.class,
                        draft -> Filing.DRAFTS + draft.id(),
                        () -> drafts.start(begins, procedure.code(), procedure.form(), chosen.get()));
    }

    /// The choice may be changed as long as nothing is filed.
    @GetMapping("/ho-so-nhap/{draft}/" + Filing.AGENCY)
    String agency(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        return receipt != null ? "redirect:" + receipt : ask(filing, Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/ho-so-nhap/{draft}/" + Filing.AGENCY)
    String choose(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String agency,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        Optional<AgencyCode> chosen = chosen(filing.procedure(), agency);
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(filing, missing(Languages.of(request)), Languages.of(request), model);
        }
        drafts.choose(actor, filing.draft().id(), chosen.get());
        String last = filing.draft().page();
        boolean answered = last != null
                && filing.form()
                        .page(last)
                        .flatMap(
                                page -> filing.form().after(page, filing.draft().answers()))
                        .isEmpty();
        return "redirect:" + (answered ? filing.checkHref() : filing.first());
    }

    private String show(Actor actor, Procedure procedure, Errors errors, Language language, Model model) {
        boolean nobody = actor.anonymous() && !actor.guest();
        List<StartView.Unfinished> unfinished = nobody
                ? List.of()
                : drafts.open(actor, procedure.code()).stream()
                        .map(draft -> unfinished(draft, language))
                        .toList();
        String lang = language.code();
        model.addAttribute(
                "view",
                new StartView(
                        procedure.plainTitle(lang),
                        "/thu-tuc/" + procedure.code(),
                        "/thu-tuc/" + procedure.code() + "/nop",
                        filings.agencies(procedure, "", language),
                        unfinished,
                        false,
                        actor.anonymous() ? Filing.signInHref("/thu-tuc/" + procedure.code() + "/nop") : null,
                        errors,
                        OncePerForm.newKey()));
        return "dossiers/web/start";
    }

    private String ask(Filing filing, Errors errors, Language language, Model model) {
        String chosen = filing.agency().map(AgencyCode::value).orElse("");
        Procedure procedure = filing.procedure();
        model.addAttribute(
                "view",
                new StartView(
                        procedure.plainTitle(language.code()),
                        ResumePages.OWN,
                        filing.agencyHref(),
                        filings.agencies(procedure, chosen, language),
                        List.of(),
                        true,
                        null,
                        errors,
                        OncePerForm.newKey()));
        return "dossiers/web/start";
    }

    private StartView.Unfinished unfinished(Draft draft, Language language) {
        AgencyCode agency = draft.agency();
        return new StartView.Unfinished(
                Filing.DRAFTS + draft.id(),
                agency == null ? "" : filings.name(agency, language),
                draft.updatedAt(),
                left.of(draft));
    }

    private static Optional<AgencyCode> chosen(Procedure procedure, String agency) {
        return procedure.agencies().stream()
                .filter(code -> code.value().equals(agency))
                .findFirst();
    }

    private static Errors missing(Language language) {
        return Errors.of(List.of(FieldError.of("agency", "dossiers.filing.agency.missing")), Texts.in(language));
    }
}
