package org.phigiay.shared;

/// The act asks the person to prove again who they are, just before it (403, on pages the way to do it).
public final class StepUpNeeded extends Refused {
    private static final long serialVersionUID = 1L;

    public StepUpNeeded() {
        super("shared.step-up-needed");
    }
}
