package org.phigiay.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;

/// An entry about to be appended: all that the program states; id, time and xid are the database's.
/// Built from [#of] by adding what the act has to say.
public record Draft(
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
        byte @Nullable [] payloadHash,
        Map<String, Object> data) {

    /// @param type stable name, `module.happened`
    /// @param subject what it happens to
    public static Draft of(String type, UUID subject, @Nullable AgencyCode agency, Actor actor) {
        PostCode post = actor.posts().stream()
                .filter(held -> held.agency().equals(agency))
                .map(Actor.Held::post)
                .findFirst()
                .orElse(null);
        return new Draft(type, 1, subject, agency, actor.person(), post, null, null, null, null, null, null, Map.of());
    }

    /// The post with which the actor acts, when the first one held in the agency is not the one.
    public Draft as(@Nullable PostCode other) {
        return changed(other, fromState, toState, purpose, reason, legalBasis, payloadHash, data);
    }

    public Draft moving(@Nullable Integer from, @Nullable Integer to) {
        return changed(post, from, to, purpose, reason, legalBasis, payloadHash, data);
    }

    public Draft because(@Nullable String why, @Nullable String clause) {
        return changed(post, fromState, toState, purpose, why, clause, payloadHash, data);
    }

    public Draft reading(@Nullable String statedPurpose) {
        return changed(post, fromState, toState, statedPurpose, reason, legalBasis, payloadHash, data);
    }

    /// SHA-256 of what was filed, signed or issued, so that the public log can speak of it without showing it.
    public Draft sealing(byte @Nullable [] sha256) {
        return changed(post, fromState, toState, purpose, reason, legalBasis, sha256, data);
    }

    /// One more fact for followers. Never personal data.
    public Draft with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(field, value);
        return changed(post, fromState, toState, purpose, reason, legalBasis, payloadHash, more);
    }

    private Draft changed(
            @Nullable PostCode post,
            @Nullable Integer fromState,
            @Nullable Integer toState,
            @Nullable String purpose,
            @Nullable String reason,
            @Nullable String legalBasis,
            byte @Nullable [] payloadHash,
            Map<String, Object> data) {
        return new Draft(
                type,
                version,
                subject,
                agency,
                actor,
                post,
                fromState,
                toState,
                purpose,
                reason,
                legalBasis,
                payloadHash,
                data);
    }
}
