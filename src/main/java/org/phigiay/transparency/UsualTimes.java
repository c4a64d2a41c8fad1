package org.phigiay.transparency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Remembered;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// How long a procedure really takes: of the last ninety days, or of all cases when those are too few. Below twenty
/// cases nothing is said: a few cases are no rule, and one might be recognised.
///
/// An answer may be ten minutes old.
@Component
public class UsualTimes {

    /// The fewest cases from which a usual time is told.
    public static final int FEWEST = 20;

    private static final int DAYS = 90;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 20_000;

    private final TransparencyStore store;
    private final Transactions transactions;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    // Most procedures of a whole catalogue have too few cases: that is known without asking for each.
    private final Remembered<Set<ProcedureCode>> measured;

    private record Key(ProcedureCode procedure, @Nullable AgencyCode agency) {}

    private record Kept(Optional<UsualTime> time, long at) {}

    UsualTimes(TransparencyStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
        this.measured = new Remembered<>(
                FRESH,
                System::nanoTime,
                () -> transactions.read(Actor.ANYONE, () -> Set.copyOf(store.measured(FEWEST))));
    }

    /// At all agencies together.
    public Optional<UsualTime> of(ProcedureCode procedure) {
        return known(new Key(procedure, null));
    }

    /// At one agency.
    public Optional<UsualTime> of(ProcedureCode procedure, AgencyCode agency) {
        return known(new Key(procedure, agency));
    }

    private Optional<UsualTime> known(Key key) {
        if (!measured.get().contains(key.procedure())) {
            return Optional.empty();
        }
        long now = System.nanoTime();
        Kept found = kept.get(key);
        if (found == null || now - found.at() > FRESH.toNanos()) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            found = new Kept(transactions.read(Actor.ANYONE, () -> reckoned(key)), now);
            kept.put(key, found);
        }
        return found.time();
    }

    private Optional<UsualTime> reckoned(Key key) {
        return store.usualTime(key.procedure(), key.agency(), DAYS)
                .filter(time -> time.cases() >= FEWEST)
                .or(() -> store.usualTime(key.procedure(), key.agency(), 0).filter(time -> time.cases() >= FEWEST));
    }

    /// What is remembered is asked for anew.
    void forget() {
        measured.forget();
        kept.clear();
    }
}
