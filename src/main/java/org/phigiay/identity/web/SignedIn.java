package org.phigiay.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Says to Spring Security who acts. It grants nothing: what a person may do is asked of `Access`, thing by thing.
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    SignedIn(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    Actor actor() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }

    /// Says only which person, so that no log line carries personal data.
    @Override
    public String getName() {
        return actor.person().toString();
    }

    @Override
    public String toString() {
        return "SignedIn " + getName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && actor.equals(that.actor);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}
