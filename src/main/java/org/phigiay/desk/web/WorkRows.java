package org.phigiay.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.phigiay.ui.WorkRow;
import org.springframework.stereotype.Component;

/// Turns tasks and dossiers into rows of a work list.
@Component
class WorkRows {
    private final Dossiers dossiers;
    private final Processing processing;
    private final Catalogue catalogue;

    WorkRows(Dossiers dossiers, Processing processing, Catalogue catalogue) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.catalogue = catalogue;
    }

    private record Flag(String text, Tone tone) {}

    List<WorkRow> ofTasks(Actor actor, List<Task> tasks, Language language) {
        Map<DossierId, Dossier> found =
                dossiers.all(tasks.stream().map(Task::dossier).collect(Collectors.toSet()));
        Instant now = Instant.now();
        return tasks.stream()
                .filter(task -> found.containsKey(task.dossier()))
                .map(task ->
                        row(actor, task, java.util.Objects.requireNonNull(found.get(task.dossier())), now, language))
                .toList();
    }

    List<WorkRow> ofDossiers(List<Dossier> page, Language language) {
        Texts texts = Texts.in(language);
        Instant now = Instant.now();
        return page.stream()
                .map(dossier -> {
                    boolean running =
                            dossier.finishedAt() == null && !dossier.state().waitsForCitizen();
                    boolean late = running && dossier.nextDue().isBefore(now);
                    return new WorkRow(
                            dossier.id().toString(),
                            "/can-bo/ho-so/" + dossier.id(),
                            dossier.anyCode(),
                            running ? dossier.nextDue() : null,
                            running
                                    ? upper(Dates.in(language).until(dossier.nextDue(), now))
                                    : texts.get(dossier.finishedAt() == null ? "desk.clock-stopped" : "desk.over"),
                            late,
                            dossier.applicantName(),
                            title(dossier, language),
                            texts.get("desk.filed", Dates.in(language).shortMoment(dossier.filedAt())),
                            texts.get("dossiers.state." + dossier.state()),
                            tone(dossier.state()));
                })
                .toList();
    }

    String title(Dossier dossier, Language language) {
        return catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .map(procedure -> procedure.plainTitle(language.code()))
                .orElse(dossier.procedure().value());
    }

    static Tone tone(DossierState state) {
        return switch (state) {
            case SUBMITTED -> Tone.WAITING;
            case RECEIVED, IN_PROCESS -> Tone.MOVING;
            case SUPPLEMENT_BEFORE_RECEPTION, SUPPLEMENT_IN_PROCESS, FEE_DUE -> Tone.ASKS;
            case REFUSED, STOPPED -> Tone.LATE;
            case WITHDRAWN -> Tone.WAITING;
            case FINISHED, RETURNED -> Tone.DONE;
        };
    }

    private WorkRow row(Actor actor, Task task, Dossier dossier, Instant now, Language language) {
        Texts texts = Texts.in(language);
        boolean late = !task.paused() && task.dueAt().isBefore(now);
        Flag flag = flag(actor, task, dossier, now, texts);
        Locale locale = language.locale();
        return new WorkRow(
                dossier.id().toString(),
                "/can-bo/ho-so/" + dossier.id(),
                dossier.anyCode(),
                task.paused() ? null : task.dueAt(),
                task.paused()
                        ? texts.get("desk.clock-stopped")
                        : upper(Dates.in(language).until(task.dueAt(), now)),
                late,
                dossier.applicantName(),
                title(dossier, language),
                processing.table(task).step(task.step()).title(locale),
                flag == null ? null : flag.text(),
                flag == null ? Tone.WAITING : flag.tone());
    }

    private static @Nullable Flag flag(Actor actor, Task task, Dossier dossier, Instant now, Texts texts) {
        if (task.paused()) {
            return new Flag(texts.get("desk.flag.waits-for-citizen"), Tone.ASKS);
        }
        if (task.assignee() != null && !task.assignee().equals(actor.person())) {
            return new Flag(texts.get("desk.flag.taken"), Tone.WAITING);
        }
        if (task.dueAt().isBefore(now)) {
            return new Flag(texts.get("desk.flag.late"), Tone.LATE);
        }
        if (task.budgetDueAt().isBefore(now)) {
            return new Flag(texts.get("desk.flag.step-late"), Tone.ASKS);
        }
        return dossier.supplements() > 0 ? new Flag(texts.get("desk.flag.supplemented"), Tone.MOVING) : null;
    }

    private static String upper(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
