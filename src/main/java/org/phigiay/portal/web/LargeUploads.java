package org.phigiay.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.signing.Verifications;
import org.phigiay.ui.Languages;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// A file too large for the program, or a body that is no form at all, gets a verdict at `/xac-minh` like every other.
@Component
class LargeUploads implements HandlerExceptionResolver, Ordered {
    private final Verdicts verdicts;

    LargeUploads(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (!(problem instanceof MultipartException) || !request.getRequestURI().equals(VerifyPages.PATH)) {
            return null;
        }
        int megabytes = Verifications.LARGEST / 1024 / 1024;
        return new ModelAndView(
                "portal/web/verdict", Map.of("view", verdicts.tooLarge(megabytes, Languages.of(request))));
    }
}
