package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Sealer;
import org.phigiay.shared.Ids;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The secret of our forms is derived from the session's or the guest's token (HMAC-SHA-256): nothing is
/// stored, and
/// whoever has neither has none and needs none. A form whose session has ended still proves that it is ours.
@Component
class DerivedCsrf implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-TOKEN";
    static final String FIELD = "_csrf";

    private final Sealer sealer;

    DerivedCsrf(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        CsrfToken known = loadToken(request);
        return known == null ? token(Ids.secret(32)) : known;
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return Cookies.read(request, Cookies.SESSION)
                .or(() -> Cookies.read(request, Cookies.GUEST))
                .map(session -> token(sealer.code("csrf", session)))
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
