package org.phigiay.catalogue;

import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Thành phần hồ sơ: a paper of the dossier that a person hands in. The declaration itself is the form and is not
/// listed.
///
/// @param code unique within the procedure, e.g. `TP01`
/// @param required whether every dossier has it; false for papers that only some cases need
/// @param originals, certified, copies how many of each
/// @param applies in which case it is needed, null when always
/// @param heldBy which register holds it already, so that a person need not bring it when it is found there
public record Component(
        String code,
        Bilingual name,
        boolean required,
        int originals,
        int certified,
        int copies,
        @Nullable Bilingual applies,
        @Nullable Bilingual heldBy) {

    /// The paper's name in Vietnamese.
    public String title() {
        return name.vi();
    }

    /// The paper's name in the language of the screen.
    public String title(String language) {
        return name.in(language);
    }
}
