/// Công khai: what anybody may see. Follows the journal, keeps a public timeline of every dossier and counts each day;
/// shows posts and dates, never persons.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "calendar",
            "catalogue",
            "dossiers",
            "processing"
        })
package org.phigiay.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
