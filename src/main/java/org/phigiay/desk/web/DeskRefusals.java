package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// What an official reads when a page or an act was refused: what is possible instead, who was faster, why it is asked.
/// All other refusals are left to those who answer them for every page.
@Component
class DeskRefusals implements HandlerExceptionResolver, Ordered {
    private static final String HERE = DeskRefusals.class.getPackageName();

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().equals(HERE)) {
            return null;
        }
        Texts texts = Texts.in(Languages.of(request));
        return switch (problem) {
            case NotAllowedNow now ->
                refusal(
                        texts.get("desk.not-now", texts.get("dossiers.state." + now.state())),
                        texts.get("desk.not-now.text"),
                        now.allowed(),
                        request,
                        response);
            case Conflict conflict ->
                refusal(texts.get("desk.conflict"), texts.of(conflict), List.of(), request, response);
            case PurposeMissing _ -> askWhy(texts, request, response);
            default -> null;
        };
    }

    private static ModelAndView askWhy(Texts texts, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(422);
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
