package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who acts in a request, with the purpose stated for it: on the API the header `Purpose`, on pages the field
/// `purpose`.
public final class CurrentActor {
    /// Name of the form field with which an official says why a page is read.
    public static final String PURPOSE_FIELD = "purpose";

    private static final String PURPOSE_HEADER = "Purpose";
    private static final int LONGEST = 300;

    private CurrentActor() {}

    /// The person who acts, the guest of this browser, or [Actor#ANYONE].
    public static Actor of(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known instanceof GuestVisit visit) {
            return visit.actor();
        }
        if (!(known instanceof SignedIn signedIn)) {
            return Actor.ANYONE;
        }
        Actor actor = signedIn.actor();
        return actor.official() ? actor.withPurpose(purpose(request, actor)) : actor;
    }

    private static @Nullable String purpose(HttpServletRequest request, Actor actor) {
        String header = request.getHeader(PURPOSE_HEADER);
        String said = header == null && actor.via() == Actor.Via.WEB
                ? request.getParameter(PURPOSE_FIELD)
                : header == null ? null : utf8(header);
        if (said == null) {
            return null;
        }
        String plain = said.codePoints()
                .filter(sign -> !Character.isISOControl(sign))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    /// A header arrives as ISO 8859-1; Vietnamese in it was UTF-8.
    private static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
