package org.phigiay.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// The last answer: for what went wrong before a controller was found, or while a page was being drawn.
@Controller
class ErrorFallback implements ErrorController {
    private final ErrorPages pages;

    ErrorFallback(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        Throwable problem = thrown(request);
        Trouble trouble = problem != null
                ? Trouble.of(problem)
                : Trouble.of(
                        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                                ? status
                                : 404);
        boolean api = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/");
        return api ? problem(trouble, request) : pages.page(trouble, problem, request, response);
    }

    /// What was thrown, out of the framework's wrapping.
    private static @Nullable Throwable thrown(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof ServletException wrapping && wrapping.getRootCause() != null) {
            return wrapping.getRootCause();
        }
        return thrown instanceof Throwable problem ? problem : null;
    }

    /// The same in the form of RFC 9457, for the interface.
    private static ResponseEntity<Map<String, Object>> problem(Trouble trouble, HttpServletRequest request) {
        Texts texts = Texts.in(Languages.of(request));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", texts.get(ErrorPages.key(trouble, "title")));
        body.put("status", trouble.status());
        body.put("detail", texts.get(ErrorPages.key(trouble, "text")));
        var answer = ResponseEntity.status(trouble.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (trouble == Trouble.UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, "10") : answer).body(body);
    }
}
