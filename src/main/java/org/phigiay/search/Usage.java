package org.phigiay.search;

import java.time.LocalDate;
import java.util.List;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.springframework.stereotype.Service;

/// What people search for, as officers of the catalogue may see it: counts, tied to nobody.
@Service
public class Usage {

    private static final int MOST = 50;

    private final SearchStore store;
    private final Access access;

    Usage(SearchStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /// Questions since a day for which nothing ever fitted, most often first, at most fifty.
    public List<AskedCount> without(Actor actor, LocalDate since) {
        require(actor);
        return store.asked(since, true, MOST);
    }

    /// Questions since a day, most often first, at most fifty.
    public List<AskedCount> often(Actor actor, LocalDate since) {
        require(actor);
        return store.asked(since, false, MOST);
    }

    /// What was opened after a question since a day, most often first.
    public List<ChosenCount> chosen(Actor actor, LocalDate since, String question) {
        require(actor);
        return store.chosen(since, question);
    }

    private void require(Actor actor) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
    }
}
