package org.phigiay.transparency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PostCode;

/// One line of the public timeline.
///
/// @param position place of the entry in the journal
/// @param type what happened, `dossier.received`
/// @param post post that acted; null for the citizen
/// @param next post that has to act after it; null when the entry does not say
/// @param toState national state after it, null when the state did not move
public record PublicStep(
        long position,
        Instant at,
        String type,
        @Nullable PostCode post,
        @Nullable PostCode next,
        @Nullable Integer toState) {}
