/// The portal's pages: home, public tracking, verification, what a citizen sees of their own dossiers and results.
@NullMarked
package org.phigiay.portal.web;

import org.jspecify.annotations.NullMarked;
