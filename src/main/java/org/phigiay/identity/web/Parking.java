package org.phigiay.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phigiay.identity.ParkedPost;
import org.phigiay.identity.ParkedPosts;
import org.phigiay.identity.Sessions;
import org.phigiay.shared.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Sends a person to sign in, or to prove again who they are, and loses nothing on the way: what was being
/// sent is kept
/// for the person whose browser this is, and given back afterwards.
@Component
class Parking implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Duration KEPT = Duration.ofHours(2);

    private final Sessions sessions;
    private final ParkedPosts parked;
    private final SignInProblems problems;

    Parking(Sessions sessions, ParkedPosts parked, SignInProblems problems) {
        this.sessions = sessions;
        this.parked = parked;
        this.problems = problems;
    }

    /// Somebody unknown asks for what only a signed-in person may see or do.
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        signIn(request, response);
    }

    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (byScript(request)) {
            problems.signInNeeded(request, response);
            return;
        }
        park(request, response);
        go(response, SignInPages.SIGN_IN + "?tiep=" + encoded(LocalPath.of(request)));
    }

    void stepUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (byScript(request)) {
            problems.stepUpNeeded(request, response);
            return;
        }
        park(request, response);
        go(response, SignInPages.STEP_UP + "?tiep=" + encoded(LocalPath.of(request)));
    }

    /// A form without our secret. From our own page it is one drawn before the person signed in again: it is
    /// kept and
    /// offered again; from elsewhere it is refused.
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (fromOurPage(request) && !byScript(request) && park(request, response)) {
            go(response, SignInPages.RESUME);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /// Browsers say where a form came from, and no page can make them lie; plain http has only `Origin`.
    static boolean fromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && host != null && origin.equals(request.getScheme() + "://" + host);
    }

    private boolean park(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        Optional<PersonId> person = Cookies.read(request, Cookies.SESSION).flatMap(sessions::whose);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        fields.remove(DerivedCsrf.FIELD);
        String type = request.getContentType();
        boolean files = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        String query = request.getQueryString();
        String path = LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
        if (person.isEmpty() || path.equals(LocalPath.HOME)) {
            return false;
        }
        Optional<String> handle = parked.park(person.get(), new ParkedPost(path, fields, files));
        handle.ifPresent(kept -> Cookies.set(request, response, Cookies.PARKED, kept, KEPT));
        return handle.isPresent();
    }

    /// A script of ours asks, not a person: it is told, not led away.
    private static boolean byScript(HttpServletRequest request) {
        return "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static void go(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
