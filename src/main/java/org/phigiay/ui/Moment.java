package org.phigiay.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One sentence of a timeline.
///
/// @param at when, null for what is still to come
/// @param sentence what happened or will happen
/// @param detail who (the post) or why, or null
public record Moment(
        @Nullable Instant at, String sentence, @Nullable String detail) {}
