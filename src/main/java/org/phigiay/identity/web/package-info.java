/// Sign-in, sign-out, cookies, and who acts in a request.
@NullMarked
@NamedInterface("web")
package org.phigiay.identity.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
