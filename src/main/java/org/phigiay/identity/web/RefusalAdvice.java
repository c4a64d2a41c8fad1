package org.phigiay.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.phigiay.shared.SignInNeeded;
import org.phigiay.shared.StepUpNeeded;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Leads a person whom a verb refused for want of a sign-in, or of a fresh proof of who they are, on to it.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {
    private final Parking parking;
    private final SignInProblems problems;

    RefusalAdvice(Parking parking, SignInProblems problems) {
        this.parking = parking;
        this.problems = problems;
    }

    @ExceptionHandler(SignInNeeded.class)
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (api(request)) {
            problems.signInNeeded(request, response);
        } else {
            parking.signIn(request, response);
        }
    }

    @ExceptionHandler(StepUpNeeded.class)
    void stepUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (api(request)) {
            problems.stepUpNeeded(request, response);
        } else {
            parking.stepUp(request, response);
        }
    }

    private static boolean api(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
