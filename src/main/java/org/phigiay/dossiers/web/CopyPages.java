package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Known;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.OncePerForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Làm hồ sơ mới từ hồ sơ cũ: begins a filing with what the same person answered in an earlier dossier of the same
/// procedure. Files and declarations are not taken along.
@Controller
class CopyPages {
    private final Dossiers dossiers;
    private final Filings filings;
    private final Forms forms;
    private final Drafts drafts;
    private final OncePerForm once;

    CopyPages(Dossiers dossiers, Filings filings, Forms forms, Drafts drafts, OncePerForm once) {
        this.dossiers = dossiers;
        this.filings = filings;
        this.forms = forms;
        this.drafts = drafts;
        this.once = once;
    }

    @PostMapping("/ho-so/{id}/lam-lai")
    String copy(Actor actor, @PathVariable String id, HttpServletRequest request, RedirectAttributes redirect) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id));
        if (!dossier.filer().equals(actor.person())) {
            // An official reads it for work; only who filed it may use it for a filing of their own.
            throw new NotFound();
        }
        Procedure procedure = filings.procedure(dossier.procedure());
        FormDefinition form = forms.definition(procedure.form());
        ObjectNode answers = forms.reusable(form, dossiers.latestAnswers(dossier.id()));
        ObjectNode origins = JsonNodeFactory.instance.objectNode();
        form.fields(answers)
                .filter(field -> Answers.has(answers, field.id()))
                .forEach(field -> origins.putObject(field.id())
                        .put("source", Known.Source.EARLIER.jsonName())
                        .put("ref", dossier.anyCode())
                        .put("at", Instant.now().toString()));
        AgencyCode agency = procedure.agencies().contains(dossier.agency()) ? dossier.agency() : null;
        redirect.addFlashAttribute("flash", "dossiers.copy.done");
        return "redirect:"
                + once.submit(
                        actor,
                        request.getRequestURI(),
                        request.getParameterMap(),
                        Draft.class,
                        draft -> Filing.DRAFTS + draft.id() + "/" + Filing.CONTENTS,
                        () -> drafts.copy(actor, procedure.code(), form.ref(), agency, answers, origins));
    }
}
