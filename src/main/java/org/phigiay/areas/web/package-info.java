/// The public page that says what became of an old commune, and the suggestions for boxes in which one is typed.
@NullMarked
package org.phigiay.areas.web;

import org.jspecify.annotations.NullMarked;
