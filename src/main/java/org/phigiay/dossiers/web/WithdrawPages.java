package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotAllowedNow;
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

/// Rút hồ sơ: by the citizen's own act. Asks whether an official asked for it, since such withdrawals are counted in
/// public.
@Controller
@RequestMapping("/ho-so/{id}/rut")
class WithdrawPages {
    private static final int LONGEST = 500;

    private final Dossiers dossiers;
    private final OncePerForm once;

    WithdrawPages(Dossiers dossiers, OncePerForm once) {
        this.dossiers = dossiers;
        this.once = once;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Dossier dossier = dossiers.glance(actor, DossierId.parse(id));
        if (!dossiers.possible(actor, dossier).contains(DossierAction.Withdraw.class)) {
            throw new NotAllowedNow(dossier.state().name(), List.of());
        }
        return show(dossier, "", "", Errors.NONE, Texts.in(Languages.of(request)), model);
    }

    @PostMapping
    String withdraw(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        DossierId dossier = DossierId.parse(id);
        List<FieldError> errors = new ArrayList<>();
        if (!asked.equals("true") && !asked.equals("false")) {
            errors.add(FieldError.of("asked", "dossiers.withdraw.asked.missing"));
        }
        if (reason.length() > LONGEST) {
            errors.add(FieldError.of("reason", "dossiers.words.too-long", LONGEST));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Texts texts = Texts.in(Languages.of(request));
            return show(dossiers.glance(actor, dossier), asked, reason, Errors.of(errors, texts), texts, model);
        }
        DossierAction action =
                new DossierAction.Withdraw(reason.isBlank() ? null : reason.strip(), asked.equals("true"));
        String to = once.submit(
                actor,
                request.getRequestURI(),
                request.getParameterMap(),
                Dossier.class,
                after -> "/ho-so/" + after.id(),
                () -> dossiers.act(actor, dossier, action));
        redirect.addFlashAttribute("flash", "dossiers.withdraw.done");
        return "redirect:" + to;
    }

    private static String show(Dossier dossier, String asked, String reason, Errors errors, Texts texts, Model model) {
        model.addAttribute(
                "view",
                new ActView(
                        "/ho-so/" + dossier.id(),
                        "/ho-so/" + dossier.id() + "/rut",
                        dossier.anyCode(),
                        List.of(
                                Option.of("false", texts.get("dossiers.withdraw.own"), asked.equals("false")),
                                Option.of("true", texts.get("dossiers.withdraw.byOfficial"), asked.equals("true"))),
                        reason,
                        errors,
                        OncePerForm.newKey()));
        return "dossiers/web/withdraw";
    }
}
