package org.phigiay.launch;

/// The program cannot start; the message tells the person at the keyboard what is wrong and what to do.
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
