package org.phigiay.shared;

import java.util.List;

/// Why the program did not do what it was asked: the person is told in plain words and nothing has changed.
public abstract sealed class Refused extends RuntimeException
        permits Conflict, Forbidden, Invalid, NotAllowedNow, NotFound, PurposeMissing, SignInNeeded, StepUpNeeded {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final transient List<Object> args;

    /// @param key key of the message that says what to do next
    protected Refused(String key, Object... args) {
        super(key, null, false, false);
        this.key = key;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args == null ? List.of() : args;
    }
}
