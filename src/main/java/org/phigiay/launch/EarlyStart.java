package org.phigiay.launch;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Starts the embedded PostgreSQL as soon as the settings are known, while the program's beans are still being found
/// and made: half a second less to wait. If the program fails before it takes the server over, the server is stopped.
final class EarlyStart implements ApplicationListener<ApplicationPreparedEvent> {

    private record Begun(Path data, CompletableFuture<EmbeddedServer> server) {}

    private static final AtomicReference<@Nullable Begun> begun = new AtomicReference<>();

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment settings = event.getApplicationContext().getEnvironment();
        String wanting = settings.getProperty("phigiay.training");
        if (wanting != null) {
            StartTraining.endWith(Long.parseLong(wanting));
        }
        boolean launched = wanting != null || settings.getProperty("phigiay.announce", Boolean.class, false);
        if (launched && "embedded".equals(settings.getProperty("phigiay.db.url", "embedded"))) {
            Path data = Path.of(settings.getRequiredProperty("phigiay.data"))
                    .toAbsolutePath()
                    .normalize();
            begin(data, Path.of(settings.getProperty("phigiay.binaries", data + "/cache")));
        }
    }

    private static void begin(Path data, Path cache) {
        begun.set(new Begun(
                data,
                CompletableFuture.supplyAsync(
                        () -> EmbeddedServer.start(data, cache),
                        task -> Thread.ofPlatform()
                                .daemon()
                                .name("postgres-start")
                                .start(task))));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            Begun nobodyTook = begun.getAndSet(null);
            if (nobodyTook != null) {
                nobodyTook
                        .server()
                        .thenAccept(EmbeddedServer::close)
                        .exceptionally(failed -> null)
                        .join();
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
}
