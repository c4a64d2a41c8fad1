package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The description of the API for people: drawn from the same document.
@Controller
class ReferencePage {
    private final OpenApi openApi;

    ReferencePage(OpenApi openApi) {
        this.openApi = openApi;
    }

    @GetMapping("/api")
    String read(Model model, HttpServletRequest request) {
        Language language = Languages.of(request);
        model.addAttribute("reference", Reference.of(openApi.document(language), Texts.in(language)));
        return "portal/api/reference";
    }
}
