package org.phigiay.forms;

import java.util.List;

/// What a save has done.
///
/// @param draft as it is now
/// @param clashes fields that another device had changed since the page was drawn: the other answer stands,
///     the one
/// just
///     sent waits until the person has chosen ([Drafts#clashes], [Drafts#settle])
/// @param listChanged the list was changed on another device, so that nobody can say which item is meant:
///     nothing was
///     saved, what was sent is kept aside, the person looks at the list again
public record Saved(Draft draft, List<String> clashes, boolean listChanged) {

    public Saved {
        clashes = List.copyOf(clashes);
    }
}
