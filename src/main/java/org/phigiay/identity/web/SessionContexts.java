package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Guests;
import org.phigiay.identity.Sessions;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Spring Security's memory between requests is our table of sessions: nothing is kept in the program,
/// nothing is
/// serialised. A request without the cookie asks the database nothing; one whose page does not care who
/// looks, neither.
@Component
class SessionContexts implements SecurityContextRepository {
    private static final String KNOWN = SessionContexts.class.getName();

    private final Sessions sessions;
    private final Guests guests;

    SessionContexts(Sessions sessions, Guests guests) {
        this.sessions = sessions;
        this.guests = guests;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Lazy(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /// Sessions are opened and ended by [SignIns] alone.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Cookies.read(request, Cookies.SESSION).isPresent();
    }

    /// Whether a form has to carry our secret. A guest's may come without it when the browser says that it
    /// stands on a
    /// page of ours: it was drawn before the guest began in another window.
    boolean needsSecret(HttpServletRequest request) {
        return containsContext(request)
                || (Cookies.read(request, Cookies.GUEST).isPresent() && !Parking.fromOurPage(request));
    }

    private SecurityContext load(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof SecurityContext known) {
            return known;
        }
        SecurityContext context = new SecurityContextImpl();
        Cookies.read(request, Cookies.SESSION)
                .flatMap(sessions::find)
                .ifPresent(actor -> context.setAuthentication(new SignedIn(actor)));
        if (context.getAuthentication() == null) {
            Cookies.read(request, Cookies.GUEST)
                    .flatMap(guests::find)
                    .ifPresent(guest -> context.setAuthentication(new GuestVisit(guest)));
        }
        request.setAttribute(KNOWN, context);
        return context;
    }

    private final class Lazy implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        private Lazy(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = load(request);
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
