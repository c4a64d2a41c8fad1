package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.phigiay.calendar.Explanation;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.WhoseDossier;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.signing.PdfRenderer;
import org.phigiay.signing.QrCodes;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Templates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Biên nhận: what the filer gets at once, as a page and as a PDF to keep.
@Controller
@RequestMapping("/ho-so/{id}")
class ReceiptPages {
    private final Dossiers dossiers;
    private final WhoseDossier whose;
    private final ChainLines chain;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Templates templates;
    private final PdfRenderer renderer;
    private final String address;

    ReceiptPages(
            Dossiers dossiers,
            WhoseDossier whose,
            ChainLines chain,
            Catalogue catalogue,
            Organisation organisation,
            Templates templates,
            PdfRenderer renderer,
            @Value("${phigiay.address:http://localhost:8080}") String address) {
        this.dossiers = dossiers;
        this.whose = whose;
        this.chain = chain;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.templates = templates;
        this.renderer = renderer;
        this.address = address;
    }

    @GetMapping("/bien-nhan")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id));
        model.addAttribute("view", view(dossier, Languages.of(request)));
        return "dossiers/web/receipt";
    }

    /// Made anew at every request: it says the same every time.
    @GetMapping("/bien-nhan.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable String id) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id));
        String link = address + "/tra-cuu/" + dossier.requestCode();
        String qr = "data:image/png;base64," + Base64.getEncoder().encodeToString(QrCodes.png(link, 240));
        byte[] pdf = renderer.render(templates.draw(
                "dossiers/web/receiptPaper",
                Map.of(
                        "view", view(dossier, Language.VI),
                        "dates", Dates.in(Language.VI),
                        "name", whose.filer(dossier),
                        "link", link,
                        "qr", qr)));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("Biên nhận " + dossier.requestCode() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    private ReceiptView view(Dossier dossier, Language language) {
        String lang = language.code();
        Optional<Procedure> procedure = catalogue.version(dossier.procedure(), dossier.procedureVersion());
        Optional<Agency> agency = organisation.agency(dossier.agency());
        return new ReceiptView(
                "/ho-so/" + dossier.id(),
                dossier.requestCode(),
                procedure
                        .map(found -> found.title(lang))
                        .orElse(dossier.procedure().value()),
                dossier.procedure().value(),
                agency.map(found -> found.name(lang)).orElse(dossier.agency().value()),
                agency.map(Agency::phone).orElse(""),
                agency.map(found -> found.hours().in(lang)).orElse(""),
                dossier.filedAt(),
                dossier.receptionDueAt(),
                dossier.receivedAt(),
                dossier.statedTerm()
                        .map(term -> Explanation.text(term, language))
                        .orElse(""),
                dossiers.papers(dossier.id()).size(),
                whose.facts(dossier, language),
                chain.of(dossier, language));
    }
}
