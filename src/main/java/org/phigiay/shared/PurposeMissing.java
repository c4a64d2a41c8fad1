package org.phigiay.shared;

/// An official wants to read personal data without an open task on it and has not said why (422).
public final class PurposeMissing extends Refused {
    private static final long serialVersionUID = 1L;

    public PurposeMissing() {
        super("shared.purpose-missing");
    }
}
