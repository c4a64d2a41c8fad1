package org.phigiay.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PostCode;

/// A supplement asked or a refusal, with the facts that Forms 02 and 03 print.
///
/// @param kind `supplement` or `refusal`
/// @param entry the journal entry it stands in
/// @param post post that decided
public record StatedDecision(
        String kind,
        UUID entry,
        PostCode post,
        List<DossierAction.RequestSupplement.Item> items,
        String reason,
        String clause,
        @Nullable LocalDate until,
        @Nullable String wayOn,
        Instant at) {}
