package org.phigiay.identity.demo;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.phigiay.identity.Sealer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The provider's own sign-in, in a cookie of its own under its own path: signing out of the program does not end it,
/// as with the national provider.
@Component
class DemoCookie {
    private static final String NAME = "dinh-danh-mau";
    private static final String PURPOSE = "demo-cookie";
    private static final Duration LASTS = Duration.ofHours(8);

    private final Sealer sealer;

    DemoCookie(Sealer sealer) {
        this.sealer = sealer;
    }

    /// Who signed in here, and when the PIN was asked last.
    record Known(Cast person, Instant at) {}

    Optional<Known> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return sealer.open(PURPOSE, cookie.getValue()).flatMap(DemoCookie::known);
            }
        }
        return Optional.empty();
    }

    private static Optional<Known> known(String text) {
        int space = text.indexOf(' ');
        Instant at = Instant.ofEpochSecond(Long.parseLong(text.substring(space + 1)));
        return at.plus(LASTS).isBefore(Instant.now())
                ? Optional.empty()
                : Cast.named(text.substring(0, space)).map(person -> new Known(person, at));
    }

    void set(HttpServletRequest request, HttpServletResponse response, Known known) {
        write(
                request,
                response,
                sealer.seal(PURPOSE, known.person().token() + " " + known.at().getEpochSecond()),
                LASTS);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration lasts) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path(DemoProvider.ROOT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lasts)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
