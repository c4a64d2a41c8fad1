package org.phigiay.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.journal.Entry;
import org.phigiay.organisation.Organisation;
import org.phigiay.processing.Step;
import org.phigiay.processing.StepTable;
import org.phigiay.processing.Task;
import org.phigiay.shared.PostCode;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// Tells what happened to a dossier, newest first, with the step to come on top. Posts, not persons.
@Component
class Histories {
    private final Dossiers dossiers;
    private final Organisation organisation;

    Histories(Dossiers dossiers, Organisation organisation) {
        this.dossiers = dossiers;
        this.organisation = organisation;
    }

    List<Moment> of(Dossier dossier, @Nullable Task task, @Nullable StepTable table, Language language) {
        Texts texts = Texts.in(language);
        List<Moment> moments = new ArrayList<>();
        if (task != null && table != null) {
            Step step = table.step(task.step());
            moments.add(new Moment(
                    null,
                    step.title(language.locale()),
                    texts.get(
                            "desk.next-detail",
                            post(step.post(), language),
                            Dates.in(language).shortMoment(task.budgetDueAt()))));
        }
        dossiers.timeline(dossier).reversed().stream()
                .map(entry -> moment(entry, texts, language))
                .forEach(moments::add);
        return moments;
    }

    String post(PostCode code, Language language) {
        return organisation.post(code).map(post -> post.title(language.code())).orElse(code.value());
    }

    private Moment moment(Entry entry, Texts texts, Language language) {
        List<String> detail = new ArrayList<>();
        Optional.ofNullable(entry.post()).map(code -> post(code, language)).ifPresent(detail::add);
        Optional.ofNullable(entry.reason()).filter(reason -> !reason.isBlank()).ifPresent(detail::add);
        Optional.ofNullable(entry.legalBasis())
                .filter(basis -> !basis.isBlank())
                .map(basis -> texts.get("desk.basis", basis))
                .ifPresent(detail::add);
        return new Moment(entry.at(), sentence(entry, texts), detail.isEmpty() ? null : String.join(". ", detail));
    }

    private static String sentence(Entry entry, Texts texts) {
        String module = entry.type().startsWith("dossier.") ? "dossiers" : "processing";
        String key = module + ".event." + entry.type();
        return entry.text("kind")
                .filter(kind -> texts.has(key + "." + kind))
                .map(kind -> texts.get(key + "." + kind))
                .orElseGet(() -> texts.or(key, entry.type()));
    }
}
