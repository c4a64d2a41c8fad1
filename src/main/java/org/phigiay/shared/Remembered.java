package org.phigiay.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A value read from the database once and then kept in memory, so that readers never wait for SQL.
///
/// At most once in `look` a reader starts, in the background, a comparison of revisions; only another revision loads
/// again.
/// Thus copies of the program on one database see each other's changes within about `look`, and a database that is down
/// leaves the last value standing.
///
/// @param <T> an immutable value
public final class Remembered<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final long lookNanos;
    private final LongSupplier revision;
    private final Supplier<T> load;
    private final AtomicReference<@Nullable Kept<T>> kept = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Kept<T>(T value, long revision, long lookedAt) {}

    /// @param look how long a value is served without asking whether it changed
    /// @param revision a number that every change raises
    /// @param load reads the whole value
    public Remembered(Duration look, LongSupplier revision, Supplier<T> load) {
        this.lookNanos = look.toNanos();
        this.revision = revision;
        this.load = load;
    }

    /// The value; only the very first reader (or the first one after [#forget()]) waits for it.
    public T get() {
        Kept<T> now = kept.get();
        if (now == null) {
            return loadNow();
        }
        if (System.nanoTime() - now.lookedAt > lookNanos && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("look-for-changes").start(() -> look(now));
        }
        return now.value;
    }

    /// Makes the next reader load again: for the verb that has just changed the rows.
    public void forget() {
        kept.set(null);
    }

    private synchronized T loadNow() {
        Kept<T> other = kept.get();
        if (other != null) {
            return other.value;
        }
        // The revision is read first: a change in between is then loaded once more, never missed.
        long at = revision.getAsLong();
        T value = load.get();
        kept.set(new Kept<>(value, at, System.nanoTime()));
        return value;
    }

    private void look(Kept<T> old) {
        try {
            long at = revision.getAsLong();
            T value = at == old.revision ? old.value : load.get();
            kept.compareAndSet(old, new Kept<>(value, at, System.nanoTime()));
        } catch (RuntimeException e) {
            LOG.warn("Could not look for changes, the last known value stays: {}", e.getMessage());
            kept.compareAndSet(old, new Kept<>(old.value, old.revision, System.nanoTime()));
        } finally {
            looking.set(false);
        }
    }
}
