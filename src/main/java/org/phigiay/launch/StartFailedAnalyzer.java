package org.phigiay.launch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a failed start as one sentence instead of a stack trace.
final class StartFailedAnalyzer extends AbstractFailureAnalyzer<StartFailed> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, StartFailed cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
