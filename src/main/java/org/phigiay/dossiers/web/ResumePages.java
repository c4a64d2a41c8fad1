package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.QuestionsLeft;
import org.phigiay.identity.Guests.Begun;
import org.phigiay.identity.Guests.Resumed;
import org.phigiay.identity.PublicPaths;
import org.phigiay.identity.web.GuestVisits;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Làm tiếp: back to what was begun without signing in, on any device.
@Controller
class ResumePages {
    static final String RESUME = "/lam-tiep";
    static final String OWN = "/ho-so-nhap";

    private final Filings filings;
    private final Drafts drafts;
    private final QuestionsLeft left;
    private final GuestVisits visits;

    ResumePages(Filings filings, Drafts drafts, QuestionsLeft left, GuestVisits visits) {
        this.filings = filings;
        this.drafts = drafts;
        this.left = left;
        this.visits = visits;
    }

    /// A draft belongs to whoever began it, signed in or not: the pages are open, the drafts are not.
    @Bean
    static PublicPaths pagesOfDrafts() {
        return PublicPaths.of(OWN, OWN + "/**", RESUME, RESUME + "/**");
    }

    /// @param left how many questions still ask for the person
    record Unfinished(String href, String discard, String title, Instant savedAt, int left) {}

    @GetMapping(RESUME)
    String ask(Actor actor, Model model) {
        return form(actor, "", Errors.NONE, model);
    }

    @PostMapping(RESUME)
    String resume(
            Actor actor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Language language = Languages.of(request);
        try {
            switch (visits.resume(phone, code, request, response)) {
                case Resumed.Here(Begun begun) -> {
                    redirect.addFlashAttribute("flash", "dossiers.resume.here");
                    List<Draft> open = drafts.open(begun.guest());
                    return "redirect:"
                            + (open.size() == 1
                                    ? Filing.DRAFTS + open.getFirst().id()
                                    : OWN);
                }
                case Resumed.Wrong() -> {
                    return refused(
                            actor,
                            phone,
                            "dossiers.resume.wrong",
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language,
                            response,
                            model);
                }
                case Resumed.TooMany() -> {
                    return refused(
                            actor,
                            phone,
                            "dossiers.resume.tooMany",
                            HttpStatus.TOO_MANY_REQUESTS,
                            language,
                            response,
                            model);
                }
            }
        } catch (Invalid wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, phone, Errors.of(wrong.errors(), Texts.in(language)), model);
        }
    }

    /// This browser forgets the guest; the code still leads back.
    @PostMapping(RESUME + "/roi-may")
    String leave(HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        visits.leave(request, response);
        redirect.addFlashAttribute("flash", "dossiers.resume.left");
        return "redirect:" + RESUME;
    }

    /// What this browser has begun; a person's own stand among their dossiers.
    @GetMapping(OWN)
    String own(Actor actor, HttpServletRequest request, Model model) {
        if (!actor.guest()) {
            return "redirect:/ho-so";
        }
        String language = Languages.of(request).code();
        model.addAttribute(
                "drafts",
                drafts.open(actor).stream()
                        .map(draft -> new Unfinished(
                                Filing.DRAFTS + draft.id(),
                                Filing.DRAFTS + draft.id() + "/bo",
                                filings.procedure(draft.procedure()).plainTitle(language),
                                draft.updatedAt(),
                                left.of(draft)))
                        .toList());
        return "dossiers/web/guestDrafts";
    }

    private static String refused(
            Actor actor,
            String phone,
            String key,
            HttpStatus status,
            Language language,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        return form(actor, phone, Errors.of(List.of(FieldError.of("code", key)), Texts.in(language)), model);
    }

    private static String form(Actor actor, String phone, Errors errors, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("phone", phone);
        model.addAttribute("begun", actor.guest());
        model.addAttribute("known", !actor.anonymous());
        return "dossiers/web/resume";
    }
}
