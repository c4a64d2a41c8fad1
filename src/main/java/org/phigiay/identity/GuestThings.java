package org.phigiay.identity;

import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;

/// What a guest owns in another module. That module provides a bean of this, and is told, inside the
/// transaction, what
/// becomes of its things.
public interface GuestThings {

    /// The guest has signed in: everything is the person's own from now on.
    ///
    /// @param person who signed in and acts
    void become(Actor person, PersonId guest);

    /// The guest's time is over: everything is deleted.
    ///
    /// @param guest who acts
    void end(Actor guest);
}
