package org.phigiay.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.phigiay.identity.Tokens;
import org.phigiay.shared.Actor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Who acts in a request to the API: the person of its bearer token (RFC 6750), and never a cookie.
final class BearerTokens extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final SignInProblems problems;

    BearerTokens(Tokens tokens, SignInProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Actor> actor = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.find(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        if (actor.isEmpty()) {
            problems.unknownToken(request, response);
            return;
        }
        SecurityContext context = new SecurityContextImpl(new SignedIn(actor.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /// The page of an error knows who asked as well.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
