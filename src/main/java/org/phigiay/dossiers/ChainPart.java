package org.phigiay.dossiers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.ProcedureCode;

/// Phần liên thông: one more procedure that is filed from the same answers once the first dossier has its result.
///
/// @param parent the dossier in which it was chosen
/// @param title what it is for the person
/// @param child the dossier it became; null while it waits, and when it stopped
/// @param errors why it could not be filed, in the words of a filing
public record ChainPart(
        DossierId parent,
        ProcedureCode procedure,
        Bilingual title,
        State state,
        @Nullable DossierId child,
        List<FieldError> errors) {

    public ChainPart {
        errors = List.copyOf(errors);
    }

    /// Where a part stands.
    public enum State {
        /// Waits for the result of the first dossier.
        WAITING,
        /// Has become a dossier of its own.
        FILED,
        /// Could not be filed; the person can file it themself.
        STOPPED
    }
}
