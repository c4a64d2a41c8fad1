package org.phigiay.shared;

/// There is no such thing, or none that this person may know of: both are told with the same words (404).
public final class NotFound extends Refused {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("shared.not-found");
    }

    public NotFound(String key, Object... args) {
        super(key, args);
    }
}
