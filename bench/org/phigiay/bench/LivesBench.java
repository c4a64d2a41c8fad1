package org.phigiay.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Submission;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.forms.Forms;
import org.phigiay.identity.demo.Cast;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Step;
import org.phigiay.processing.StepAction;
import org.phigiay.processing.StepKind;
import org.phigiay.processing.StepTable;
import org.phigiay.processing.StepTables;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Lives of dossiers: file, receive and four completed steps to the end, through the real verbs (authorisation,
/// life-cycle table, form check, journal), followers running, PostgreSQL with fsync on. No PDF is made.
final class LivesBench {
    private static final ProcedureCode PROCEDURE = new ProcedureCode("1.004873");
    private static final AgencyCode AGENCY = new AgencyCode("H99.02");
    private static final int SECONDS = Integer.getInteger("seconds", 10);
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    private final Dossiers dossiers;
    private final Processing processing;
    private final JsonNode answers;
    private final Actor citizen = Cast.CITIZEN.actor();
    private final Actor desk = Cast.DESK2.actor();
    private final Actor officer = Cast.OFFICER2.actor();

    private LivesBench(ConfigurableApplicationContext program) {
        dossiers = program.getBean(Dossiers.class);
        processing = program.getBean(Processing.class);
        var procedure = program.getBean(Catalogue.class).find(PROCEDURE).orElseThrow();
        answers = program.getBean(Forms.class).schema(procedure.form(), "vi").get("examples").get(0);
        PostCode post = new PostCode("H99.02/ho-tich");
        program.getBean(StepTables.class).publish(officer, new StepTable(UUID.randomUUID(), PROCEDURE, AGENCY, 99,
                LocalDate.of(2026, 1, 1), "bench", List.of(
                        new Step(1, StepKind.RECEIVE, new PostCode("H99.02/mot-cua"), "1", "1", "1", 4),
                        new Step(2, StepKind.VERIFY, post, "2", "2", "2", 4),
                        new Step(3, StepKind.VERIFY, post, "3", "3", "3", 4),
                        new Step(4, StepKind.VERIFY, post, "4", "4", "4", 4),
                        new Step(5, StepKind.FINISH, post, "5", "5", "5", 4))));
    }

    static void run() throws Exception {
        try (ConfigurableApplicationContext program = Program.start("lives")) {
            new LivesBench(program).measure(program);
        }
    }

    private DossierId life() {
        Dossier dossier = dossiers.submit(citizen, Submission.online(PROCEDURE, AGENCY, answers, List.of()));
        dossiers.act(desk, dossier.id(), new DossierAction.Receive(null));
        for (int step = 0; step < 4; step++) {
            processing.act(officer, dossier.id(), new StepAction.CompleteStep("Đủ điều kiện", Map.of()));
        }
        return dossier.id();
    }

    private void measure(ConfigurableApplicationContext program) throws Exception {
        for (int i = 0; i < 3000; i++) {
            life();
        }
        DossierId last = life();
        if (dossiers.find(last).state() != DossierState.FINISHED) {
            throw new IllegalStateException("A life did not come to its end");
        }
        double statements = StatementCount.of(this::life, 100);
        double[] one = new double[ROUNDS];
        double[] eight = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            one[round] = rate(1);
            eight[round] = rate(8);
            System.out.printf("round %d   1 thread %7.1f   8 threads %7.1f lives/s%n", round + 1, one[round], eight[round]);
        }
        System.out.printf("%n%s, %d s a round, followers running%n", Program.machine(), SECONDS);
        System.out.printf("1 thread   median %7.1f lives/s%n8 threads  median %7.1f lives/s%nstatements a life  %.1f%n",
                median(one), median(eight), statements);
        System.out.printf("{\"bench\":\"lives\",\"at\":\"%s\",\"livesPerSecond1\":%.1f,\"livesPerSecond8\":%.1f,\"statementsPerLife\":%.1f}%n",
                Instant.now(), median(one), median(eight), statements);
    }

    private double rate(int threads) throws InterruptedException {
        AtomicLong lives = new AtomicLong();
        long start = System.nanoTime();
        long until = start + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                pool.submit(() -> {
                    while (System.nanoTime() < until) {
                        life();
                        lives.incrementAndGet();
                    }
                    return null;
                });
            }
            pool.shutdown();
            pool.awaitTermination(SECONDS * 3L, TimeUnit.SECONDS);
        }
        return lives.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
