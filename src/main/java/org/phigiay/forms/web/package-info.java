/// Pages of forms: the question page that the module of filings shows.
@NullMarked
@NamedInterface("web")
package org.phigiay.forms.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
