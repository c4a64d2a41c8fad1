package org.phigiay.forms;

import org.phigiay.identity.GuestThings;
import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;
import org.springframework.stereotype.Component;

/// What becomes of a guest's drafts: the person's own at sign-in, deleted when the guest's time is over.
@Component
class DraftsOfGuests implements GuestThings {

    private final DraftStore store;

    DraftsOfGuests(DraftStore store) {
        this.store = store;
    }

    @Override
    public void become(Actor person, PersonId guest) {
        store.become(person.person(), guest);
    }

    @Override
    public void end(Actor guest) {
        store.deleteAll(guest.person());
    }
}
