package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.phigiay.identity.Claims;
import org.phigiay.identity.Guests;
import org.phigiay.identity.OidcSettings;
import org.phigiay.identity.ParkedPosts;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.identity.Sessions;
import org.phigiay.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// What follows the provider's answer: the person is known or added, a new session begins under a token
/// never seen
/// before, and the person goes on where they were.
@Component
class SignIns implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private final People people;
    private final Sessions sessions;
    private final Guests guests;
    private final ParkedPosts parked;
    private final Providers providers;

    SignIns(People people, Sessions sessions, Guests guests, ParkedPosts parked, Providers providers) {
        this.people = people;
        this.sessions = sessions;
        this.guests = guests;
        this.parked = parked;
        this.providers = providers;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        SignInRequest begun = (SignInRequest) Objects.requireNonNull(request.getAttribute(SignInRequests.BEGUN));
        OidcUser told = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        Person person;
        try {
            person = people.signedIn(Claims.read(
                    told.getClaims(),
                    providers.inForce().map(OidcSettings::names).orElse(Claims.Names.NATIONAL)));
        } catch (Claims.Unusable unusable) {
            LOG.warn("Sign-in refused: {}", unusable.getMessage());
            fail(response, "khong-du");
            return;
        }
        String before = Cookies.read(request, Cookies.SESSION).orElse(null);
        String token;
        if (begun.again()) {
            if (before == null || !isSignedIn(before, person)) {
                LOG.warn("Proof of identity refused: another person");
                fail(response, "nguoi-khac");
                return;
            }
            if (!fresh(told, begun)) {
                LOG.warn("Proof of identity refused: not fresh");
                fail(response, "khong-moi");
                return;
            }
            token = sessions.stepUp(before, person.id());
        } else {
            if (before != null) {
                sessions.end(before);
            }
            token = sessions.open(person.id());
            takeOver(request, response, token);
        }
        Cookies.set(request, response, Cookies.SESSION, token);
        response.sendRedirect(next(request, begun, person));
    }

    /// What was begun before signing in is the person's own now. Should that fail, the sign-in stands, the
    /// browser stays
    /// the guest's as well, and the next sign-in takes over.
    private void takeOver(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookies.read(request, Cookies.GUEST).ifPresent(guest -> {
            try {
                sessions.find(token).ifPresent(actor -> guests.become(actor, guest));
                Cookies.remove(request, response, Cookies.GUEST);
            } catch (RuntimeException notNow) {
                LOG.warn("What a guest began was not taken over", notNow);
            }
        });
    }

    private boolean isSignedIn(String token, Person person) {
        return sessions.find(token)
                .map(Actor::person)
                .filter(person.id()::equals)
                .isPresent();
    }

    /// Whether the provider asked the person just now, and not some time ago.
    private static boolean fresh(OidcUser told, SignInRequest begun) {
        Instant at = told.getAuthenticatedAt();
        return at != null && !at.isBefore(begun.startedAt().minus(CLOCKS_DIFFER));
    }

    private String next(HttpServletRequest request, SignInRequest begun, Person person) {
        return Cookies.read(request, Cookies.PARKED)
                .flatMap(handle -> parked.look(handle, person.id()))
                .map(post -> post.refill()
                        .map(LocalPath::of)
                        .filter(page -> !page.equals(LocalPath.HOME))
                        .orElse(SignInPages.RESUME))
                .orElse(begun.back());
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.warn("Sign-in failed: {}", code.replaceAll("[^a-zA-Z0-9_]", "?"));
        fail(
                response,
                switch (code) {
                    case "access_denied" -> "tu-choi";
                    case "authorization_request_not_found" -> "qua-lau";
                    default -> "loi";
                });
    }

    private static void fail(HttpServletResponse response, String why) throws IOException {
        response.sendRedirect(SignInPages.SIGN_IN + "?loi=" + why);
    }
}
