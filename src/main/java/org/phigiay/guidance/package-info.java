/// Hướng dẫn: what the citizen reads before anything is filed. Plain language as a measured thing, the time a form
/// takes to fill, and the moments of life that lead over several procedures and agencies.
///
/// The texts that are in force are the catalogue's and the forms'; the life events and the term base are data files.
/// What has rows here is guidance in the making: one officer writes it, a second one publishes it ([Proposals]).
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
            "catalogue :: web",
            "forms"
        })
package org.phigiay.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
