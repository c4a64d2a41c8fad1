package org.phigiay.transparency;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Follower;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.AgencyCode;
import org.springframework.stereotype.Component;

/// Counts, for each agency and day, what came in and how it ended. On time is reckoned as the national index does:
/// finished not later than due (Decision 766/QĐ-TTg, group 2).
@Component
class CountEachDay implements Follower {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final TransparencyStore store;
    private final Dossiers dossiers;

    CountEachDay(TransparencyStore store, Dossiers dossiers) {
        this.store = store;
        this.dossiers = dossiers;
    }

    @Override
    public String name() {
        return "count-each-day";
    }

    record Key(AgencyCode agency, LocalDate day) {}

    @Override
    public void follow(List<Numbered> batch) {
        Map<DossierId, Dossier> finished = dossiers.all(batch.stream()
                .map(Numbered::entry)
                .filter(entry -> entry.type().equals("dossier.issued"))
                .map(entry -> new DossierId(entry.subject()))
                .collect(Collectors.toSet()));
        Map<Key, DayCount> counts = new HashMap<>();
        for (Numbered one : batch) {
            Entry entry = one.entry();
            AgencyCode agency = entry.agency();
            if (agency != null) {
                Key key = new Key(agency, entry.at().atZone(ZONE).toLocalDate());
                DayCount more = count(entry, finished);
                if (!more.equals(DayCount.NONE)) {
                    counts.merge(key, more, DayCount::plus);
                }
            }
        }
        counts.forEach((key, count) -> store.addToDay(key.agency(), key.day(), count));
    }

    private static DayCount count(Entry entry, Map<DossierId, Dossier> finished) {
        return switch (entry.type()) {
            case "dossier.submitted" -> DayCount.NONE.filed(1);
            case "dossier.received" -> DayCount.NONE.received(1);
            case "dossier.refused" -> DayCount.NONE.refused(1);
            case "dossier.withdrawn" -> DayCount.NONE.withdrawn(1);
            case "dossier.reception-overdue" -> DayCount.NONE.waitedTooLong(1);
            case "dossier.issued" -> {
                Dossier dossier = finished.get(new DossierId(entry.subject()));
                boolean late =
                        dossier != null && dossier.dueAt() != null && entry.at().isAfter(dossier.dueAt());
                yield late ? DayCount.NONE.late(1) : DayCount.NONE.onTime(1);
            }
            case "dossier.rated" ->
                DayCount.NONE.rated(1, entry.data().path("stars").asInt(0));
            default -> DayCount.NONE;
        };
    }

    @Override
    public void forget() {
        store.forgetDays();
    }
}
