/// The start-up part: the embedded PostgreSQL or an outside one, the two roles and their connections, the migrations
/// of every module, the secrets made at first start, the control channel the launcher speaks through, and the cache
/// that makes the next start fast. It stands outside the floors: it knows no module, only the resources they bring.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.phigiay.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
