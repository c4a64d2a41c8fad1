package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft;
import org.phigiay.forms.DraftMoves;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.MovePlan;
import org.phigiay.forms.MovePlan.Line;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Conflict;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Chuyển sang biểu mẫu mới: every answer is shown with what becomes of it, before anything moves.
@Controller
@RequestMapping("/ho-so-nhap/{draft}/" + Filing.NEW_FORM)
class NewFormPages {
    private final Filings filings;
    private final DraftMoves moves;

    NewFormPages(Filings filings, DraftMoves moves) {
        this.filings = filings;
        this.moves = moves;
    }

    /// @param again answers to give again, each with what does not fit
    /// @param fresh titles of new questions
    record MoveView(
            String title,
            String action,
            String back,
            long seen,
            List<Fact> kept,
            List<Fact> again,
            List<Fact> gone,
            List<String> fresh) {}

    @GetMapping
    String show(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        String elsewhere = elsewhere(filing);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        Language language = Languages.of(request);
        MovePlan plan = moves.plan(filing.draft(), current(filing), language.code());
        model.addAttribute(
                "view",
                new MoveView(
                        filing.procedure().plainTitle(language.code()),
                        filing.base() + Filing.NEW_FORM,
                        filing.goOn(),
                        filing.draft().version(),
                        facts(plan.kept(), language),
                        facts(plan.again(), language),
                        facts(plan.gone(), language),
                        plan.fresh().stream()
                                .map(page -> page.title().in(language.code()))
                                .toList()));
        return "dossiers/web/newForm";
    }

    @PostMapping
    String move(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "seen", defaultValue = "0") String seen,
            RedirectAttributes redirect) {
        Filing filing = filings.open(actor, draft, false);
        String elsewhere = elsewhere(filing);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        MovePlan plan = moves.plan(filing.draft(), current(filing), "vi");
        try {
            Draft moved = moves.move(
                    actor, filing.draft().id(), current(filing), seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
            redirect.addFlashAttribute("flash", "dossiers.newForm.done");
            Filing now = new Filing(moved, filing.procedure(), plan.to(), false);
            return "redirect:" + next(now, plan).map(now::href).orElseGet(now::goOn);
        } catch (Conflict changed) {
            redirect.addFlashAttribute("flash", "dossiers.newForm.changed");
            return "redirect:" + filing.base() + Filing.NEW_FORM;
        }
    }

    /// The first question that asks for the person.
    private static Optional<FormPage> next(Filing now, MovePlan plan) {
        return plan.to().route(now.draft().answers()).stream()
                .filter(page ->
                        plan.fresh().stream().anyMatch(fresh -> fresh.id().equals(page.id()))
                                || plan.again().stream().anyMatch(line -> page.has(line.field())))
                .findFirst();
    }

    private static FormRef current(Filing filing) {
        return filing.procedure().form();
    }

    private static @Nullable String elsewhere(Filing filing) {
        String receipt = filing.receipt();
        return receipt != null ? receipt : filing.newFormHref() == null ? filing.goOn() : null;
    }

    private static List<Fact> facts(List<Line> lines, Language language) {
        Texts texts = Texts.in(language);
        return lines.stream()
                .map(line -> new Fact(
                        line.label().isEmpty() ? texts.get("dossiers.newForm.file") : line.label(),
                        line.text().isEmpty() ? texts.get("dossiers.twoDevices.empty") : line.text(),
                        line.why() == null ? null : texts.of(line.why()),
                        null))
                .toList();
    }
}
