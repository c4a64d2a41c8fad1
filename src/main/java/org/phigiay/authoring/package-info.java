/// Soạn biểu mẫu: officers of the catalogue write and change forms in the browser, without code. One officer writes, a
/// second one publishes; a form that contradicts itself, asks for a paper nobody announced or asks without saying why
/// is
/// refused with the place.
///
/// A form in the making is the definition's own JSON, changed as a tree by small operations ([Change] at a [Place]), so
/// that everything the forms know can be written here and nothing is translated back and forth.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "ui",
            "identity",
            "calendar",
            "forms",
            "forms :: web",
            "catalogue",
            "catalogue :: web",
            "guidance",
            "guidance :: web",
            "dossiers"
        })
package org.phigiay.authoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
