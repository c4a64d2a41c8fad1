package org.phigiay.launch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Starts the embedded PostgreSQL while the program's classes are still being loaded: half a second less to wait.
public final class EarlyStart {

    private static final String DATA = "--phigiay.data=";
    private static final String BINARIES = "--phigiay.binaries=";

    private record Begun(Path data, CompletableFuture<EmbeddedServer> server) {}

    private static final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();

    private EarlyStart() {}

    /// Begins, when the launcher named a data folder and no outside server. [DatabaseConfiguration] takes it over;
    /// if the program fails before that, the server is stopped again.
    ///
    /// @param args of the program
    public static void begin(String[] args) {
        Path data = value(args, DATA);
        if (data == null || System.getenv("PHIGIAY_DB_URL") != null || System.getProperty("phigiay.db.url") != null) {
            return;
        }
        Path binaries = value(args, BINARIES);
        Path cache = binaries == null ? data.resolve("cache") : binaries;
        begun.set(new Begun(data, CompletableFuture.supplyAsync(() -> EmbeddedServer.start(data, cache), task -> {
            Thread.ofPlatform().daemon().name("postgres-start").start(task);
        })));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            Begun nobodyTook = begun.getAndSet(null);
            if (nobodyTook != null) {
                nobodyTook.server().thenAccept(EmbeddedServer::close).exceptionally(failed -> null).join();
            }
        }));
    }

    /// The server of that folder: the one begun, or one started now.
    static EmbeddedServer take(Path data, Path cache) {
        Begun early = begun.getAndSet(null);
        if (early == null || !early.data().equals(data)) {
            return EmbeddedServer.start(data, cache);
        }
        try {
            return early.server().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailed failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static @Nullable Path value(String[] args, String option) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(option))
                .findFirst()
                .map(arg -> Path.of(arg.substring(option.length())).toAbsolutePath().normalize())
                .orElse(null);
    }
}
