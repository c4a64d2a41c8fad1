package org.phigiay.transparency;

import java.util.List;
import java.util.Set;
import org.phigiay.journal.Follower;
import org.phigiay.journal.Numbered;
import org.springframework.stereotype.Component;

/// Keeps, for each dossier, the lines that anybody may read.
@Component
class KeepPublicTimeline implements Follower {
    static final String NAME = "keep-public-timeline";

    /// Not shown: who read it, notes inside the agency, and the citizen's rating.
    private static final Set<String> SHOWN = Set.of(
            "dossier.submitted",
            "dossier.received",
            "dossier.supplement-requested",
            "dossier.supplemented",
            "dossier.refused",
            "dossier.started",
            "dossier.issued",
            "dossier.handed-over",
            "dossier.withdrawn",
            "dossier.reception-overdue",
            "step.completed",
            "step.returned",
            "result.signed");

    private final TransparencyStore store;

    KeepPublicTimeline(TransparencyStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void follow(List<Numbered> batch) {
        store.addSteps(
                batch.stream().filter(one -> SHOWN.contains(one.entry().type())).toList());
    }

    @Override
    public void forget() {
        store.forgetSteps();
    }
}
