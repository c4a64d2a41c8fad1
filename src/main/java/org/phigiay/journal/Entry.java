package org.phigiay.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import tools.jackson.databind.JsonNode;

/// Bút toán nhật ký: one act as it stands in the journal for ever.
///
/// @param id time-ordered, given by the database
/// @param at the transaction's time, given by the database
/// @param type stable name of what happened (`dossier.received`); never a class name
/// @param version version of the shape of `data`
/// @param subject what it happened to (a dossier, a person, a procedure version)
/// @param agency agency on whose account it happened; null when none
/// @param actor who did it; [PersonId#SYSTEM] for the program
/// @param post post with which an official acted
/// @param fromState national state code before, null when the state did not move
/// @param toState national state code after, null when the state did not move
/// @param purpose why personal data was read
/// @param reason what was said about it, for those who may read the subject
/// @param legalBasis article on which the act stands
/// @param data what followers need, without personal data
public record Entry(
        UUID id,
        Instant at,
        String type,
        int version,
        UUID subject,
        @Nullable AgencyCode agency,
        PersonId actor,
        @Nullable PostCode post,
        @Nullable Integer fromState,
        @Nullable Integer toState,
        @Nullable String purpose,
        @Nullable String reason,
        @Nullable String legalBasis,
        JsonNode data) {

    public Optional<String> text(String field) {
        JsonNode value = data.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
