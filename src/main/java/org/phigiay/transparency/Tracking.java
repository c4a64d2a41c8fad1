package org.phigiay.transparency;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Representation;
import org.phigiay.journal.FollowerRunner;
import org.phigiay.organisation.Organisation;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Step;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// Tra cứu: where a dossier stands, for whoever has one of its codes. Posts and dates only.
@Component
public class Tracking {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long PATIENCE_MILLIS = 1500;

    private final Dossiers dossiers;
    private final Processing processing;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final TransparencyStore store;
    private final FollowerRunner followers;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    Tracking(
            Dossiers dossiers,
            Processing processing,
            Catalogue catalogue,
            Organisation organisation,
            TransparencyStore store,
            FollowerRunner followers,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.store = store;
        this.followers = followers;
        this.transactions = transactions;
    }

    /// Early, on time or late, and whether that is final.
    public enum Timing {
        /// Not received yet.
        WAITING,
        /// Running, and in time so far.
        RUNNING,
        /// Running, and past the promise.
        RUNNING_LATE,
        /// The promise is paused until the citizen answers.
        PAUSED,
        EARLY,
        ON_TIME,
        LATE,
        /// Ended without a result.
        ENDED
    }

    /// A dossier as anybody may see it.
    ///
    /// @param code the code that was asked for is not repeated here: this is the dossier's own
    /// @param representation whether somebody filed it for another; never who for whom
    /// @param waitingFor post that has to act now; null when nobody has or the citizen has
    /// @param steps what happened, oldest first
    public record Tracked(
            String code,
            String procedure,
            int procedureVersion,
            AgencyCode agency,
            DossierState state,
            Representation representation,
            Instant filedAt,
            Instant receptionDueAt,
            @Nullable Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant finishedAt,
            @Nullable Instant returnedAt,
            Timing timing,
            @Nullable PostCode waitingFor,
            @Nullable Step nextStep,
            List<PublicStep> steps) {
        public Tracked {
            steps = List.copyOf(steps);
        }
    }

    /// The dossier with that request code or dossier code.
    public Optional<Tracked> find(String code) {
        return dossiers.byCode(code).map(this::tracked);
    }

    /// Today's numbers of an agency, or of all agencies together.
    public DayCount today(@Nullable AgencyCode agency) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        return sum(agency, today, today);
    }

    /// The numbers of some days together.
    public DayCount sum(@Nullable AgencyCode agency, LocalDate from, LocalDate to) {
        return transactions.read(Actor.ANYONE, () -> store.sum(agency, from, to));
    }

    private Tracked tracked(Dossier dossier) {
        followers.caughtUp(KeepPublicTimeline.NAME, PATIENCE_MILLIS);
        Task task = processing.openTask(dossier.id()).orElse(null);
        Task acting = task == null || task.paused() ? null : task;
        return new Tracked(
                dossier.anyCode(),
                dossier.procedure().value(),
                dossier.procedureVersion(),
                dossier.agency(),
                dossier.state(),
                dossier.representation(),
                dossier.filedAt(),
                dossier.receptionDueAt(),
                dossier.receivedAt(),
                dossier.dueAt(),
                dossier.finishedAt(),
                dossier.returnedAt(),
                timing(dossier, clock.instant()),
                acting == null ? null : acting.post(),
                acting == null ? null : processing.table(acting).step(acting.step()),
                new ArrayList<>(transactions.read(Actor.ANYONE, () -> store.steps(dossier.subject()))));
    }

    static Timing timing(Dossier dossier, Instant now) {
        Instant due = dossier.dueAt();
        Instant finished = dossier.finishedAt();
        if (finished != null) {
            boolean result = dossier.state() == DossierState.FINISHED || dossier.state() == DossierState.RETURNED;
            if (!result || due == null) {
                return Timing.ENDED;
            }
            if (finished.isAfter(due)) {
                return Timing.LATE;
            }
            boolean sameDay =
                    finished.atZone(ZONE).toLocalDate().equals(due.atZone(ZONE).toLocalDate());
            return sameDay ? Timing.ON_TIME : Timing.EARLY;
        }
        if (dossier.state().waitsForCitizen()) {
            return Timing.PAUSED;
        }
        if (due == null) {
            return Timing.WAITING;
        }
        return now.isAfter(due) ? Timing.RUNNING_LATE : Timing.RUNNING;
    }

    /// The procedure's name in the language of the screen.
    public String title(Tracked tracked, String language) {
        return catalogue
                .version(new org.phigiay.shared.ProcedureCode(tracked.procedure()), tracked.procedureVersion())
                .map(procedure -> procedure.title())
                .orElse(tracked.procedure());
    }

    /// The post's title in the language of the screen.
    public String post(PostCode post, String language) {
        return organisation.post(post).map(found -> found.title(language)).orElse(post.value());
    }
}
