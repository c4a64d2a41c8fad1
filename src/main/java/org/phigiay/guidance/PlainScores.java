package org.phigiay.guidance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.forms.FormDefinition;
import org.springframework.stereotype.Component;

/// The scores of what is published, each counted once: a version never changes.
@Component
public class PlainScores {

    private static final int KEPT = 5_000;

    private final Map<Object, Score> scores = new ConcurrentHashMap<>();

    public Score of(Guidance guidance) {
        // A draft may bear the number under which another text is published in the end.
        String key = guidance.code() + " " + guidance.version() + " " + guidance.hashCode();
        return remember(key, () -> PlainLanguage.score(Passages.of(guidance)));
    }

    public Score of(FormDefinition form) {
        return remember(form.ref(), () -> PlainLanguage.score(Passages.of(form)));
    }

    public Score of(LifeEvent event) {
        return remember(event.name(), () -> PlainLanguage.score(Passages.of(event)));
    }

    /// The score of the text a ministry announced: what people read where nobody has written anything plainer.
    public Score of(ProcedureVersion announced) {
        return remember(
                announced.code() + " announced " + announced.version(),
                () -> PlainLanguage.score(List.of(
                        new Passage("steps", announced.steps()),
                        new Passage("requirements", announced.requirements()))));
    }

    private Score remember(Object key, Supplier<Score> count) {
        if (scores.size() > KEPT) {
            scores.clear();
        }
        return scores.computeIfAbsent(key, ignored -> count.get());
    }
}
