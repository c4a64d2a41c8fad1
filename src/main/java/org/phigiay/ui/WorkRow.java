package org.phigiay.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a work list.
///
/// @param key what a tick on the row sends
/// @param href where the row opens
/// @param code what the thing is called by
/// @param due until when, null when nothing is promised
/// @param left how long that is, in words ("còn 3 giờ", "Trễ 2 ngày")
/// @param late whether the time is over
/// @param who whom it is about
/// @param what which kind of thing
/// @param step what is to be done now
/// @param flag what stands out, null for nothing
/// @param tone of the flag
public record WorkRow(
        String key,
        String href,
        String code,
        @Nullable Instant due,
        String left,
        boolean late,
        String who,
        String what,
        String step,
        @Nullable String flag,
        Tone tone) {}
