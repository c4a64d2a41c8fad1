package org.phigiay.search;

import java.time.Duration;
import org.phigiay.shared.Regularly;
import org.springframework.stereotype.Component;

/// Takes in what comes into force with a new day: no journal entry tells it.
@Component
class ReindexWithTheDay extends Regularly {

    private final Indexing indexing;

    ReindexWithTheDay(Indexing indexing) {
        super("reindex-with-the-day", Duration.ofMinutes(1));
        this.indexing = indexing;
    }

    @Override
    protected void round() {
        indexing.index();
        indexing.turnDay();
    }
}
