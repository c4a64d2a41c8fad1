package org.phigiay.ui;

import org.jspecify.annotations.Nullable;

/// One line of a task list.
///
/// @param title what is to be done, a verb with its object
/// @param hint one sentence, or null
/// @param href where it is done, null when it cannot start yet
/// @param status in words
/// @param tone null for a finished task, whose status is plain
public record Task(
        String title,
        @Nullable String hint,
        @Nullable String href,
        String status,
        @Nullable Tone tone) {}
