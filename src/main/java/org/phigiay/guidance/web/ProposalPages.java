package org.phigiay.guidance.web;

import static org.phigiay.guidance.web.ProposalViews.HOME;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.Proposal;
import org.phigiay.guidance.Proposals;
import org.phigiay.guidance.Proposals.Outcome;
import org.phigiay.guidance.ProposedText;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
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

/// One guidance in the making: an officer writes and sends it, a second one publishes it or gives it back.
@Controller
@RequestMapping(HOME + "/{code}")
class ProposalPages {

    private static final int SPARE = 2;
    private static final int MORE = 5;

    private final Proposals proposals;
    private final Catalogue catalogue;
    private final ProposalViews views;

    ProposalPages(Proposals proposals, Catalogue catalogue, ProposalViews views) {
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.views = views;
    }

    @GetMapping
    String edit(Actor actor, @PathVariable("code") String code, HttpServletRequest request, Model model) {
        Proposal proposal = proposals.open(actor, new ProcedureCode(code)).orElse(null);
        Procedure procedure = procedure(code);
        ProposedText text = proposal == null ? ProposedText.inForce(procedure) : proposal.text();
        int seen = proposal == null ? 0 : proposal.version();
        model.addAttribute(
                "view",
                views.editing(procedure, proposal, seen, text, null, Errors.NONE, SPARE, Languages.of(request)));
        return "guidance/web/edit";
    }

    /// Counts again, and gives more empty lines when they are asked for. Nothing is kept.
    @PostMapping("/cham-diem")
    String count(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            Model model) {
        Proposal proposal = proposals.open(actor, new ProcedureCode(code)).orElse(null);
        Procedure procedure = procedure(code);
        int spare = request.getParameter("them") == null ? SPARE : SPARE + MORE;
        model.addAttribute(
                "view",
                views.editing(
                        procedure,
                        proposal,
                        seen,
                        ProposalForm.read(request.getParameterMap(), procedure),
                        null,
                        Errors.NONE,
                        spare,
                        Languages.of(request)));
        return "guidance/web/edit";
    }

    @PostMapping("/luu")
    String save(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return keep(actor, code, seen, false, request, response, redirect, model);
    }

    @PostMapping("/gui")
    String send(
            Actor actor,
            @PathVariable("code") String code,
            @RequestParam(name = "xem", defaultValue = "0") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return keep(actor, code, seen, true, request, response, redirect, model);
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
        try {
            Guidance _ = proposals.publish(actor, new ProcedureCode(code), seen, reason);
        } catch (Invalid e) {
            return judgeAgain(actor, code, reason, e, request, response, model);
        }
        redirect.addFlashAttribute("flash", "guidance.flash.published");
        return "redirect:" + HOME;
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
            proposals.giveBack(actor, new ProcedureCode(code), seen, reason);
        } catch (Invalid e) {
            return judgeAgain(actor, code, "", e, request, response, model);
        }
        redirect.addFlashAttribute("flash", "guidance.flash.returned");
        return "redirect:" + HOME;
    }

    private String keep(
            Actor actor,
            String code,
            int seen,
            boolean send,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Procedure procedure = procedure(code);
        ProposedText text = ProposalForm.read(request.getParameterMap(), procedure);
        Language language = Languages.of(request);
        Errors errors = Errors.NONE;
        Outcome.@Nullable Overtaken overtaken = null;
        try {
            Outcome outcome = send
                    ? proposals.send(actor, procedure.code(), seen, text)
                    : proposals.save(actor, procedure.code(), seen, text);
            switch (outcome) {
                case Outcome.Saved _ -> {
                    redirect.addFlashAttribute("flash", send ? "guidance.flash.sent" : "guidance.flash.saved");
                    return "redirect:" + HOME + "/" + code + (send ? "/duyet" : "");
                }
                case Outcome.Overtaken other -> {
                    overtaken = other;
                    response.setStatus(HttpStatus.CONFLICT.value());
                }
            }
        } catch (Invalid e) {
            errors = Errors.of(e, Texts.in(language));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Proposal proposal = proposals.open(actor, procedure.code()).orElse(null);
        model.addAttribute("view", views.editing(procedure, proposal, seen, text, overtaken, errors, SPARE, language));
        return "guidance/web/edit";
    }

    private String judgeAgain(
            Actor actor,
            String code,
            String reason,
            Invalid invalid,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Language language = Languages.of(request);
        return judge(actor, code, reason, Errors.of(invalid, Texts.in(language)), language, model);
    }

    private String judge(Actor actor, String code, String reason, Errors errors, Language language, Model model) {
        Proposal proposal = proposals
                .open(actor, new ProcedureCode(code))
                .orElseThrow(() -> new NotFound("guidance.proposal.none", code));
        model.addAttribute("view", views.judging(actor, procedure(code), proposal, reason, errors, language));
        return "guidance/web/judge";
    }

    private Procedure procedure(String code) {
        return catalogue.find(new ProcedureCode(code)).orElseThrow(() -> new NotFound("catalogue.not-found", code));
    }
}
