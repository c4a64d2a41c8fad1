package org.phigiay.shared;

/// Somebody was faster, or the same request is still under way (409).
public final class Conflict extends Refused {
    private static final long serialVersionUID = 1L;

    public Conflict(String key, Object... args) {
        super(key, args);
    }
}
