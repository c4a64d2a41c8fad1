package org.phigiay.shared;

/// The person may know of the thing but may not do this to it (403).
public final class Forbidden extends Refused {
    private static final long serialVersionUID = 1L;

    public Forbidden(String key, Object... args) {
        super(key, args);
    }
}
