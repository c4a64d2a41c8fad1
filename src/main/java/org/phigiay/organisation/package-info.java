/// Organisation: the agencies, their units and their posts, each row with the days between which it holds.
///
/// Who sits on a post is a matter of `identity`; which days an agency works is a matter of `calendar`.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "ui"})
package org.phigiay.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
