/// Pages of the search: `/thu-tuc` for everybody, and for catalogue officers what is asked and the words it is read by.
@NullMarked
package org.phigiay.search.web;

import org.jspecify.annotations.NullMarked;
