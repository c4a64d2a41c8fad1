package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.dossiers.Paper;
import org.phigiay.files.FileId;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Drafts;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
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

/// Giấy ủy quyền: the letter of authority of whoever files as a representative.
@Controller
@RequestMapping("/ho-so-nhap/{draft}/" + ForWhomPages.BASE)
class LetterPages {
    private final Filings filings;
    private final Drafts drafts;
    private final Uploads uploads;

    LetterPages(Filings filings, Drafts drafts, Uploads uploads) {
        this.filings = filings;
        this.drafts = drafts;
        this.uploads = uploads;
    }

    @GetMapping("/" + ForWhomPages.LETTER)
    String letter(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = ForWhomPages.elsewhere(filing);
        if (elsewhere.isPresent() || !filing.party().authorised()) {
            return elsewhere.orElse("redirect:" + filing.forWhomHref(ForWhomPages.KIND));
        }
        return showLetter(filing, Errors.NONE, Languages.of(request), model);
    }

    @PostMapping("/" + ForWhomPages.LETTER)
    String attach(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(defaultValue = "") String remove,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Filing filing = filings.open(actor, draft, false);
        Optional<String> elsewhere = ForWhomPages.elsewhere(filing);
        if (elsewhere.isPresent() || !filing.party().authorised()) {
            return elsewhere.orElse("redirect:" + filing.forWhomHref(ForWhomPages.KIND));
        }
        if (!remove.isEmpty()) {
            drafts.detach(actor, filing.draft().id(), file(remove));
            redirect.addFlashAttribute("flash", "dossiers.filing.file.removed");
            return "redirect:" + filing.forWhomHref(ForWhomPages.LETTER);
        }
        Uploads.Kept kept = uploads.keep(actor, Paper.AUTHORITY, request);
        List<FieldError> errors = new ArrayList<>(kept.errors());
        for (StoredFile file : kept.files()) {
            try {
                filing =
                        filing.with(drafts.attach(actor, filing.draft().id(), Paper.AUTHORITY, file.id(), file.name()));
            } catch (Invalid tooMany) {
                errors.addAll(tooMany.errors());
            }
        }
        if (errors.isEmpty() && !filing.draft().components().contains(Paper.AUTHORITY)) {
            errors.add(FieldError.of("files." + Paper.AUTHORITY, "dossiers.party.authority.missing"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Languages.of(request);
            return showLetter(filing, Errors.of(errors, Texts.in(language)), language, model);
        }
        if (!kept.files().isEmpty()) {
            redirect.addFlashAttribute("flash", "dossiers.filing.file.taken");
            return "redirect:" + filing.forWhomHref(ForWhomPages.LETTER);
        }
        return "redirect:" + filings.open(actor, draft, false).goOn();
    }

    private static String showLetter(Filing filing, Errors errors, Language language, Model model) {
        String back = filing.forWhomHref(ForWhomPages.WHO);
        return ForWhomPages.show(
                filing, ForWhomPages.LETTER, back, List.of(), filing.party(), errors, language, model, "forWhomLetter");
    }

    private static FileId file(String text) {
        try {
            return new FileId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
