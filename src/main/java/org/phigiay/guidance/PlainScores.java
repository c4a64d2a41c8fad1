package org.phigiay.guidance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.phigiay.catalogue.Guidance;
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

    private Score remember(Object key, java.util.function.Supplier<Score> count) {
        if (scores.size() > KEPT) {
            scores.clear();
        }
        return scores.computeIfAbsent(key, ignored -> count.get());
    }
}
