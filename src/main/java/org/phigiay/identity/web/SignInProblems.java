package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers of the API to somebody it does not know, as problems of RFC 9457.
@Component
class SignInProblems implements AuthenticationEntryPoint {
    private final JsonMapper json;

    SignInProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        signInNeeded(request, response);
    }

    /// No token came along.
    void signInNeeded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"phigiay\"");
        write(request, response, 401, "sign-in-needed");
    }

    /// A token came along that is unknown, expired or revoked.
    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"phigiay\", error=\"invalid_token\"");
        write(request, response, 401, "unknown-token");
    }

    /// The person must prove again who they are.
    void stepUpNeeded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, 403, "step-up-needed");
    }

    private void write(HttpServletRequest request, HttpServletResponse response, int status, String name)
            throws IOException {
        Texts texts = Texts.in(Languages.of(request));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/api/v1/problems/" + name);
        problem.put("title", texts.get("identity.problem." + name));
        problem.put("status", status);
        problem.put("detail", texts.get("identity.problem." + name + ".detail"));
        problem.put("instance", request.getRequestURI());
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", texts.language().code());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
