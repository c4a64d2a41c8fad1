package org.phigiay.dossiers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Calendars;
import org.phigiay.calendar.Clock;
import org.phigiay.calendar.Due;
import org.phigiay.calendar.Pause;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// Thời hạn hẹn trả: the promise of a dossier, how it was reckoned, and what a pause does to it.
@Component
public class Promises {
    private final DossierStore store;
    private final Calendars calendars;
    private final Transactions transactions;

    Promises(DossierStore store, Calendars calendars, Transactions transactions) {
        this.store = store;
        this.calendars = calendars;
        this.transactions = transactions;
    }

    /// How the promise was reckoned, line by line; empty before reception or while it is paused.
    public Optional<Due> reckoning(Dossier dossier) {
        return clock(dossier) instanceof Clock.Running(Due due) ? Optional.of(due) : Optional.empty();
    }

    /// The promise's clock, running or standing still, with its reckoning line by line; null before reception.
    public @Nullable Clock clock(Dossier dossier) {
        Instant received = dossier.receivedAt();
        if (received == null) {
            return null;
        }
        List<Pause> pauses = transactions.read(Actor.ANYONE, () -> store.pauses(dossier.id(), null));
        return calendars.clock(dossier.agency(), received, dossier.term(), pauses);
    }

    /// The promise after the pause that ends now; the same when it was not paused. Called inside a verb.
    Dossier resumed(Dossier dossier, Instant now) {
        if (dossier.pausedAt() == null || dossier.receivedAt() == null) {
            return dossier;
        }
        store.closePause(dossier);
        List<Pause> pauses = store.pauses(dossier.id(), now);
        return dossier.resumed(calendars
                .due(dossier.agency(), dossier.receivedAt(), dossier.term(), pauses)
                .at());
    }
}
