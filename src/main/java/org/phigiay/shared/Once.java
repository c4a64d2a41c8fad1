package org.phigiay.shared;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nothing happens twice: remembers, in the verb's own transaction, the answer given to a request that carried an
/// idempotency key. The same key and body get the same answer; only answers of finished verbs are kept, 30 days.
///
/// Scope: person + path + key. An equal request still under way is a [Conflict] (`shared.in-flight`); the same key
/// with another body is [Invalid]. Draft "The Idempotency-Key HTTP Header Field" of the IETF HTTPAPI group.
public final class Once {
    /// Key of the [Conflict] with an equal request that is still under way.
    public static final String IN_FLIGHT = "shared.in-flight";

    private static final ScopedValue<Claim> CLAIM = ScopedValue.newInstance();

    private Once() {}

    /// @param path path of the request
    /// @param key what the client chose, at most 255 printable characters
    /// @param bodyHash SHA-256 of the body in hexadecimal
    /// @param answer turns the verb's result into the answer to remember
    public record Request(String path, String key, String bodyHash, Function<Object, String> answer) {}

    /// An answer remembered from an earlier, equal request.
    public record Remembered(String bodyHash, String answer) {}

    private static final class Claim {
        final Request request;
        boolean used;

        Claim(Request request) {
            this.request = request;
        }
    }

    /// Runs a verb so that its outermost writing transaction remembers the answer.
    public static <T> T during(Request request, Supplier<T> verb) {
        return ScopedValue.where(CLAIM, new Claim(request)).call(verb::get);
    }

    /// What an equal request was answered earlier, or null.
    public static @Nullable Remembered remembered(JdbcClient jdbc, PersonId person, Request request) {
        Remembered found = jdbc.sql("""
                        select body_hash, answer from shared.once
                         where person = :person and path = :path and key = :key
                        """)
                .param("person", person.value())
                .param("path", request.path())
                .param("key", request.key())
                .query(Remembered.class)
                .optional()
                .orElse(null);
        if (found != null && !found.bodyHash().equals(request.bodyHash())) {
            throw Invalid.of("Idempotency-Key", "shared.once.other-body");
        }
        return found;
    }

    /// Thrown inside the transaction when an equal request finished in the meantime; the caller answers with it.
    public static final class Already extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Remembered remembered;

        Already(Remembered remembered) {
            super("answered already", null, false, false);
            this.remembered = remembered;
        }

        public Remembered remembered() {
            return Objects.requireNonNull(remembered);
        }
    }

    static <T> T around(Actor actor, JdbcClient jdbc, Supplier<T> work) {
        if (!CLAIM.isBound() || CLAIM.get().used) {
            return work.get();
        }
        Claim claim = CLAIM.get();
        claim.used = true;
        try {
            return claimed(actor, jdbc, claim.request, work);
        } catch (RuntimeException | Error e) {
            claim.used = false;
            throw e;
        }
    }

    private static <T> T claimed(Actor actor, JdbcClient jdbc, Request request, Supplier<T> work) {
        String lock = actor.person() + "\n" + request.path() + "\n" + request.key();
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", lock)
                .query(Boolean.class)
                .single();
        if (!mine) {
            throw new Conflict(IN_FLIGHT);
        }
        Remembered earlier = remembered(jdbc, actor.person(), request);
        if (earlier != null) {
            throw new Already(earlier);
        }
        T result = work.get();
        jdbc.sql("""
                        insert into shared.once (person, path, key, body_hash, answer)
                        values (:person, :path, :key, :bodyHash, :answer)
                        """)
                .param("person", actor.person().value())
                .param("path", request.path())
                .param("key", request.key())
                .param("bodyHash", request.bodyHash())
                .param("answer", request.answer().apply(Objects.requireNonNull(result)))
                .update();
        return result;
    }
}
