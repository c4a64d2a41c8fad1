package org.phigiay.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// Phiên: a signed-in browser, as it stands in the database now.
///
/// @param alive whether neither limit has passed; an ended session is known for a while, so that what was just being
///              sent can be given back to the same person
/// @param posts held now, not when the person signed in
record Session(
        PersonId person,
        String name,
        List<PostCode> posts,
        @Nullable Instant steppedUpAt,
        boolean seenLately,
        boolean alive) {}
