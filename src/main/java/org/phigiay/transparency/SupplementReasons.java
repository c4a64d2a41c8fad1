package org.phigiay.transparency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.phigiay.shared.Actor;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Remembered;
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
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Remembered<Map<ProcedureCode, List<SupplementReason>>> reasons;

    SupplementReasons(TransparencyStore store, Transactions transactions) {
        this.reasons = new Remembered<>(
                FRESH,
                System::nanoTime,
                () -> transactions.read(Actor.ANYONE, () -> store.supplementReasons(FEWEST, MOST)));
    }

    /// The five asked for most, the most frequent first; empty when nothing was asked for often.
    public List<SupplementReason> of(ProcedureCode procedure) {
        return reasons.get().getOrDefault(procedure, List.of());
    }

    /// What is remembered is asked for anew.
    void forget() {
        reasons.forget();
    }
}
