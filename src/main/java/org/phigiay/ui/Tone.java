package org.phigiay.ui;

/// What a tag or a verdict says besides its words. Colour is never the only sign: the words say the same.
public enum Tone {
    /// nothing happens yet
    WAITING,
    /// somebody is at it
    MOVING,
    /// the reader has to do something
    ASKS,
    /// finished well
    DONE,
    /// late, refused, wrong
    LATE;

    String cssClass() {
        return switch (this) {
            case WAITING -> "waiting";
            case MOVING -> "moving";
            case ASKS -> "asks";
            case DONE -> "done";
            case LATE -> "late";
        };
    }
}
