/// Pages of the catalogue: the list with its search, a procedure's page and its history; and the component that other
/// pages include to tell differences in words. All is drawn from memory.
@NullMarked
@NamedInterface("web")
package org.phigiay.catalogue.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
