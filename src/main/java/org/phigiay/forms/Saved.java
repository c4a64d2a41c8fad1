package org.phigiay.forms;

import java.util.List;

/// What a save has done.
///
/// @param draft as it is now
/// @param overwritten fields whose answer from another window was written over; the earlier answers are kept
public record Saved(Draft draft, List<String> overwritten) {

    public Saved {
        overwritten = List.copyOf(overwritten);
    }
}
