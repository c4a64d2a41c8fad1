package org.phigiay.transparency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// What others got wrong: the papers and answers of a procedure that had to be supplemented most. Only their codes and
/// counts; what officials wrote is between them and the citizen. Below five cases nothing is said.
///
/// An answer may be five minutes old.
@Component
public class SupplementReasons {

    /// The fewest cases in which something was asked for again before it is told.
    public static final int FEWEST = 5;

    private static final int MOST = 5;
    private static final long FRESH = Duration.ofMinutes(5).toNanos();
    private static final int MOST_KEPT = 20_000;

    private final TransparencyStore store;
    private final Transactions transactions;
    private final Map<ProcedureCode, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<SupplementReason> reasons, long at) {}

    SupplementReasons(TransparencyStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /// The five asked for most, the most frequent first; empty when nothing was asked for often.
    public List<SupplementReason> of(ProcedureCode procedure) {
        long now = System.nanoTime();
        Kept found = kept.get(procedure);
        if (found == null || now - found.at() > FRESH) {
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            found = new Kept(
                    transactions.read(
                            Actor.ANYONE, () -> List.copyOf(store.supplementReasons(procedure, FEWEST, MOST))),
                    now);
            kept.put(procedure, found);
        }
        return found.reasons();
    }

    /// What is remembered is asked for anew.
    void forget() {
        kept.clear();
    }
}
