package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Term;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The forms that move a dossier: receive, ask for a supplement, refuse, hand over.
@Controller
@RequestMapping("/can-bo/ho-so/{id}")
class MovePages {
    private final Dossiers dossiers;
    private final Acting acting;
    private final Asking asking;
    private final Calendars calendars;
    private final Purposes purposes;

    MovePages(Dossiers dossiers, Acting acting, Asking asking, Calendars calendars, Purposes purposes) {
        this.dossiers = dossiers;
        this.acting = acting;
        this.asking = asking;
        this.calendars = calendars;
        this.purposes = purposes;
    }

    @GetMapping("/{verb:tiep-nhan|yeu-cau-bo-sung|tu-choi|tra-ket-qua}")
    String form(
            Actor actor, @PathVariable String id, @PathVariable String verb, HttpServletRequest request, Model model) {
        Deed deed = Deed.called(verb).orElseThrow();
        Language language = Languages.of(request);
        return page(acting.open(actor, id, deed, language), deed, Typed.NOTHING, Errors.NONE, language, model);
    }

    @PostMapping("/{verb:tiep-nhan|yeu-cau-bo-sung|tu-choi|tra-ket-qua}")
    String send(
            Actor actor,
            @PathVariable String id,
            @PathVariable String verb,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Deed deed = Deed.called(verb).orElseThrow();
        Language language = Languages.of(request);
        Typed typed = Typed.of(request);
        DossierId dossier = DossierId.parse(id);
        try {
            DossierAction action = action(deed, typed);
            String next = acting.once(actor, request, "/can-bo/ho-so/" + dossier, () -> {
                Dossier _ = dossiers.act(actor, dossier, action);
            });
            purposes.rememberOwnAct(actor, dossier, request, response);
            redirect.addFlashAttribute("flash", "desk.done." + deed.verb());
            return "redirect:" + next;
        } catch (Invalid e) {
            response.setStatus(422);
            ActView act = acting.again(actor, id, deed, language);
            return page(act, deed, typed, Errors.of(e, Texts.in(language)), language, model);
        }
    }

    private DossierAction action(Deed deed, Typed typed) {
        return switch (deed) {
            case RECEIVE -> new DossierAction.Receive(typed.optional("note"), StatedTerm.of(typed));
            case REQUEST_SUPPLEMENT ->
                new DossierAction.RequestSupplement(
                        Asking.items(typed), typed.get("reason"), Asking.clause(typed), typed.date("until"));
            case REFUSE -> new DossierAction.Refuse(typed.get("reason"), Asking.clause(typed), typed.optional("wayOn"));
            case HAND_OVER -> new HandOver(way(typed.get("way")));
            case COMPLETE, SIGN, ISSUE, RETURN, ASSIGN -> throw new IllegalArgumentException("Not a move: " + deed);
        };
    }

    private String page(ActView act, Deed deed, Typed typed, Errors errors, Language language, Model model) {
        Texts texts = Texts.in(language);
        model.addAllAttributes(Map.of("act", act, "typed", typed, "errors", errors));
        switch (deed) {
            case RECEIVE -> {
                Optional<Term> term = act.dossier().statedTerm();
                model.addAttribute(
                        "promise",
                        term.map(stated -> StatedTerm.Promise.of(
                                        calendars.due(act.dossier().agency(), Instant.now(), stated), stated, language))
                                .orElse(null));
                model.addAttribute("units", term.isPresent() ? List.of() : StatedTerm.units(typed, texts));
                model.addAttribute("missing", asking.missing(act.dossier(), language));
            }
            case REQUEST_SUPPLEMENT -> {
                model.addAttribute("papers", asking.papers(act.dossier(), typed, language));
                model.addAttribute("questions", asking.questions(act.dossier(), typed, language));
                model.addAttribute("bases", asking.bases(act.dossier(), typed, texts));
            }
            case REFUSE -> model.addAttribute("bases", asking.bases(act.dossier(), typed, texts));
            case HAND_OVER -> model.addAttribute("ways", ways(typed, texts));
            case COMPLETE, SIGN, ISSUE, RETURN, ASSIGN -> throw new IllegalArgumentException("Not a move: " + deed);
        }
        return "desk/web/" + deed.template();
    }

    private static HandOver.Way way(String text) {
        return Arrays.stream(HandOver.Way.values())
                .filter(way -> way.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Invalid.of("way", "desk.hand-over.way-missing"));
    }

    private static List<Option> ways(Typed typed, Texts texts) {
        String chosen = typed.or("way", HandOver.Way.ELECTRONIC.name());
        return Arrays.stream(HandOver.Way.values())
                .map(way -> Option.of(
                        way.name(), texts.get("dossiers.way." + way), way.name().equals(chosen)))
                .toList();
    }
}
