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

/// Answers of the API to a verb that wants a sign-in or a fresh proof, where no module above has words of its own.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiRefusals {
    private final SignInProblems problems;

    ApiRefusals(SignInProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(SignInNeeded.class)
    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.signInNeeded(request, response);
    }

    @ExceptionHandler(StepUpNeeded.class)
    void stepUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.stepUpNeeded(request, response);
    }
}
