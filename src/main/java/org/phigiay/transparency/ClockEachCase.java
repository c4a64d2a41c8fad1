package org.phigiay.transparency;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Calendars;
import org.phigiay.journal.Entry;
import org.phigiay.journal.Follower;
import org.phigiay.journal.Numbered;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;

/// Measures how long each case took in working time from reception to the end, without waiting for the citizen, and
/// notes what had to be supplemented. A case that was refused or withdrawn came to no result and is not measured.
@Component
class ClockEachCase implements Follower {
    static final String NAME = "clock-each-case";

    private static final Set<String> READ = Set.of(
            "dossier.submitted",
            "dossier.received",
            "dossier.supplement-requested",
            "dossier.supplemented",
            "dossier.issued");
    private static final int LONGEST_CODE = 100;

    private final TransparencyStore store;
    private final Calendars calendars;

    ClockEachCase(TransparencyStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    /// That this paper or question had to be supplemented in this case.
    record AskedAgain(UUID dossier, String component, ProcedureCode procedure) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void follow(List<Numbered> batch) {
        List<Entry> entries = batch.stream()
                .map(Numbered::entry)
                .filter(entry -> READ.contains(entry.type()))
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        Map<UUID, CaseTime> cases = new HashMap<>();
        store.caseTimes(entries.stream().map(Entry::subject).collect(Collectors.toSet()))
                .forEach(each -> cases.put(each.dossier(), each));
        Set<UUID> changed = new HashSet<>();
        Set<AskedAgain> asked = new HashSet<>();
        for (Entry entry : entries) {
            CaseTime after = after(cases.get(entry.subject()), entry);
            if (after != null) {
                cases.put(entry.subject(), after);
                changed.add(entry.subject());
                asked.addAll(asked(after, entry));
            }
        }
        store.keep(changed.stream()
                .map(cases::get)
                .filter(java.util.Objects::nonNull)
                .toList());
        store.keepAsked(asked);
    }

    private @Nullable CaseTime after(@Nullable CaseTime before, Entry entry) {
        AgencyCode agency = entry.agency();
        if (before == null) {
            return agency == null || !entry.type().equals("dossier.submitted")
                    ? null
                    : entry.text("procedure")
                            .map(code -> CaseTime.filed(entry.subject(), new ProcedureCode(code), agency))
                            .orElse(null);
        }
        Instant received = before.receivedAt();
        return switch (entry.type()) {
            case "dossier.received" -> before.received(entry.at());
            case "dossier.supplement-requested" -> received == null ? before : before.waiting(entry.at());
            case "dossier.supplemented" -> answered(before, entry.at());
            case "dossier.issued" -> {
                CaseTime ended = answered(before, entry.at());
                Long worked = received == null ? null : worked(ended.agency(), received, entry.at());
                yield ended.finished(entry.at(), worked == null ? null : Math.max(0, worked - ended.waited()));
            }
            default -> before;
        };
    }

    private CaseTime answered(CaseTime before, Instant at) {
        Instant since = before.waitingSince();
        if (since == null) {
            return before;
        }
        Long waited = worked(before.agency(), since, at);
        return before.answered(waited == null ? 0 : waited);
    }

    /// Null when the calendar of a year it touches is not filled in: then nothing is told of the case.
    private @Nullable Long worked(AgencyCode agency, Instant from, Instant to) {
        try {
            return calendars.worked(agency, from, to).toMillis();
        } catch (Invalid unknownYear) {
            return null;
        }
    }

    private static Set<AskedAgain> asked(CaseTime of, Entry entry) {
        return entry.type().equals("dossier.supplement-requested")
                ? entry.data()
                        .path("items")
                        .valueStream()
                        .map(item -> item.asString(""))
                        .filter(code -> !code.isEmpty() && code.length() <= LONGEST_CODE)
                        .map(code -> new AskedAgain(of.dossier(), code, of.procedure()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public void forget() {
        store.forgetCases();
    }
}
