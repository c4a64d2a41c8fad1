package org.phigiay.forms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.identity.Access;
import org.phigiay.identity.Right;
import org.phigiay.identity.Target;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Service;

/// Vì sao dừng lại: counted by procedure, version of the form, question, reason and day, without anything personal. A
/// count belongs to nobody and changes no dossier, so it leaves no entry in the journal.
@Service
public class LeaveReasons {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration STANDS = Duration.ofMinutes(15);
    private static final int SHOWN_DAYS = 90;

    private final LeaveReasonStore store;
    private final Transactions transactions;
    private final Access access;

    LeaveReasons(LeaveReasonStore store, Transactions transactions, Access access) {
        this.store = store;
        this.transactions = transactions;
        this.access = access;
    }

    /// How often a reason was said at a question within the last 90 days.
    ///
    /// @param question id of the page; empty for the check before filing
    public record Count(ProcedureCode procedure, FormRef form, String question, LeaveReason reason, long times) {}

    /// When somebody was asked and answered last.
    record Asked(@Nullable Instant askedAt, @Nullable Instant answeredAt) {}

    /// Whether to ask the person why: once a day for a draft, until it is answered, and for a quarter of an hour, so
    /// that
    /// a page drawn again still asks.
    public boolean ask(Actor actor, DraftId id) {
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        return transactions.reserve(actor, () -> {
            Asked last = store.asked(actor.person(), id).orElseThrow(NotFound::new);
            Instant now = transactions.now();
            if (onDayOf(now, last.answeredAt())) {
                return false;
            }
            Instant asked = last.askedAt();
            if (onDayOf(now, asked)) {
                return asked != null && asked.plus(STANDS).isAfter(now);
            }
            store.setAsked(actor.person(), id);
            return true;
        });
    }

    /// Counts what the person said; the second time on a day for the same draft nothing is counted.
    ///
    /// @param question id of the page at which the person stopped; empty for the check before filing
    public void say(Actor actor, DraftId id, String question, LeaveReason reason) {
        access.require(actor, Right.DRAFT_WRITE, Target.ownedBy(actor.person()));
        boolean _ = transactions.reserve(actor, () -> {
            Asked last = store.lockAsked(actor.person(), id).orElseThrow(NotFound::new);
            boolean counts = !onDayOf(transactions.now(), last.answeredAt());
            if (counts) {
                store.count(actor.person(), id, question, reason, day(transactions.now()));
                store.setAnswered(actor.person(), id);
            }
            return counts;
        });
    }

    /// What was said within the last 90 days, the most frequent first.
    public List<Count> counts(Actor actor) {
        access.require(actor, Right.CATALOGUE_PREPARE, Target.general());
        return transactions.read(
                actor, () -> store.counts(day(transactions.now()).minusDays(SHOWN_DAYS)));
    }

    private static boolean onDayOf(Instant now, @Nullable Instant earlier) {
        return earlier != null && day(earlier).equals(day(now));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
