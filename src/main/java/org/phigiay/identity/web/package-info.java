/// Sign-in, sign-out, cookies, and who acts in a request.
@NullMarked
package org.phigiay.identity.web;

import org.jspecify.annotations.NullMarked;
