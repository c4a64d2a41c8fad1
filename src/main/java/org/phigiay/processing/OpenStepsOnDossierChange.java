package org.phigiay.processing;

import java.time.Duration;
import java.time.Instant;
import org.phigiay.calendar.Calendars;
import org.phigiay.dossiers.Channel;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.OpenTasks;
import org.phigiay.journal.Entry;
import org.phigiay.journal.JournalListener;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.stereotype.Component;

/// Opens, pauses and closes the steps of a dossier as it moves, in the transaction of the move: a filed dossier is on
/// a desk from the same instant, and none is ever on nobody's.
@Component
class OpenStepsOnDossierChange implements JournalListener, OpenTasks {
    private final ProcessingStore store;
    private final StepTables tables;
    private final Calendars calendars;
    private final org.springframework.beans.factory.ObjectProvider<Dossiers> dossiers;

    OpenStepsOnDossierChange(
            ProcessingStore store,
            StepTables tables,
            Calendars calendars,
            org.springframework.beans.factory.ObjectProvider<Dossiers> dossiers) {
        this.store = store;
        this.tables = tables;
        this.calendars = calendars;
        this.dossiers = dossiers;
    }

    @Override
    public java.util.Set<PostCode> posts(DossierId dossier) {
        return store.openPosts(dossier);
    }

    @Override
    public boolean signed(DossierId dossier) {
        return store.open(dossier)
                .filter(task -> task.kind() == StepKind.ISSUE || task.kind() == StepKind.HAND_OVER)
                .isPresent();
    }

    @Override
    public void appended(Entry entry) {
        DossierId dossier = new DossierId(entry.subject());
        switch (entry.type()) {
            case "dossier.submitted" -> openFirst(entry, dossier);
            case "dossier.received" -> afterReception(entry, dossier);
            case "dossier.supplement-requested" -> store.pause(dossier, true, null);
            case "dossier.supplemented" ->
                store.pause(
                        dossier, false, entry.text("dueAt").map(Instant::parse).orElseGet(() -> receptionDue(dossier)));
            case "dossier.refused" -> store.close(dossier, entry.actor(), "refused");
            case "dossier.withdrawn" -> store.close(dossier, entry.actor(), "withdrawn");
            case "dossier.handed-over" -> store.close(dossier, entry.actor(), "completed");
            default -> {}
        }
    }

    private Instant receptionDue(DossierId dossier) {
        return dossiers.getObject().find(dossier).nextDue();
    }

    private void openFirst(Entry entry, DossierId id) {
        ProcedureCode procedure = new ProcedureCode(entry.text("procedure").orElseThrow());
        var agency = java.util.Objects.requireNonNull(entry.agency());
        StepTable table = tables.of(procedure, agency, entry.at())
                .orElseThrow(() -> new IllegalStateException("No step table for " + procedure + " at " + agency));
        Instant due = Instant.parse(entry.text("receptionDueAt").orElseThrow());
        if (entry.text("forAnother").isEmpty()) {
            PersonId filer = entry.actor();
            store.insert(task(table, 1, id, filer, filer, due, entry.at()));
            return;
        }
        Dossier dossier = dossiers.getObject().find(id);
        // Whoever took the papers in at the counter stands for nobody.
        PersonId filer = dossier.channel() == Channel.ONLINE ? dossier.filer() : dossier.applicant();
        store.insert(task(table, 1, id, dossier.applicant(), filer, due, entry.at()));
    }

    private void afterReception(Entry entry, DossierId id) {
        Task reception = store.open(id).orElseThrow();
        StepTable table = tables.of(reception.table());
        Instant due = Instant.parse(entry.text("dueAt").orElseThrow());
        store.replace(
                task(table, 2, id, reception.applicant(), reception.filer(), due, entry.at()),
                entry.actor(),
                "completed");
    }

    /// A task for a step, opened now.
    Task task(
            StepTable table,
            int number,
            DossierId dossier,
            PersonId applicant,
            PersonId filer,
            Instant due,
            Instant now) {
        Step step = table.step(number);
        Instant budget = calendars.after(table.agency(), now, Duration.ofHours(step.hours()));
        return new Task(
                TaskId.next(),
                dossier,
                table.agency(),
                table.procedure(),
                table.id(),
                number,
                step.kind(),
                number == 2,
                step.post(),
                applicant,
                filer,
                null,
                now,
                due,
                budget,
                false,
                null);
    }

    Task next(Task from, int number, Instant now) {
        return task(tables.of(from.table()), number, from.dossier(), from.applicant(), from.filer(), from.dueAt(), now);
    }
}
