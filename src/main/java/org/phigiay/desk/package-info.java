/// Bàn làm việc của cán bộ: the officials' pages. What waits for whom, one dossier with everything that may be done
/// with
/// it now, what a leader must know, what an inspector may read. It has no rules and no tables of its own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "calendar",
            "calendar :: web",
            "files",
            "files :: web",
            "catalogue",
            "forms",
            "dossiers",
            "processing"
        })
package org.phigiay.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
