package org.phigiay.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// `/thu-tuc/{code}/lich-su`: every edition of a procedure for everybody, and what changed from one to the next.
@Controller
@RequestMapping("/thu-tuc/{code}/lich-su")
class HistoryPages {

    private final Catalogue catalogue;

    HistoryPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(@PathVariable("code") String text, HttpServletRequest request, Model model) {
        ProcedureCode code = new ProcedureCode(text);
        List<Procedure> editions = editions(code);
        Language language = Languages.of(request);
        model.addAttribute(
                "view",
                new HistoryViews(editions, catalogue.find(code).orElse(null), language)
                        .history(catalogue.published(code), catalogue.reasons(code)));
        return "catalogue/web/history";
    }

    @GetMapping("/{edition}")
    String edition(
            @PathVariable("code") String text,
            @PathVariable("edition") String number,
            HttpServletRequest request,
            Model model) {
        ProcedureCode code = new ProcedureCode(text);
        List<Procedure> editions = editions(code);
        Procedure wanted = editions.stream()
                .filter(edition -> String.valueOf(edition.version()).equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("catalogue.history.not-found", text, number));
        model.addAttribute(
                "view",
                new HistoryViews(editions, catalogue.find(code).orElse(null), Languages.of(request)).edition(wanted));
        return "catalogue/web/edition";
    }

    private List<Procedure> editions(ProcedureCode code) {
        List<Procedure> editions = catalogue.versions(code);
        if (editions.isEmpty()) {
            throw new NotFound("catalogue.not-found", code.value());
        }
        return editions;
    }
}
