package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Leads a person whom a verb refused for want of a sign-in, or of a fresh proof of who they are, on to it; before the
/// pages of `ui` would only tell them.
@Component
class LeadOn implements HandlerExceptionResolver, Ordered {
    private final Parking parking;

    LeadOn(Parking parking) {
        this.parking = parking;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (request.getRequestURI().startsWith("/api/")) {
            return null;
        }
        try {
            switch (problem) {
                case SignInNeeded _ -> parking.signIn(request, response);
                case StepUpNeeded _ -> parking.stepUp(request, response);
                default -> {
                    return null;
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
