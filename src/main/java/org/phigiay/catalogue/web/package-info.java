/// Pages of the catalogue: the list with its search, and a procedure's page. Both are drawn from memory.
@NullMarked
package org.phigiay.catalogue.web;

import org.jspecify.annotations.NullMarked;
