package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.LeaveReason;
import org.phigiay.forms.LeaveReasons;
import org.phigiay.forms.QuestionsLeft;
import org.phigiay.identity.Guests;
import org.phigiay.identity.Guests.Written;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Choice;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Dừng lại: what is kept, how to come back, and one tap for the reason. Who has not signed in gets a code
/// to write
/// down.
@Controller
@RequestMapping("/ho-so-nhap/{draft}/" + Filing.LEAVE)
class LeavePages {
    private final Filings filings;
    private final QuestionsLeft left;
    private final LeaveReasons reasons;
    private final Guests guests;
    private final String address;

    LeavePages(
            Filings filings,
            QuestionsLeft left,
            LeaveReasons reasons,
            Guests guests,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.address = address;
        this.filings = filings;
        this.left = left;
        this.reasons = reasons;
        this.guests = guests;
    }

    /// @param left how many questions still ask for the person
    /// @param guest whether nobody has signed in
    /// @param coded whether the guest has a code already
    /// @param until when a guest's draft ends; null for a person
    /// @param reasons to choose from (value and words), empty when nobody is asked
    record LeaveView(
            String title,
            String goOn,
            int left,
            boolean guest,
            boolean coded,
            @Nullable Instant until,
            String here,
            String question,
            String phone,
            String signIn,
            List<Choice> reasons) {}

    /// @param address of the page that takes the code, without the scheme
    /// @param here where the draft goes on
    record CodeView(String title, String code, Instant until, String address, String here) {}

    @GetMapping
    String leave(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "cau", defaultValue = "") String question,
            HttpServletRequest request,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        return receipt != null
                ? "redirect:" + receipt
                : show(actor, filing, question, "", Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/vi-sao")
    String why(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "cau", defaultValue = "") String question,
            @RequestParam(name = "ly-do", defaultValue = "") String said,
            RedirectAttributes redirect) {
        Filing filing = filings.open(actor, draft, false);
        LeaveReason.of(said).ifPresent(reason -> {
            reasons.say(actor, filing.draft().id(), known(filing, question), reason);
            if (reason != LeaveReason.SKIPPED) {
                redirect.addFlashAttribute("flash", "dossiers.leave.thanks");
            }
        });
        return "redirect:" + filing.leaveHref(known(filing, question));
    }

    /// A telephone number for a code: nothing is sent to the number, it is only asked for again later.
    @PostMapping("/ma")
    String code(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "cau", defaultValue = "") String question,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        if (!actor.guest()) {
            return "redirect:" + filing.leaveHref(known(filing, question));
        }
        try {
            Written written = guests.giveCode(actor, phone);
            return "redirect:" + filing.base() + Filing.LEAVE + "/ma?m="
                    + URLEncoder.encode(written.sealed(), StandardCharsets.UTF_8);
        } catch (Invalid wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            Errors errors = Errors.of(wrong.errors(), Texts.in(language));
            return show(actor, filing, question, phone, errors, language, model);
        }
    }

    /// The code in large print; drawn again as often as its guest likes.
    @GetMapping("/ma")
    String written(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "m", defaultValue = "") String sealed,
            HttpServletRequest request,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        Written written = guests.look(actor, sealed).orElseThrow(NotFound::new);
        model.addAttribute(
                "view",
                new CodeView(
                        filing.procedure().plainTitle(Languages.of(request).code()),
                        written.code(),
                        written.until(),
                        address.replaceFirst("^https?://", "") + ResumePages.RESUME,
                        filing.goOn()));
        return "dossiers/web/resumeCode";
    }

    private String show(
            Actor actor, Filing filing, String asked, String phone, Errors errors, Language language, Model model) {
        String question = known(filing, asked);
        boolean ask = reasons.ask(actor, filing.draft().id());
        Texts texts = Texts.in(language);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "view",
                new LeaveView(
                        filing.procedure().plainTitle(language.code()),
                        filing.form().page(question).map(filing::href).orElseGet(filing::goOn),
                        left.of(filing.draft()),
                        actor.guest(),
                        actor.guest() && guests.hasCode(actor),
                        actor.guest() ? guests.until(actor) : null,
                        filing.base() + Filing.LEAVE,
                        question,
                        phone,
                        Filing.signInHref(Filing.DRAFTS + filing.draft().id()),
                        ask
                                ? Arrays.stream(LeaveReason.values())
                                        .map(reason -> new Choice(
                                                texts.get("dossiers.leave.reason." + reason.name()), reason.sign(), ""))
                                        .toList()
                                : List.of()));
        return "dossiers/web/leave";
    }

    /// Only a question of the form is counted, or the check before filing.
    private static String known(Filing filing, String question) {
        return filing.form().page(question).map(FormPage::baseId).orElse("");
    }
}
