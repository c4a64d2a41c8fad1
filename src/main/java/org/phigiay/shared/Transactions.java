package org.phigiay.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens every transaction of the program and tells PostgreSQL, for that transaction alone, who acts and for
/// which agency (`phigiay.actor`, `phigiay.agency`), so that row-level security can be a second wall.
/// A verb called inside another verb joins its transaction.
@Component
public class Transactions {
    private static final Object TIME = new Object();
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;
    private final JdbcClient jdbc;

    public Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
    }

    /// Runs one verb: its rows and its journal entry are committed together or not at all.
    public <T> T write(Actor actor, Supplier<T> verb) {
        return run(writing, actor, () -> Once.around(actor, jdbc, verb));
    }

    /// Runs the first half of a verb that must leave the database in between (to sign, to render): it reserves. The
    /// second half is a [#write], which alone remembers the answer to a request with an idempotency key.
    public <T> T reserve(Actor actor, Supplier<T> firstHalf) {
        return run(writing, actor, firstHalf);
    }

    /// Runs one verb whose first statement both tells PostgreSQL who acts and reads what the verb begins with: one
    /// round trip less for the acts that happen most. The statement calls a function of its schema that begins with
    /// `shared.tell`.
    ///
    /// @param opening the first statement
    /// @param verb what follows, given what the first statement read
    public <O, T> T write(Actor actor, Opening<O> opening, Function<O, T> verb) {
        String person = actor.person().toString();
        String agency = actor.agency().map(AgencyCode::value).orElse("");
        if (TransactionSynchronizationManager.hasResource(TIME)) {
            return verb.apply(opening.open(person, agency).first());
        }
        @Nullable
        T result = writing.execute(status -> {
            Opened<O> opened = opening.open(person, agency);
            TransactionSynchronizationManager.bindResource(TIME, opened.now());
            try {
                return Once.around(actor, jdbc, () -> verb.apply(opened.first()));
            } finally {
                TransactionSynchronizationManager.unbindResourceIfPossible(TIME);
            }
        });
        return java.util.Objects.requireNonNull(result);
    }

    /// The first statement of a verb.
    @FunctionalInterface
    public interface Opening<O> {
        Opened<O> open(String actor, String agency);
    }

    /// What the first statement of a verb answered: the transaction's time and what was read.
    public record Opened<O>(Instant now, O first) {}

    /// Runs a part of a verb that may fail alone: when it throws, what it wrote is undone, and the verb goes on as it
    /// decides. Only inside a verb.
    public <T> T alone(Supplier<T> part) {
        Instant _ = now();
        @Nullable T result = apart.execute(status -> part.get());
        return java.util.Objects.requireNonNull(result);
    }

    /// Runs one read.
    public <T> T read(Actor actor, Supplier<T> question) {
        return run(reading, actor, question);
    }

    /// What an equal request of this person was answered earlier, or null: asked before a verb that would be refused
    /// the
    /// second time.
    ///
    /// @throws Invalid when the key was used with another body
    public Once.@Nullable Remembered remembered(Actor actor, Once.Request request) {
        return Once.remembered(jdbc, actor.person(), request);
    }

    /// The legal time of the verb under way: PostgreSQL's `transaction_timestamp()`.
    public Instant now() {
        Instant known = (Instant) TransactionSynchronizationManager.getResource(TIME);
        if (known == null) {
            throw new IllegalStateException("Legal time exists only inside a verb");
        }
        return known;
    }

    private <T> T run(TransactionTemplate template, Actor actor, Supplier<T> work) {
        if (TransactionSynchronizationManager.hasResource(TIME)) {
            return work.get();
        }
        @Nullable
        T result = template.execute(status -> {
            TransactionSynchronizationManager.bindResource(TIME, tell(actor));
            try {
                return work.get();
            } finally {
                TransactionSynchronizationManager.unbindResourceIfPossible(TIME);
            }
        });
        return java.util.Objects.requireNonNull(result);
    }

    private Instant tell(Actor actor) {
        return jdbc.sql("""
                        select shared.tell(:actor, :agency)
                        """)
                .param("actor", actor.person().toString())
                .param("agency", actor.agency().map(AgencyCode::value).orElse(""))
                .query((row, i) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
