/// Pages of forms: the question page that the module of filings shows.
@NullMarked
package org.phigiay.forms.web;

import org.jspecify.annotations.NullMarked;
