/// People, the posts they hold, sign-in, sessions, tokens, and the one point that answers whether this person may
/// do this to this. Deny by default: what [org.phigiay.identity.Right] does not list, nobody may do.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "ui", "organisation", "launch"})
package org.phigiay.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
