/// Ký số: makes PDF/A-2a documents that everyone can read, signs them (PAdES B-T), and tells whether a signed PDF is
/// still what was signed. Knows nothing of dossiers: bytes in, bytes or a verdict out.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.phigiay.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
