package org.phigiay.portal.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.phigiay.ui.Languages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands before everything under `/api/`: whatever fails behind it, even before a controller is found, is answered
/// as a problem and never as a page; and the language is the one the program asked for.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ApiGate extends OncePerRequestFilter {
    private final ApiProblems problems;

    ApiGate(ApiProblems problems) {
        this.problems = problems;
    }

    static boolean guards(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !guards(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Answer answer = new Answer(request, response);
        try {
            if (unreadable(request)) {
                throw new ApiTrouble(ProblemKind.MALFORMED, "portal.api.problem.malformed.address");
            }
            chain.doFilter(new Spoken(request), answer);
        } catch (ServletException wrapped) {
            problems.answer(request, response, wrapped.getRootCause() == null ? wrapped : wrapped.getRootCause());
        } catch (IOException gone) {
            throw gone;
        } catch (RuntimeException failure) {
            problems.answer(request, response, failure);
        }
    }

    /// A sign that no text in the database can hold.
    private static boolean unreadable(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().contains("%00") || (query != null && query.contains("%00"));
    }

    /// A request whose locale is the language we answer in.
    private static final class Spoken extends HttpServletRequestWrapper {
        Spoken(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Locale getLocale() {
            return Languages.of((HttpServletRequest) getRequest()).locale();
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(getLocale()));
        }
    }

    /// An answer that writes a problem where the container would draw a page.
    private final class Answer extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            problems.answer(request, (HttpServletResponse) getResponse(), status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
