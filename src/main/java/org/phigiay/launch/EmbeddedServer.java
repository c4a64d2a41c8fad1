package org.phigiay.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL 18 that lives in a folder and serves this program alone.
///
/// Everything is kept across restarts: tables in `<data>/postgres`, port and passwords in
/// `<data>/postgres.properties` (readable by this account only), the server's log in `<data>/log`. It listens on
/// loopback, asks every role for its password (SCRAM), writes through to the disk at each commit and sorts Vietnamese
/// right. A server left running by a killed program is stopped and started anew; a server that dies while the program
/// lives is started again. One program holds the folder at a time.
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path data;
    private final Path home;
    private final Path tables;
    private final FileChannel lockFile;
    private final FileLock lock;
    private Cluster cluster;
    private volatile boolean closing;
    private @Nullable Thread watchdog;

    private EmbeddedServer(Path data, Path home, FileChannel lockFile, FileLock lock, Cluster cluster) {
        this.data = data;
        this.home = home;
        this.tables = data.resolve("postgres");
        this.lockFile = lockFile;
        this.lock = lock;
        this.cluster = cluster;
    }

    /// Starts the server of a data folder, making it at the first start.
    ///
    /// @param data the folder; created when missing
    /// @throws StartFailed when another program holds the folder or PostgreSQL does not start
    public static EmbeddedServer start(Path data) {
        return start(data, data.resolve("cache"));
    }

    /// The same with the program files unpacked below `cache`, which several servers may share.
    public static EmbeddedServer start(Path data, Path cache) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder.resolve("run"));
            Files.createDirectories(folder.resolve("log"));
            folder = folder.toRealPath();
            FileChannel lockFile =
                    FileChannel.open(folder.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = hold(folder, lockFile);
            try {
                Path home = Binaries.unpackInto(cache.toAbsolutePath());
                var server = new EmbeddedServer(folder, home, lockFile, lock, Cluster.in(folder));
                server.takeOver();
                server.initialise();
                server.launch();
                server.provision();
                server.watch();
                return server;
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /// The way in for the program's two roles.
    public DatabaseAccess access() {
        return cluster.access();
    }

    /// A connection of the role that may create databases and roles. For provisioning and tests only.
    public Connection superuser(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", cluster.superuserPassword());
        properties.setProperty("connectTimeout", "3");
        return DriverManager.getConnection(cluster.url(database), properties);
    }

    /// The server's process, while it runs.
    public Optional<ProcessHandle> process() {
        return postmaster().filter(ProcessHandle::isAlive);
    }

    /// Stops the server: open transactions are rolled back, everything committed is on the disk.
    @Override
    public void close() {
        closing = true;
        Thread thread = watchdog;
        if (thread != null) {
            thread.interrupt();
        }
        try {
            stop();
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock hold(Path folder, FileChannel lockFile) throws IOException {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            lockFile.close();
            throw new StartFailed("Phi Giấy is already running with the data in " + folder
                    + ". Stop it first, or choose another folder with --data.");
        }
        return lock;
    }

    /// A killed program leaves its server running: stop it, whoever started it. We hold the folder's lock, so nobody
    /// else is using it.
    private void takeOver() throws IOException {
        if (postmaster().isPresent()) {
            log.info("A PostgreSQL of an earlier run is still there: stopping it first");
            stop();
        } else if (Files.exists(pidFile()) && pid().flatMap(ProcessHandle::of).isPresent()) {
            // The number was given to another process since (a restart of the machine). PostgreSQL would take
            // that process for its predecessor and refuse to start.
            Files.delete(pidFile());
        }
    }

    private void initialise() throws IOException {
        if (Files.exists(tables.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolve("postgres.new");
        Binaries.deleteTree(fresh);
        Path password = data.resolve("run/password");
        Files.deleteIfExists(password);
        Cluster.createPrivate(password);
        try {
            Files.writeString(password, cluster.superuserPassword());
            run(
                    Duration.ofMinutes(2),
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

    private void launch() throws IOException {
        if (!cluster.portIsFree()) {
            cluster = cluster.onAnotherPort(data);
        }
        Files.writeString(tables.resolve("phigiay.conf"), ServerSettings.text(cluster.port(), data.resolve("log")));
        Files.setPosixFilePermissions(tables, PosixFilePermissions.fromString("rwx------"));
        run(
                Duration.ofMinutes(5),
                "pg_ctl",
                "start",
                "--pgdata=" + tables,
                "--log=" + data.resolve("log/postgres-start.log"),
                "--silent",
                "--wait",
                "--timeout=280");
    }

    private void stop() throws IOException {
        Optional<ProcessHandle> running = postmaster();
        if (running.isEmpty()) {
            return;
        }
        run(Duration.ofMinutes(1), "pg_ctl", "stop", "--pgdata=" + tables, "--mode=fast", "--silent", "--no-wait");
        if (!gone(running.get())) {
            run(Duration.ofMinutes(1), "pg_ctl", "stop", "--pgdata=" + tables, "--mode=immediate", "--silent");
            gone(running.get());
        }
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void provision() {
        try (Connection connection = superuser("postgres")) {
            Provisioning.ensure(connection, cluster);
        } catch (SQLException e) {
            throw new StartFailed("PostgreSQL started, but its roles could not be set up: " + e.getMessage(), e);
        }
    }

    /// Starts the server again when it dies under the program: requests meanwhile get 503, then all goes on.
    private void watch() {
        watchdog = Thread.ofPlatform().daemon().name("postgres-watchdog").start(() -> {
            long pause = 200;
            while (!closing) {
                try {
                    Optional<ProcessHandle> running = postmaster();
                    if (running.isPresent()) {
                        running.get().onExit().get();
                        pause = 200;
                    }
                    if (!closing) {
                        log.warn("PostgreSQL ended unexpectedly: starting it again");
                        launch();
                        log.info("PostgreSQL is back");
                    }
                } catch (InterruptedException e) {
                    return;
                } catch (IOException | ExecutionException | RuntimeException e) {
                    log.error("PostgreSQL does not start again: {}", e.getMessage());
                    if (!sleep(pause)) {
                        return;
                    }
                    pause = Math.min(pause * 2, 30_000);
                }
            }
        });
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
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
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The living server of exactly this folder: a process of that number that is a postgres and works in the folder.
    private Optional<ProcessHandle> postmaster() {
        return pid().flatMap(ProcessHandle::of).filter(process -> {
            Path cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
            try {
                if (Files.exists(Path.of("/proc/self/cwd"))) {
                    return cwd.toRealPath().equals(tables);
                }
            } catch (IOException ended) {
                return false;
            }
            return process.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
        });
    }

    private void run(Duration limit, String program, String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(AsRoot.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = data.resolve("log/" + program + ".log");
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " took more than " + limit.toSeconds() + " s");
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
