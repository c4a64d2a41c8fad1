package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Slips;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.web.Downloads;
import org.phigiay.identity.Right;
import org.phigiay.processing.ResultDocument;
import org.phigiay.processing.ResultPictures;
import org.phigiay.processing.Results;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The files of a dossier: papers handed in, slips, the draft and the result.
@Controller
@RequestMapping("/can-bo/ho-so/{id}")
class PaperPages {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/webp");

    private final Dossiers dossiers;
    private final Slips slips;
    private final Results results;
    private final ResultPictures pictures;
    private final Files files;
    private final Downloads downloads;
    private final Purposes purposes;

    PaperPages(
            Dossiers dossiers,
            Slips slips,
            Results results,
            ResultPictures pictures,
            Files files,
            Downloads downloads,
            Purposes purposes) {
        this.dossiers = dossiers;
        this.slips = slips;
        this.results = results;
        this.pictures = pictures;
        this.files = files;
        this.downloads = downloads;
        this.purposes = purposes;
    }

    /// A paper handed in: pictures are shown, everything else is saved.
    @GetMapping("/giay-to/{file}")
    ResponseEntity<Resource> paper(
            Actor actor, @PathVariable String id, @PathVariable String file, HttpServletRequest request) {
        Dossier dossier = read(actor, id, Right.FILE_READ, request);
        Paper paper = dossiers.papers(dossier.id()).stream()
                .filter(each -> each.file().value().toString().equals(file))
                .findFirst()
                .orElseThrow(NotFound::new);
        return downloads.inline(files.find(paper.file()).orElseThrow(NotFound::new));
    }

    @GetMapping("/phieu/{form}")
    ResponseEntity<Resource> slip(
            Actor actor, @PathVariable String id, @PathVariable int form, HttpServletRequest request) {
        DossierId dossier = DossierId.parse(id);
        return downloads.inline(slips.file(purposes.of(actor, dossier, request), dossier, form));
    }

    /// The draft as it will be signed.
    @GetMapping("/du-thao")
    ResponseEntity<Resource> draft(Actor actor, @PathVariable String id, HttpServletRequest request) {
        return downloads.inline(
                results.draftFile(read(actor, id, Right.RESULT_READ, request).id()));
    }

    /// A page of the draft as a picture, from the same bytes.
    @GetMapping("/du-thao/trang/{page}")
    ResponseEntity<byte[]> page(
            Actor actor, @PathVariable String id, @PathVariable int page, HttpServletRequest request) {
        Dossier dossier = read(actor, id, Right.RESULT_READ, request);
        byte[] picture = pictures.png(results.draftFile(dossier.id()), page);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(picture);
    }

    @GetMapping("/ket-qua")
    ResponseEntity<Resource> result(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Dossier dossier = read(actor, id, Right.RESULT_READ, request);
        FileId issued = results.of(dossier.id()).map(ResultDocument::issuedFile).orElseThrow(NotFound::new);
        return downloads.inline(files.find(issued).orElseThrow(NotFound::new));
    }

    static boolean picture(String mediaType) {
        return PICTURES.contains(mediaType);
    }

    private Dossier read(Actor actor, String id, Right right, HttpServletRequest request) {
        DossierId dossier = DossierId.parse(id);
        return dossiers.read(purposes.of(actor, dossier, request), dossier, right);
    }
}
