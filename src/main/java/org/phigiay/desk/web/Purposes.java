package org.phigiay.desk.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.phigiay.dossiers.DossierId;
import org.phigiay.identity.Sealer;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Mục đích xem: remembers for half an hour why an official reads one dossier, or the list, so that it is asked once.
/// The answer lies sealed in a cookie that only that dossier's pages receive; every reading still leaves its own entry.
@Component
class Purposes {
    private static final String ONE = "muc-dich";
    private static final String LIST = "muc-dich-danh-sach";
    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int LONGEST = 300;

    private final Sealer sealer;

    Purposes(Sealer sealer) {
        this.sealer = sealer;
    }

    /// The actor with the purpose stated for this dossier before, if any.
    Actor of(Actor actor, DossierId id, HttpServletRequest request) {
        return with(actor, ONE, id.toString(), request);
    }

    /// The actor with the purpose stated for the list before, if any.
    Actor ofList(Actor actor, HttpServletRequest request) {
        return with(actor, LIST, "list", request);
    }

    void remember(Actor actor, DossierId id, String purpose, HttpServletRequest request, HttpServletResponse response) {
        String text = sealer.seal(subject(actor, id.toString()), shortened(purpose));
        set(ONE, "/can-bo/ho-so/" + id, text, request, response);
    }

    /// Whoever has just acted on a dossier looks at it again without being asked: the purpose is that very act.
    void rememberOwnAct(Actor actor, DossierId id, HttpServletRequest request, HttpServletResponse response) {
        remember(actor, id, Texts.in(Language.VI).get("desk.purpose.own-act"), request, response);
    }

    void rememberForList(Actor actor, String purpose, HttpServletRequest request, HttpServletResponse response) {
        set(LIST, "/can-bo/ho-so", sealer.seal(subject(actor, "list"), shortened(purpose)), request, response);
    }

    private Actor with(Actor actor, String name, String about, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (!actor.official() || actor.purpose() != null || cookies == null) {
            return actor;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                Optional<String> said = sealer.open(subject(actor, about), cookie.getValue());
                if (said.isPresent()) {
                    return actor.withPurpose(said.get());
                }
            }
        }
        return actor;
    }

    private static void set(
            String name, String path, String sealed, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(name, sealed)
                        .path(path)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LASTS)
                        .build()
                        .toString());
    }

    private static String shortened(String purpose) {
        String plain = purpose.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /// Sealed for one person and one dossier: nobody can use another's.
    private static String subject(Actor actor, String about) {
        return "purpose " + actor.person() + " " + about;
    }
}
