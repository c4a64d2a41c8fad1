package org.phigiay.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL processes of one data folder: made, started, found and stopped. Who may do so is decided by
/// [EmbeddedServer], which holds the folder's lock.
final class Postgres {

    private static final Logger log = LoggerFactory.getLogger(Postgres.class);
    private static final int STOP_SECONDS = 30;
    private static final int MINUTE = 60;

    private final Path data;
    private final Path home;
    private final Path tables;

    /// @param data the installation's folder
    /// @param home the unpacked program files
    Postgres(Path data, Path home) {
        this.data = data;
        this.home = home;
        this.tables = data.resolve("postgres");
    }

    /// A killed program leaves its server running: stop it, whoever started it. We hold the folder's lock, so nobody
    /// else is using it.
    void takeOver() throws IOException {
        if (postmaster().isPresent()) {
            log.info("A PostgreSQL of an earlier run is still there: stopping it first");
            stop();
        } else if (pid().flatMap(ProcessHandle::of).isPresent()) {
            // The number was given to another process since (a restart of the machine). PostgreSQL would take
            // that process for its predecessor and refuse to start.
            Files.delete(pidFile());
        }
    }

    /// Makes an empty cluster that sorts as Vietnamese does; it appears whole or not at all.
    void initialise(String superuserPassword) throws IOException {
        if (Files.exists(tables.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolve("postgres.new");
        Binaries.deleteTree(fresh);
        Path password = data.resolve("run/password");
        Files.deleteIfExists(password);
        Cluster.createPrivate(password);
        try {
            Files.writeString(password, superuserPassword);
            run(
                    5 * MINUTE,
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=vi",
                    "--no-instructions");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude 'phigiay.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, tables);
    }

    /// Starts it and waits until it answers; after a crash it first redoes what the log holds.
    void launch(int port) throws IOException {
        Files.writeString(tables.resolve("phigiay.conf"), ServerSettings.text(port, data.resolve("log")));
        Files.setPosixFilePermissions(tables, PosixFilePermissions.fromString("rwx------"));
        for (int attempt = 1; ; attempt++) {
            try {
                run(
                        5 * MINUTE,
                        "pg_ctl",
                        "start",
                        "--pgdata=" + tables,
                        "--log=" + data.resolve("log/postgres-start.log"),
                        "--silent",
                        "--wait",
                        "--timeout=280");
                return;
            } catch (IOException e) {
                // Workers of a killed server may outlive it by a moment and still hold its memory.
                if (attempt == 5 || !workersRemain()) {
                    throw e;
                }
                pause();
            }
        }
    }

    /// Stops it: what is committed is on the disk, what is open is rolled back.
    void stop() throws IOException {
        Optional<ProcessHandle> running = postmaster();
        if (running.isEmpty()) {
            return;
        }
        run(MINUTE, "pg_ctl", "stop", "--pgdata=" + tables, "--mode=fast", "--silent", "--no-wait");
        if (!gone(running.get())) {
            run(MINUTE, "pg_ctl", "stop", "--pgdata=" + tables, "--mode=immediate", "--silent");
        }
    }

    /// Stops a server that may be only half started.
    void stopWhateverRuns() throws IOException {
        for (int round = 0; round < 20 && workersRemain(); round++) {
            stop();
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /// The living server of exactly this folder: a process of the noted number that is a postgres working there.
    Optional<ProcessHandle> postmaster() {
        return pid().flatMap(ProcessHandle::of).filter(this::isOurs).filter(ProcessHandle::isAlive);
    }

    /// Ends, without care for its data, whatever PostgreSQL works in a folder that will be deleted.
    static void killThrowAway(Path data) {
        if (!Files.isDirectory(data.resolve("postgres"))) {
            return;
        }
        var postgres = new Postgres(realPath(data), data);
        for (int round = 0; round < 10 && postgres.workersRemain(); round++) {
            ProcessHandle.allProcesses().filter(postgres::isOurs).forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder;
        }
    }

    private boolean workersRemain() {
        return ProcessHandle.allProcesses().anyMatch(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        boolean postgres =
                process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
        if (!postgres || !Files.exists(Path.of("/proc/self/cwd"))) {
            return postgres;
        }
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(tables);
        } catch (IOException ended) {
            return false;
        }
    }

    private Path pidFile() {
        return tables.resolve("postmaster.pid");
    }

    private Optional<Long> pid() {
        try {
            return Files.exists(pidFile())
                    ? Optional.of(Long.parseLong(
                            Files.readAllLines(pidFile()).getFirst().trim()))
                    : Optional.empty();
        } catch (IOException | RuntimeException halfWritten) {
            return Optional.empty();
        }
    }

    private static boolean gone(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL stops", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL starts", e);
        }
    }

    private void run(int seconds, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(AsRoot.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = data.resolve("log/" + program + ".log");
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " took more than " + seconds + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " ended with " + process.exitValue() + ": "
                    + Files.readString(output).strip() + " (more in " + data.resolve("log") + ")");
        }
    }
}
