package org.phigiay.dialogue;

import org.jspecify.annotations.Nullable;
import org.phigiay.forms.DraftId;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.ProcedureCode;

/// Chỗ hỏi: what a question is about, attached by itself. No answer of the draft is in it.
///
/// @param form the version of the form; null when it was asked from the procedure's page
/// @param page id of the form's page; null when it is about the whole
/// @param title the page's question as it stands in that version; null with the page
/// @param draft the asker's draft, to lead back to; null when there is none
public record Place(
        ProcedureCode procedure,
        @Nullable FormRef form,
        @Nullable String page,
        @Nullable String title,
        @Nullable DraftId draft) {

    /// The procedure as a whole.
    public static Place of(ProcedureCode procedure) {
        return new Place(procedure, null, null, null, null);
    }
}
