package org.phigiay.authoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.node.ObjectNode;

/// Biểu mẫu đang soạn: a form that an officer writes and a second one publishes.
///
/// @param version raised by every change; a page says which one it showed
/// @param content `form`: the definition as far as it is written; `offer`: term and fee where the announcement is
/// silent
/// @param basedOn the form in force when it was last saved, null when there was none
/// @param preparer who saved it last; that person may not publish it
/// @param returned why the second person gave it back, null when nobody did
public record FormDraft(
        FormDraftId id,
        ProcedureCode code,
        FormDraftState state,
        int version,
        ObjectNode content,
        @Nullable FormRef basedOn,
        PersonId preparer,
        Instant savedAt,
        @Nullable String returned) {

    public boolean sent() {
        return state == FormDraftState.SENT;
    }

    /// The definition as far as it is written. Not to be changed: [FormDrafts#change] changes a copy.
    public ObjectNode form() {
        return (ObjectNode) content.get("form");
    }

    /// What is promised, as far as it is written.
    public Offer offer() {
        return Offer.read(content.path("offer"));
    }
}
