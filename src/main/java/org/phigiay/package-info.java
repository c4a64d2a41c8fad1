/// Phi Giấy ("paperless"): one program and one PostgreSQL with which a commune, a province or a nation governs
/// without paper. Every sub-package is a module; docs/house.md says how they stand on each other.
@NullMarked
package org.phigiay;

import org.jspecify.annotations.NullMarked;
