/// What every page looks like and how it speaks: layout, components, texts, dates, error pages, security headers of
/// pages.
/// No word of the domain lives here; the gallery at `/thu-vien-giao-dien` shows every component.
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.phigiay.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
