package org.phigiay.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookies of this module: for this host alone, unreadable for scripts, not sent along from other sites.
/// Over https
/// their names begin with `__Host-`, so that no other host of the domain can plant one.
final class Cookies {
    static final String SESSION = "phien";
    static final String GUEST = "khach";
    static final String PARKED = "bieu-mau-giu";
    static final String FLASH = "loi-nhan";
    static final String SIGN_IN = "dang-nhap-";

    private Cookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String full = full(request, name);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(full) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /// Sets a cookie that lasts as long as the browser is open.
    static void set(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        add(request, response, name, value, Duration.ofSeconds(-1));
    }

    static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lasts) {
        add(request, response, name, value, lasts);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response, String name) {
        add(request, response, name, "", Duration.ZERO);
    }

    private static void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration lasts) {
        ResponseCookie cookie = ResponseCookie.from(full(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lasts)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String full(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
