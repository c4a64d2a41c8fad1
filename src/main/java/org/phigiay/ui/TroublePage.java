package org.phigiay.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an error page says: what happened, what to do, one link; never a code alone.
///
/// @param title what happened
/// @param text what to do
/// @param points what can be done now, or the mistakes; empty for none
/// @param way the one way on
/// @param reference what to tell us when the fault is ours, null otherwise
record TroublePage(
        String title,
        String text,
        List<String> points,
        Way way,
        @Nullable String reference) {}
