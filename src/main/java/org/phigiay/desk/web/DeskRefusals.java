package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phigiay.dossiers.DossierId;
import org.phigiay.shared.Conflict;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PurposeMissing;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// What an official reads when a page or an act was refused: what is possible instead, who was faster, why it is asked.
@ControllerAdvice(basePackageClasses = DeskRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskRefusals {

    @ExceptionHandler(NotAllowedNow.class)
    ModelAndView notNow(NotAllowedNow refused, HttpServletRequest request, HttpServletResponse response) {
        Texts texts = Texts.in(Languages.of(request));
        String state = texts.get("dossiers.state." + refused.state());
        return refusal(
                texts.get("desk.not-now", state), texts.get("desk.not-now.text"), refused.allowed(), request, response);
    }

    @ExceptionHandler(Conflict.class)
    ModelAndView faster(Conflict refused, HttpServletRequest request, HttpServletResponse response) {
        Texts texts = Texts.in(Languages.of(request));
        return refusal(texts.get("desk.conflict"), texts.of(refused), List.of(), request, response);
    }

    @ExceptionHandler(PurposeMissing.class)
    ModelAndView askWhy(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(422);
        Texts texts = Texts.in(Languages.of(request));
        PurposeForm form = dossier(request)
                .map(id -> PurposeForm.forDossier(id, below(id, request), "", "", Errors.NONE, texts))
                .orElseGet(() -> PurposeForm.forList("", "", Errors.NONE, texts));
        return new ModelAndView("desk/web/purpose", Map.of("form", form));
    }

    private static ModelAndView refusal(
            String title, String text, List<String> allowed, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(409);
        Texts texts = Texts.in(Languages.of(request));
        Optional<DossierId> id = dossier(request);
        List<Way> ways = id.map(dossier -> Deed.of(allowed).stream()
                        .map(deed -> new Way(deed.label(texts), deed.href(dossier)))
                        .toList())
                .orElse(List.of());
        return new ModelAndView(
                "desk/web/refused",
                Map.of(
                        "title",
                        title,
                        "text",
                        text,
                        "ways",
                        ways,
                        "back",
                        id.map(dossier -> "/can-bo/ho-so/" + dossier).orElse("/can-bo")));
    }

    /// What of the dossier was asked for; its page itself when it was a form sent.
    private static String below(DossierId id, HttpServletRequest request) {
        String home = "/can-bo/ho-so/" + id;
        String path = request.getRequestURI();
        return request.getMethod().equals("GET") && path.startsWith(home) ? path.substring(home.length()) : "";
    }

    private static Optional<DossierId> dossier(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> known && known.get("id") instanceof String id) {
            try {
                return Optional.of(DossierId.parse(id));
            } catch (NotFound e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
