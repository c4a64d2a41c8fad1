package org.phigiay.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// Giữ vị trí: a person holds a post from an instant until another.
///
/// @param until first instant at which the post is no longer held; null while it is
public record Holding(
        PersonId person,
        PostCode post,
        Instant from,
        @Nullable Instant until) {}
