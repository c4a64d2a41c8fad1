package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.phigiay.wallet.KeptResult;
import org.phigiay.wallet.Wallet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Kết quả của tôi: the results a person was given, kept for good.
@Controller
class MyResultPages {
    private final Wallet wallet;
    private final Telling telling;

    MyResultPages(Wallet wallet, Telling telling) {
        this.wallet = wallet;
        this.telling = telling;
    }

    record Row(
            String href,
            String title,
            String number,
            String agency,
            Instant issuedAt,
            String state,
            Tone tone,
            String verify) {}

    @GetMapping("/ket-qua")
    String list(Actor actor, HttpServletRequest request, Model model) {
        Language language = Languages.of(request);
        model.addAttribute(
                "rows",
                wallet.held(actor).stream().map(result -> row(result, language)).toList());
        return "portal/web/results";
    }

    private Row row(KeptResult result, Language language) {
        boolean inForce = result.inForce(LocalDate.now(Dates.ZONE));
        return new Row(
                "/ho-so/" + result.dossier() + "/ket-qua",
                result.title(),
                result.number(),
                telling.agency(result.agency(), language),
                result.issuedAt(),
                Texts.in(language).get(inForce ? "portal.result.in-force" : "portal.result.not-in-force"),
                inForce ? Tone.DONE : Tone.ASKS,
                "/xac-minh/" + result.code());
    }
}
