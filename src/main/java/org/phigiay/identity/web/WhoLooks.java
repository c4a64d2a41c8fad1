package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Csrf;
import org.phigiay.ui.FrameSource;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Viewer;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Tells the frame of a page who looks and what its forms carry.
@Component
class WhoLooks implements FrameSource {
    private final Organisation organisation;

    WhoLooks(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public @Nullable Viewer viewer(HttpServletRequest request) {
        Actor actor = CurrentActor.of(request);
        if (actor.anonymous()) {
            return null;
        }
        String language = Languages.of(request).code();
        String post = actor.posts().stream()
                .flatMap(held -> organisation.post(held.post()).stream())
                .map((Post held) -> held.title(language))
                .findFirst()
                .orElse("");
        return new Viewer(actor.name(), post, actor.official(), SignInPages.SIGN_OUT);
    }

    @Override
    public @Nullable Csrf csrf(HttpServletRequest request) {
        if (Cookies.read(request, Cookies.SESSION).isEmpty()
                && Cookies.read(request, Cookies.GUEST).isEmpty()) {
            return null;
        }
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken known ? new Csrf(known.getParameterName(), known.getToken()) : null;
    }
}
