package org.phigiay.signing;

/// What is wrong with a PDF before anybody opens it.
public enum PdfFinding {
    /// Does not begin as a PDF.
    NOT_A_PDF(false),
    /// Damaged, or built to break readers.
    UNREADABLE(false),
    /// Locked with a password.
    ENCRYPTED(false),
    /// Unpacks to far more than its size, or has too many pages or parts.
    TOO_LARGE_INSIDE(false),
    /// JavaScript.
    SCRIPT(true),
    /// Does something when opened: starts a program, calls an address, sends a form.
    ACTION(true),
    /// Carries other files.
    EMBEDDED_FILE(true),
    /// An XFA form: another page than the one readers without XFA see.
    XFA(true),
    /// Sound, film or three-dimensional scenes.
    MEDIA(true),
    /// A link that runs a script or opens a local file.
    UNSAFE_LINK(true);

    private final boolean active;

    PdfFinding(boolean active) {
        this.active = active;
    }

    /// Whether the file acts by itself, rather than being damaged or locked.
    public boolean active() {
        return active;
    }
}
