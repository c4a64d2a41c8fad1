package org.phigiay.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// Which language a person reads. Vietnamese, unless they switched: then a small cookie remembers, and nothing else
/// does.
public final class Languages {
    static final String COOKIE = "ngon-ngu";

    /// The language of a request: what it asks for now (`?lang=en`), else what the person chose before, else
    /// Vietnamese. A program that asks the API says it with `Accept-Language` and has no cookies.
    public static Language of(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return accepted(request.getHeader("Accept-Language"));
        }
        String asked = asked(request);
        if (asked != null) {
            return Language.of(asked);
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Language.VI;
    }

    /// Remembers a switch; going back to Vietnamese forgets it.
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        String asked = asked(request);
        if (asked != null) {
            Language language = Language.of(asked);
            response.addHeader(
                    "Set-Cookie",
                    ResponseCookie.from(COOKIE, language == Language.VI ? "" : language.code())
                            .path("/")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .maxAge(language == Language.VI ? 0 : 365L * 24 * 3600)
                            .build()
                            .toString());
        }
    }

    private static Language accepted(@Nullable String header) {
        if (header == null) {
            return Language.VI;
        }
        try {
            List<Locale> spoken = List.of(Language.VI.locale(), Language.EN.locale());
            List<Locale.LanguageRange> wanted = Locale.LanguageRange.parse(header);
            return wanted.stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> spoken.stream()
                            .filter(locale -> primary(range.getRange()).equals(locale.getLanguage())))
                    .findFirst()
                    .map(locale -> Language.of(locale.getLanguage()))
                    .orElse(Language.VI);
        } catch (IllegalArgumentException notALanguage) {
            return Language.VI;
        }
    }

    /// Only the query counts: a form's field of the same name is not a switch, and the body stays unread.
    private static @Nullable String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (part.startsWith("lang=")) {
                    return part.substring("lang=".length());
                }
            }
        }
        return null;
    }

    private Languages() {}

    /// The language of a range such as `en-gb`.
    private static String primary(String range) {
        int dash = range.indexOf('-');
        return dash < 0 ? range : range.substring(0, dash);
    }
}
