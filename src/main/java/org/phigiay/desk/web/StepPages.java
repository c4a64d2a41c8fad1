package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.forms.ResultLine;
import org.phigiay.identity.Right;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Results;
import org.phigiay.processing.StepAction;
import org.phigiay.processing.StepKind;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms of the work on steps: assign, complete, return, sign, issue.
@Controller
@RequestMapping("/can-bo/ho-so/{id}")
class StepPages {
    private final Processing processing;
    private final Results results;
    private final Dossiers dossiers;
    private final Acting acting;
    private final StepForms forms;
    private final Purposes purposes;

    StepPages(
            Processing processing,
            Results results,
            Dossiers dossiers,
            Acting acting,
            StepForms forms,
            Purposes purposes) {
        this.processing = processing;
        this.results = results;
        this.dossiers = dossiers;
        this.acting = acting;
        this.forms = forms;
        this.purposes = purposes;
    }

    @GetMapping("/{verb:phan-cong|hoan-thanh-buoc|tra-lai-buoc|ky|ban-hanh}")
    String form(
            Actor actor, @PathVariable String id, @PathVariable String verb, HttpServletRequest request, Model model) {
        Deed deed = Deed.called(verb).orElseThrow();
        ActView act = acting.open(actor, id, deed, Languages.of(request));
        return page(actor, act, deed, Typed.NOTHING, Errors.NONE, request, model);
    }

    @PostMapping("/{verb:phan-cong|hoan-thanh-buoc|tra-lai-buoc|ky|ban-hanh}")
    String send(
            Actor actor,
            @PathVariable String id,
            @PathVariable String verb,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Deed deed = Deed.called(verb).orElseThrow();
        DossierId dossier = DossierId.parse(id);
        Typed typed = Typed.of(request);
        try {
            StepAction action = action(deed, dossier, typed);
            String next = acting.once(
                    actor, request, "/can-bo/ho-so/" + dossier, () -> processing.act(actor, dossier, action));
            purposes.rememberOwnAct(actor, dossier, request, response);
            redirect.addFlashAttribute("flash", "desk.done." + deed.verb());
            return "redirect:" + next;
        } catch (Invalid e) {
            response.setStatus(422);
            Language language = Languages.of(request);
            ActView act = acting.again(actor, id, deed, language);
            return page(actor, act, deed, typed, Errors.of(e, Texts.in(language)), request, model);
        }
    }

    /// What the result would look like with the lines as they stand in the form.
    @PostMapping("/hoan-thanh-buoc/xem-truoc")
    ResponseEntity<byte[]> preview(Actor actor, @PathVariable String id, HttpServletRequest request) {
        ActView act = acting.open(actor, id, Deed.COMPLETE, Languages.of(request));
        var read = dossiers.read(
                purposes.of(actor, act.dossier().id(), request), act.dossier().id());
        byte[] pdf = results.preview(read, changed(read.id(), Typed.of(request)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("xem-truoc.pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }

    private StepAction action(Deed deed, DossierId id, Typed typed) {
        return switch (deed) {
            case ASSIGN -> new StepAction.Assign(person(typed.get("to")));
            case COMPLETE -> new StepAction.CompleteStep(typed.optional("opinion"), changed(id, typed));
            case RETURN -> new StepAction.ReturnStep(number(typed.get("to")), typed.get("reason"));
            case SIGN -> new StepAction.Sign(typed.get("seen"));
            case ISSUE -> new StepAction.Issue();
            case RECEIVE, HAND_OVER, REQUEST_SUPPLEMENT, REFUSE ->
                throw new IllegalArgumentException("Not work on a step: " + deed);
        };
    }

    /// Only the lines that are worded otherwise than the answers.
    private Map<String, String> changed(DossierId id, Typed typed) {
        Map<String, String> lines = typed.under("fields.");
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<String, String> changed = new LinkedHashMap<>(lines);
        for (ResultLine line : forms.proposal(id)) {
            if (line.text().strip().equals(lines.get(line.id()))) {
                changed.remove(line.id());
            }
        }
        return changed;
    }

    private String page(
            Actor actor, ActView act, Deed deed, Typed typed, Errors errors, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        Task task = processing.openTask(act.dossier().id()).orElseThrow(NotFound::new);
        String step = processing.table(task).step(task.step()).title(language.locale());
        model.addAllAttributes(Map.of("act", act, "typed", typed, "errors", errors, "step", step));
        switch (deed) {
            case ASSIGN -> model.addAttribute("people", forms.people(actor, task, typed, Texts.in(language)));
            case RETURN -> model.addAttribute("steps", forms.earlier(task, typed, language));
            case COMPLETE -> {
                boolean drafting = task.kind() == StepKind.DRAFT;
                model.addAttribute("verifying", task.kind() == StepKind.VERIFY);
                model.addAttribute("drafting", drafting);
                model.addAttribute("lines", drafting ? lines(actor, act, request) : List.of());
            }
            case SIGN -> model.addAttribute("draft", forms.draft(read(actor, act, request)));
            case ISSUE ->
                model.addAttribute("result", forms.numbered(act.dossier().id()));
            case RECEIVE, HAND_OVER, REQUEST_SUPPLEMENT, REFUSE ->
                throw new IllegalArgumentException("Not work on a step: " + deed);
        }
        return "desk/web/" + deed.template();
    }

    private List<ResultLine> lines(Actor actor, ActView act, HttpServletRequest request) {
        return forms.lines(dossiers.read(
                purposes.of(actor, act.dossier().id(), request), act.dossier().id()));
    }

    private DossierId read(Actor actor, ActView act, HttpServletRequest request) {
        return dossiers.read(
                        purposes.of(actor, act.dossier().id(), request),
                        act.dossier().id(),
                        Right.RESULT_READ)
                .id();
    }

    private static PersonId person(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Invalid.of("to", "desk.assign.nobody");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Invalid.of("to", "desk.return.no-step");
        }
    }
}
