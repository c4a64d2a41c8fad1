package org.phigiay.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Says to Spring Security that nobody has signed in, and to us which guest this is.
final class GuestVisit extends AnonymousAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    GuestVisit(Actor actor) {
        super("guest", actor.person().toString(), List.of(new SimpleGrantedAuthority("GUEST")));
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GuestVisit that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
