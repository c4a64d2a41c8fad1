package org.phigiay.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes the JDK's ahead-of-time cache after the first start, so that the next start takes a third of the time.
///
/// A second program of low priority starts with a throw-away folder and database, asks itself for the pages people ask
/// for ([StartTraining]) and ends; the JDK writes down what it loaded and compiled. The launcher names the file after
/// the build, the JDK and the options, and gives it to later starts. Nothing is lost when this fails: starts are slow.
@Component
@ConditionalOnProperty("phigiay.start-cache")
class StartCache implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StartCache.class);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final long LONGEST_MINUTES = 10;

    private final Path file;
    private final Path scratch;
    private final Path binaries;
    private @Nullable Thread thread;
    private volatile @Nullable Process training;

    StartCache(@Value("${phigiay.start-cache}") Path file, DataFolder data) {
        this.file = file.toAbsolutePath();
        this.scratch = data.path().resolve("cache/training");
        this.binaries = data.path().resolve("cache");
    }

    @EventListener
    void makeWhenMissing(ApplicationReadyEvent event) {
        if (Files.exists(file)) {
            return;
        }
        ownCommand()
                .ifPresent(command -> thread =
                        Thread.ofPlatform().daemon().name("start-cache").start(() -> make(command)));
    }

    @Override
    public void destroy() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        Process process = training;
        if (process != null) {
            end(process);
        }
    }

    private void make(List<String> command) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var lock = FileChannel.open(
                file.resolveSibling("start-cache.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Thread.sleep(SETTLE);
            if (lock.tryLock() == null || Files.exists(file)) {
                return;
            }
            Files.deleteIfExists(fresh);
            Postgres.killThrowAway(scratch);
            Binaries.deleteTree(scratch);
            var process = start(command, fresh);
            training = process;
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                end(process);
            }
            training = null;
            if (Files.exists(fresh)) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                removeOlder();
                log.info("The next start will be faster");
            }
            Binaries.deleteTree(scratch);
        } catch (IOException e) {
            log.info("No start-up cache was made: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(List<String> command, Path output) throws IOException {
        var words = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            words.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        words.add(command.getFirst());
        words.add("-XX:AOTCacheOutput=" + output);
        words.addAll(command.subList(1, command.size()));
        words.addAll(List.of(
                "--phigiay.data=" + scratch,
                "--phigiay.binaries=" + binaries,
                "--phigiay.training=" + ProcessHandle.current().pid(),
                "--phigiay.metrics.port=0",
                "--server.port=0"));
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.resolveSibling("start-cache.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PHIGIAY_"));
        return builder.start();
    }

    /// The Java program and its options, up to and with the jar; empty when this did not start from a jar.
    private static Optional<List<String>> ownCommand() {
        var info = ProcessHandle.current().info();
        String[] arguments = info.arguments().orElse(new String[0]);
        var command = new ArrayList<String>();
        info.command().ifPresent(command::add);
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("-jar")) {
                command.add("-jar");
                command.add(arguments[i + 1]);
                return Optional.of(command);
            }
            command.add(arguments[i]);
        }
        return Optional.empty();
    }

    /// Ends everything of a training at once; its folder is thrown away, so nothing needs care.
    private void end(Process process) {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroyForcibly();
        helpers.forEach(ProcessHandle::destroyForcibly);
        Postgres.killThrowAway(scratch);
    }

    private void removeOlder() throws IOException {
        try (var files = Files.newDirectoryStream(java.util.Objects.requireNonNull(file.getParent()), "start-*.aot*")) {
            for (Path other : files) {
                if (!other.equals(file)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }
}
