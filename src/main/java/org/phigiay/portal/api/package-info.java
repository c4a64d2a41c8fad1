/// The API for programs under `/api/v1`: the same verbs as the pages, bearer tokens, problems of RFC 9457.
@NullMarked
package org.phigiay.portal.api;

import org.jspecify.annotations.NullMarked;
