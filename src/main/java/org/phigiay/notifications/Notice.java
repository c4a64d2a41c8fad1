package org.phigiay.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.DossierId;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;

/// Thông báo: what one person is told about one act. Holds no name and no answer.
///
/// @param person who is told
/// @param entry the act, an entry of the journal
/// @param dossier the dossier; of [NoticeKind#QUESTION_ANSWERED] the question, by its id
/// @param code code of the dossier or the question as people call it
/// @param due the promise, or by when it must be received; null when there is none
/// @param lastDay last day to supplement; null when none was set
/// @param at when it happened
/// @param readAt when the person marked it as read; null while it is new
public record Notice(
        PersonId person,
        UUID entry,
        NoticeKind kind,
        DossierId dossier,
        AgencyCode agency,
        ProcedureCode procedure,
        String code,
        @Nullable Instant due,
        @Nullable LocalDate lastDay,
        Instant at,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }

    /// Where the person goes on from here, a path of this site.
    public String href() {
        if (kind == NoticeKind.QUESTION_ANSWERED) {
            return "/cau-hoi/" + dossier;
        }
        return (kind.forOfficials() ? "/can-bo/ho-so/" : "/ho-so/") + dossier;
    }
}
