package org.phigiay.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Target;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// Câu hỏi gửi cán bộ: what one person asked about one place, and the answer.
///
/// @param code as people call it, `HOI-7K3M-Q2XR`
/// @param post the post it was handed on to; null while it is the desk's
/// @param text in the asker's words
/// @param dueAt by when it is answered: five working days of the agency, the project's own rule
/// @param answer null while it is open
/// @param shared what everybody would read, worded without the asker; null when nobody proposed that
public record Question(
        QuestionId id,
        String code,
        PersonId asker,
        AgencyCode agency,
        @Nullable PostCode post,
        Place place,
        String text,
        Instant askedAt,
        Instant dueAt,
        @Nullable Answer answer,
        Sharing sharing,
        @Nullable Shared shared) {

    /// @param post the post as which it was given
    public record Answer(String text, Instant at, PostCode post) {}

    /// @param by who proposed it
    public record Shared(String question, String answer, PersonId by) {}

    public boolean open() {
        return answer == null;
    }

    /// Whether it waits, or has waited, longer than promised.
    public boolean late(Instant now) {
        return (answer == null ? now : answer.at()).isAfter(dueAt);
    }

    Target target() {
        return new Target(agency, asker, null, java.util.Set.of(), java.util.Set.of());
    }
}
