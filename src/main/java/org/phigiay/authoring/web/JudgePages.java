package org.phigiay.authoring.web;

import static org.phigiay.authoring.web.Ways.HOME;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.phigiay.authoring.Examination;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The second person: what changes, whom it concerns, what the checks say; publishing it or giving it back.
@Controller
@RequestMapping(HOME + "/{code}")
class JudgePages {

    private final FormDrafts drafts;
    private final Examination examination;
    private final Catalogue catalogue;
    private final AuthoringViews views;
    private final OncePerForm once;

    JudgePages(
            FormDrafts drafts, Examination examination, Catalogue catalogue, AuthoringViews views, OncePerForm once) {
        this.drafts = drafts;
        this.examination = examination;
        this.catalogue = catalogue;
        this.views = views;
        this.once = once;
    }

    @GetMapping("/duyet")
    String judge(Actor actor, @PathVariable("code") String code, HttpServletRequest request, Model model) {
        return judge(actor, code, "", Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/dang")
    String publish(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        String there;
        try {
            there = once.submit(
                    actor,
                    request.getRequestURI(),
                    request.getParameterMap(),
                    FormRef.class,
                    _ -> HOME,
                    () -> drafts.publish(actor, new ProcedureCode(code), seen, reason));
        } catch (Invalid e) {
            return again(actor, code, reason, e, request, response, model);
        }
        redirect.addFlashAttribute("flash", "authoring.flash.published");
        return "redirect:" + there;
    }

    @PostMapping("/tra-lai")
    String giveBack(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            @RequestParam(name = "back", defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        try {
            FormDraft _ = drafts.giveBack(actor, new ProcedureCode(code), seen, reason);
        } catch (Invalid e) {
            return again(actor, code, "", e, request, response, model);
        }
        redirect.addFlashAttribute("flash", "authoring.flash.returned");
        return "redirect:" + HOME;
    }

    private String again(
            Actor actor,
            String code,
            String reason,
            Invalid invalid,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Language language = Languages.of(request);
        boolean typed = invalid.errors().stream()
                .map(FieldError::field)
                .allMatch(field -> field.equals("reason") || field.equals("back"));
        // What stands in the way is listed on the page with its places; the summary leads there.
        Invalid said = typed
                ? invalid
                : Invalid.of(
                        "can-sua", "authoring.send.blocked", invalid.errors().size());
        return judge(actor, code, reason, Errors.of(said, Texts.in(language)), language, model);
    }

    private String judge(Actor actor, String code, String reason, Errors errors, Language language, Model model) {
        FormDraft draft = drafts.open(actor, new ProcedureCode(code))
                .orElseThrow(() -> new NotFound("authoring.none-open", code));
        Procedure procedure = catalogue.find(draft.code()).orElseThrow(() -> new NotFound("catalogue.not-found", code));
        model.addAttribute(
                "view",
                views.judge(
                        actor,
                        procedure,
                        draft,
                        examination.check(actor, draft),
                        examination.impact(actor, draft),
                        examination.changes(actor, draft, Texts.in(language)),
                        reason,
                        errors,
                        language));
        return "authoring/web/judge";
    }
}
