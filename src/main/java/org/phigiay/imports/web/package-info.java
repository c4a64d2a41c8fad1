/// The pages on which files of national texts are read in, compared and published.
@NullMarked
package org.phigiay.imports.web;

import org.jspecify.annotations.NullMarked;
