/// Pages on which forms are written, looked at and published.
@NullMarked
@NamedInterface("web")
package org.phigiay.authoring.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
