/// Catalogue: the administrative procedures, each with its versions and the guidance people read.
///
/// Three things are kept apart, because three different hands change them: the national text ([ProcedureVersion],
/// announced
/// by a ministry), the agency's configuration ([AgencySetting]: who performs it and where), and the process (the step
/// table,
/// which belongs to `processing`).
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "ui", "organisation", "identity", "calendar", "forms"})
package org.phigiay.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
