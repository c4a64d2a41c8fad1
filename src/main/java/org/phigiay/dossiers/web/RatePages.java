package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.OncePerForm;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
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

/// Đánh giá: one to five stars and a few words, once, when the matter is over.
@Controller
@RequestMapping("/ho-so/{id}/danh-gia")
class RatePages {
    private static final int LONGEST = 1000;

    private final Dossiers dossiers;
    private final OncePerForm once;

    RatePages(Dossiers dossiers, OncePerForm once) {
        this.dossiers = dossiers;
        this.once = once;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Dossier dossier = dossiers.glance(actor, DossierId.parse(id));
        if (!Dossiers.ratable(dossier)) {
            return "redirect:/ho-so/" + dossier.id();
        }
        return show(dossier, "", "", Errors.NONE, Texts.in(Languages.of(request)), model);
    }

    @PostMapping
    String rate(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        DossierId dossier = DossierId.parse(id);
        List<FieldError> errors = new ArrayList<>();
        if (!stars.matches("[1-5]")) {
            errors.add(FieldError.of("stars", "dossiers.rate.missing"));
        }
        if (words.length() > LONGEST) {
            errors.add(FieldError.of("words", "dossiers.words.too-long", LONGEST));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Texts texts = Texts.in(Languages.of(request));
            return show(dossiers.glance(actor, dossier), stars, words, Errors.of(errors, texts), texts, model);
        }
        String to = once.submit(
                actor,
                request.getRequestURI(),
                request.getParameterMap(),
                Dossier.class,
                after -> "/ho-so/" + after.id(),
                () -> dossiers.rate(actor, dossier, Integer.parseInt(stars), words.isBlank() ? null : words.strip()));
        redirect.addFlashAttribute("flash", "dossiers.rate.done");
        return "redirect:" + to;
    }

    private static String show(Dossier dossier, String stars, String words, Errors errors, Texts texts, Model model) {
        List<Option> options = IntStream.rangeClosed(1, 5)
                .map(star -> 6 - star)
                .mapToObj(star -> Option.of(
                        String.valueOf(star),
                        "★".repeat(star) + "☆".repeat(5 - star) + "  " + texts.get("dossiers.rate." + star),
                        stars.equals(String.valueOf(star))))
                .toList();
        model.addAttribute(
                "view",
                new ActView(
                        "/ho-so/" + dossier.id(),
                        "/ho-so/" + dossier.id() + "/danh-gia",
                        dossier.anyCode(),
                        options,
                        words,
                        errors,
                        OncePerForm.newKey()));
        return "dossiers/web/rate";
    }
}
