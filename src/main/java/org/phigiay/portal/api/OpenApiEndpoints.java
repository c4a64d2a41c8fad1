package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.phigiay.identity.PublicPaths;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// The API tells about itself.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class OpenApiEndpoints {
    private final OpenApi openApi;

    OpenApiEndpoints(OpenApi openApi) {
        this.openApi = openApi;
    }

    @Bean
    static PublicPaths apiDescription() {
        return PublicPaths.of("/api", "/api/v1/problems/*");
    }

    @GetMapping("/openapi.json")
    ObjectNode description(HttpServletRequest request) {
        return openApi.document(Languages.of(request));
    }

    /// What a kind of problem means.
    @GetMapping("/problems/{kind}")
    Problem problem(@PathVariable String kind, HttpServletRequest request) {
        return Arrays.stream(ProblemKind.values())
                .filter(known -> known.kebab().equals(kind))
                .findFirst()
                .map(known -> Problem.of(known, Texts.in(Languages.of(request))))
                .orElseThrow(NotFound::new);
    }
}
