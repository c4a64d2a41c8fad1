package org.phigiay.portal.api;

import org.phigiay.ui.Texts;

/// The kinds of problem the API answers with. Each has an address that never changes and explains it.
enum ProblemKind {
    MALFORMED(400),
    SIGN_IN_NEEDED(401),
    UNKNOWN_TOKEN(401),
    FORBIDDEN(403),
    STEP_UP_NEEDED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    NOT_ALLOWED_NOW(409),
    CONFLICT(409),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID(422),
    PURPOSE_MISSING(422),
    INTERNAL(500),
    UNAVAILABLE(503),
    DISK_FULL(507);

    /// Where the kinds are explained.
    static final String ADDRESS = "/api/v1/problems/";

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /// The name in its address: `not-found`.
    String kebab() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String type() {
        return ADDRESS + kebab();
    }

    String title(Texts texts) {
        return texts.get("portal.api.problem." + kebab());
    }

    /// What to do next.
    String detail(Texts texts) {
        return texts.get("portal.api.problem." + kebab() + ".detail");
    }

    /// The kind for a bare status.
    static ProblemKind of(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status && kind != UNKNOWN_TOKEN && kind != NOT_ALLOWED_NOW) {
                return kind;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED;
    }
}
