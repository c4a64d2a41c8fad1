/// Templates of the results that processing yields.
@NullMarked
package org.phigiay.processing.web;

import org.jspecify.annotations.NullMarked;
