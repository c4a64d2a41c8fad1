/// Thông báo: tells people what happened to their dossiers. Follows the journal, keeps a notice for each person
/// concerned, and sends a letter by electronic mail where there is an address; what is sent outside is a row with a
/// retry of its own.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "catalogue",
            "dossiers",
            "dialogue"
        })
package org.phigiay.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
