/// Kho kết quả điện tử: the results a citizen has been given, kept for them, and the register against which a stranger
/// checks one that is shown to them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "ui", "organisation", "identity", "files", "signing", "dossiers"})
package org.phigiay.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
