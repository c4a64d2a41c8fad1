package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Slips;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.files.web.Downloads;
import org.phigiay.identity.Right;
import org.phigiay.processing.ResultDocument;
import org.phigiay.processing.Results;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Languages;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Hồ sơ của tôi: what a person has filed and not yet filed, and everything about one dossier.
@Controller
@RequestMapping("/ho-so")
class MyDossierPages {
    private final Dossiers dossiers;
    private final MyDossiers mine;
    private final MyDossier one;
    private final Results results;
    private final Slips slips;
    private final Files files;
    private final Downloads downloads;

    MyDossierPages(
            Dossiers dossiers,
            MyDossiers mine,
            MyDossier one,
            Results results,
            Slips slips,
            Files files,
            Downloads downloads) {
        this.dossiers = dossiers;
        this.mine = mine;
        this.one = one;
        this.results = results;
        this.slips = slips;
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("view", mine.view(actor, after, Languages.of(request)));
        return "portal/web/dossiers";
    }

    /// An official who comes here with somebody else's dossier is led to the page of the office.
    @GetMapping("/{id}")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Dossier dossier = dossiers.glance(actor, DossierId.parse(id));
        if (!own(actor, dossier)) {
            return "redirect:/can-bo/ho-so/" + dossier.id();
        }
        model.addAttribute("view", one.view(actor, dossier, Languages.of(request)));
        return "portal/web/dossier";
    }

    /// The issued result: shown in the browser, or saved with `?tai`.
    @GetMapping("/{id}/ket-qua")
    ResponseEntity<Resource> result(
            Actor actor, @PathVariable String id, @RequestParam(name = "tai", required = false) @Nullable String save) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id), Right.RESULT_READ);
        StoredFile file = results.of(dossier.id())
                .flatMap((ResultDocument result) -> Optional.ofNullable(result.issuedFile()))
                .flatMap(files::find)
                .orElseThrow(() -> new NotFound("portal.api.result.not-yet"));
        return save == null ? downloads.inline(file) : downloads.attachment(file);
    }

    /// A paper that was handed in.
    @GetMapping("/{id}/giay-to/{file}")
    ResponseEntity<Resource> paper(Actor actor, @PathVariable String id, @PathVariable String file) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id), Right.FILE_READ);
        StoredFile stored = dossiers.papers(dossier.id()).stream()
                .map(Paper::file)
                .filter(each -> each.value().toString().equals(file))
                .findFirst()
                .flatMap(files::find)
                .orElseThrow(NotFound::new);
        return downloads.inline(stored);
    }

    /// A slip of the one-stop desk: Form 01, 02 or 03.
    @GetMapping("/{id}/phieu/{form:[123]}")
    ResponseEntity<Resource> slip(Actor actor, @PathVariable String id, @PathVariable int form) {
        return downloads.inline(slips.file(actor, DossierId.parse(id), form));
    }

    /// The applicant's, or of whoever stands for the applicant.
    private boolean own(Actor actor, Dossier dossier) {
        return dossier.applicant().equals(actor.person())
                || dossiers.target(dossier).representatives().contains(actor.person())
                || (dossier.filer().equals(actor.person()) && !actor.official());
    }
}
