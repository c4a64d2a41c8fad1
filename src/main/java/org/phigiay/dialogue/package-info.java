/// Đối thoại: people and officials speak with each other. "Hỏi cán bộ": a person asks about one question of a form and
/// is
/// answered within a stated time; what helps everybody is published there, without the asker, once two officials agree.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "ui", "organisation", "identity", "calendar", "catalogue", "forms"})
package org.phigiay.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
