/// Imports: national texts of procedures come in from files. Every row ends imported, imported with named warnings, or
/// refused with a reason; nothing is mended silently, and the catalogue in force stays until somebody publishes.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "identity",
            "calendar",
            "catalogue",
            "catalogue :: web",
            "search",
            "launch"
        })
package org.phigiay.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
