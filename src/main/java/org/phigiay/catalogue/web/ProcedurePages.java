package org.phigiay.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Page;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// `/thu-tuc`: what can be asked of the state, for everybody.
@Controller
class ProcedurePages {

    private final Catalogue catalogue;

    ProcedurePages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/thu-tuc")
    String list(
            @RequestParam(name = "q", defaultValue = "") String question,
            @RequestParam(name = "after", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        // Nobody types more; a longer question is cut, not refused.
        String asked = question.length() > 200 ? question.substring(0, 200) : question;
        Page<Procedure> found = catalogue.search(asked, after);
        model.addAttribute("view", ProcedureViews.list(asked, after, found, language(request)));
        return "catalogue/web/list";
    }

    private static Language language(HttpServletRequest request) {
        return Languages.of(request);
    }
}
