package org.phigiay.portal.api;

/// A request that is wrong in itself, before any verb is asked.
final class ApiTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;
    private final String key;

    /// @param key key of the message that says what to do next
    ApiTrouble(ProblemKind kind, String key) {
        super(key, null, false, false);
        this.kind = kind;
        this.key = key;
    }

    ProblemKind kind() {
        return kind;
    }

    String key() {
        return key;
    }
}
