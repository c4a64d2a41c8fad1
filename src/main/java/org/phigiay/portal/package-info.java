/// Cổng: what shows several modules at once, the API for programs and the portal's pages. It has no rules and no SQL
/// of its own, and nobody depends on it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "organisation",
            "identity",
            "areas",
            "calendar",
            "calendar :: web",
            "files",
            "files :: web",
            "signing",
            "catalogue",
            "search",
            "forms",
            "guidance",
            "guidance :: web",
            "dossiers",
            "processing",
            "wallet",
            "dialogue",
            "transparency",
            "notifications"
        })
package org.phigiay.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
