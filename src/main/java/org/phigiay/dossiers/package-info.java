/// Hồ sơ: the dossier and its life, from filing to the result in the citizen's hands. The life stands as one
/// table in
/// [org.phigiay.dossiers.DossierState]; every move of it is one statement that also appends the journal entry.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "identity :: web",
            "calendar",
            "calendar :: web",
            "files",
            "files :: web",
            "signing",
            "catalogue",
            "forms",
            "forms :: web"
        })
package org.phigiay.dossiers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
