package org.phigiay.signing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs work on a stranger's file so that it cannot stop the program: few at a time, each with an end. Work that does
/// not end keeps its place, so that a flood of such files is answered with [Busy] and not with a full machine.
final class Guarded {
    private final Semaphore places;
    private final Duration limit;

    /// No place became free, or the work took too long.
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
        final boolean tooLong;

        Busy(boolean tooLong) {
            super(tooLong ? "The work took too long" : "No place for the work", null, false, false);
            this.tooLong = tooLong;
        }
    }

    Guarded(Duration limit) {
        this.places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
        this.limit = limit;
    }

    /// @param otherwise the answer when the work fails in any way, with the failure
    <T> T run(Callable<T> work, java.util.function.Function<Throwable, T> otherwise) throws Busy {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(false);
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().daemon().name("stranger's file").unstarted(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            } finally {
                places.release();
            }
        });
        worker.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw new Busy(true);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new Busy(false);
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            return otherwise.apply(cause == null ? e : cause);
        }
    }
}
