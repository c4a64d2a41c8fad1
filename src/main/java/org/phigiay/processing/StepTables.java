package org.phigiay.processing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.phigiay.journal.Draft;
import org.phigiay.journal.Journal;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Ids;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.springframework.stereotype.Component;

/// The step tables of the installation. A version never changes once it is published, so each is kept in memory;
/// which versions there are is looked up again every minute.
@Component
public class StepTables {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ProcessingStore store;
    private final GeneralSteps general;
    private final Journal journal;
    private final Transactions transactions;
    private final Map<UUID, StepTable> byId = new ConcurrentHashMap<>();
    private final Map<Key, Known> current = new ConcurrentHashMap<>();

    private record Key(ProcedureCode procedure, AgencyCode agency) {}

    private record Known(List<StepTable> versions, Instant at) {}

    StepTables(ProcessingStore store, GeneralSteps general, Journal journal, Transactions transactions) {
        this.store = store;
        this.general = general;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// The table in force for a procedure at an agency at a time.
    public Optional<StepTable> at(ProcedureCode procedure, AgencyCode agency, Instant when) {
        LocalDate day = when.atZone(ZONE).toLocalDate();
        Key key = new Key(procedure, agency);
        Known known = current.get(key);
        if (known == null || known.at().plus(FRESH).isBefore(Instant.now())) {
            known = new Known(store.stepTables(procedure, agency), Instant.now());
            current.put(key, known);
            known.versions().forEach(table -> byId.put(table.id(), table));
        }
        return known.versions().stream()
                .filter(table -> !table.general() && !table.from().isAfter(day))
                .max(Comparator.comparingInt(StepTable::version));
    }

    /// The table for a dossier filed at that time: the agency's own, else the general one, which is stored in the
    /// verb's
    /// transaction when it is needed for the first time or the agency's posts have changed.
    Optional<StepTable> of(ProcedureCode procedure, AgencyCode agency, Instant when) {
        return at(procedure, agency, when)
                .or(() -> general.of(procedure, agency).map(steps -> stored(procedure, agency, when, steps)));
    }

    private StepTable stored(ProcedureCode procedure, AgencyCode agency, Instant when, List<Step> steps) {
        Optional<StepTable> newest = newestGeneral(procedure, agency);
        if (newest.isPresent() && newest.get().steps().equals(steps)) {
            return newest.get();
        }
        StepTable table = new StepTable(
                Ids.next(),
                procedure,
                agency,
                newest.map(StepTable::version).orElse(1) - 1,
                when.atZone(ZONE).toLocalDate(),
                GeneralSteps.STATUS,
                steps);
        // Another node may have been faster; then its table is the same one.
        return publish(Actor.SYSTEM, table)
                ? table
                : newestGeneral(procedure, agency).orElseThrow();
    }

    private Optional<StepTable> newestGeneral(ProcedureCode procedure, AgencyCode agency) {
        return store.stepTables(procedure, agency).stream()
                .filter(StepTable::general)
                .min(Comparator.comparingInt(StepTable::version));
    }

    /// A table that a running dossier keeps.
    public StepTable of(UUID id) {
        return byId.computeIfAbsent(id, store::stepTable);
    }

    /// Publishes a version; one that is there already stays as it is.
    ///
    /// @return false when that version was there
    public boolean publish(Actor actor, StepTable table) {
        boolean published = transactions.write(actor, () -> {
            if (!store.insert(table)) {
                return false;
            }
            journal.append(Draft.of("step-table.published", table.id(), table.agency(), actor)
                    .because(null, table.decision())
                    .with("procedure", table.procedure().value())
                    .with("version", table.version()));
            return true;
        });
        current.remove(new Key(table.procedure(), table.agency()));
        return published;
    }
}
