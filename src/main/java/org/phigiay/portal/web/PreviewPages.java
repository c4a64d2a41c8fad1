package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.Proposal;
import org.phigiay.guidance.Proposals;
import org.phigiay.guidance.ProposedText;
import org.phigiay.guidance.web.ProposalForm;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Guidance in the making, drawn as citizens will read it. It stands here because the page of a procedure does.
@Controller
@RequestMapping("/can-bo/danh-muc/huong-dan/{code}/xem-truoc")
class PreviewPages {

    private final Proposals proposals;
    private final Catalogue catalogue;
    private final ProcedureViews views;

    PreviewPages(Proposals proposals, Catalogue catalogue, ProcedureViews views) {
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.views = views;
    }

    /// What is kept.
    @GetMapping
    String kept(Actor actor, @PathVariable("code") String text, HttpServletRequest request, Model model) {
        ProcedureCode code = new ProcedureCode(text);
        Proposal proposal = proposals.open(actor, code).orElseThrow(() -> new NotFound("guidance.proposal.none", text));
        return show(procedure(code), proposal.text(), request, model);
    }

    /// What stands in the editor now; nothing of it is kept.
    @PostMapping
    String typed(Actor actor, @PathVariable("code") String text, HttpServletRequest request, Model model) {
        ProcedureCode code = new ProcedureCode(text);
        boolean _ = proposals.open(actor, code).isPresent();
        Procedure procedure = procedure(code);
        return show(procedure, ProposalForm.read(request.getParameterMap(), procedure), request, model);
    }

    private String show(Procedure procedure, ProposedText text, HttpServletRequest request, Model model) {
        Procedure proposed = new Procedure(
                procedure.version(), procedure.national(), text.on(procedure), procedure.to(), procedure.settings());
        model.addAttribute("view", views.show(proposed, Languages.of(request)));
        model.addAttribute("preview", true);
        return "portal/web/procedure";
    }

    private Procedure procedure(ProcedureCode code) {
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }
}
