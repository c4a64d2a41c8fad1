/// Pages of the catalogue: a procedure's history; and the component that other pages include to tell differences in
/// words. All is drawn from memory.
@NullMarked
@NamedInterface("web")
package org.phigiay.catalogue.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
