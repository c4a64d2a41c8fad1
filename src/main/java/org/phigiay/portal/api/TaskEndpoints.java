package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Step;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.Page;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The work that lies on a person's posts.
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskEndpoints {
    private static final Pattern KEY = Pattern.compile("[0-9TZ:.-]{20,32}\\|[0-9a-f-]{36}");

    private final Processing processing;
    private final Dossiers dossiers;
    private final Transactions transactions;

    TaskEndpoints(Processing processing, Dossiers dossiers, Transactions transactions) {
        this.processing = processing;
        this.dossiers = dossiers;
        this.transactions = transactions;
    }

    /// @param dossier id of the dossier the task is on
    /// @param requestCode code given at filing
    /// @param code dossier code, once received
    /// @param kind what is to be done, `verify`
    /// @param mine whether it was assigned to the person who asks
    record TaskAnswer(
            String id,
            String dossier,
            String requestCode,
            @Nullable String code,
            String procedure,
            String agency,
            int step,
            String kind,
            String title,
            String post,
            boolean assigned,
            boolean mine,
            String openedAt,
            String dueAt,
            String stepDueAt,
            boolean paused) {}

    @GetMapping
    Page<TaskAnswer> list(
            Actor actor, @RequestParam(required = false) @Nullable String after, HttpServletRequest request) {
        Language language = Languages.of(request);
        @Nullable PostCode every = null;
        String from = after == null || after.isBlank() ? null : after;
        if (from != null && !KEY.matcher(from).matches()) {
            throw Invalid.of("after", "portal.api.error.after");
        }
        Page<Task> tasks = processing.tasks(actor, every, from, Page.SIZE);
        Set<DossierId> ids = tasks.items().stream().map(Task::dossier).collect(Collectors.toSet());
        Map<DossierId, Dossier> known = transactions.read(actor, () -> dossiers.all(ids));
        return tasks.map(task -> answer(actor, task, Objects.requireNonNull(known.get(task.dossier())), language));
    }

    private TaskAnswer answer(Actor actor, Task task, Dossier dossier, Language language) {
        Step step = processing.table(task).step(task.step());
        return new TaskAnswer(
                task.id().value().toString(),
                task.dossier().toString(),
                dossier.requestCode(),
                dossier.code(),
                task.procedure().value(),
                task.agency().value(),
                task.step(),
                DossierAnswers.kebab(task.kind()),
                step.title(language.locale()),
                task.post().value(),
                task.assignee() != null,
                actor.person().equals(task.assignee()),
                ApiTimes.of(task.openedAt()),
                ApiTimes.of(task.dueAt()),
                ApiTimes.of(task.budgetDueAt()),
                task.paused());
    }
}
