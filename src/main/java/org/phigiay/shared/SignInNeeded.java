package org.phigiay.shared;

/// Only a signed-in person can do this (401, on pages a way to sign in).
public final class SignInNeeded extends Refused {
    private static final long serialVersionUID = 1L;

    public SignInNeeded() {
        super("shared.sign-in-needed");
    }
}
