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
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
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
    private static final long SHORTEST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 30_000;

    private final FileChannel lock;
    private final Postgres postgres;
    private final Cluster cluster;
    private final Thread watchdog;
    private volatile boolean closing;

    private EmbeddedServer(FileChannel lock, Postgres postgres, Cluster cluster) {
        this.lock = lock;
        this.postgres = postgres;
        this.cluster = cluster;
        this.watchdog = Thread.ofPlatform().daemon().name("postgres-watchdog").unstarted(this::watch);
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
        try {
            Files.createDirectories(data.resolve("run"));
            Files.createDirectories(data.resolve("log"));
            Path folder = data.toRealPath();
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FileChannel lock = hold(folder);
            try {
                return start(folder, lock, Binaries.unpackInto(cache.toAbsolutePath()));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartFailed("PostgreSQL did not start in " + data + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedServer start(Path folder, FileChannel lock, Path home) throws IOException {
        Cluster cluster = Cluster.in(folder);
        var postgres = new Postgres(folder, home);
        postgres.takeOver();
        postgres.initialise(cluster.superuserPassword());
        if (!cluster.portIsFree()) {
            cluster = cluster.onAnotherPort(folder);
        }
        try {
            postgres.launch(cluster.port());
            var server = new EmbeddedServer(lock, postgres, cluster);
            try (Connection connection = server.superuser("postgres")) {
                Provisioning.ensure(connection, cluster);
            }
            server.watchdog.start();
            return server;
        } catch (IOException | SQLException | RuntimeException e) {
            // Also when Ctrl-C came in between: nothing is left running.
            boolean interrupted = Thread.interrupted();
            postgres.stopWhateverRuns();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw e instanceof RuntimeException known
                    ? known
                    : new StartFailed("PostgreSQL did not start in " + folder + ": " + e.getMessage(), e);
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
        return postgres.postmaster();
    }

    /// Stops the server: open transactions are rolled back, everything committed is on the disk.
    @Override
    public void close() {
        closing = true;
        watchdog.interrupt();
        try {
            watchdog.join();
            postgres.stop();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel hold(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            throw new StartFailed("Phi Giấy is already running with the data in " + folder
                    + ". Stop it first, or choose another folder with --data.");
        }
        return file;
    }

    /// Starts the server again when it dies under the program: requests meanwhile get 503, then all goes on.
    private void watch() {
        long pause = SHORTEST_PAUSE;
        while (!closing) {
            try {
                Optional<ProcessHandle> running = postgres.postmaster();
                if (running.isPresent()) {
                    running.get().onExit().get();
                    pause = SHORTEST_PAUSE;
                }
                if (!closing) {
                    log.warn("PostgreSQL ended unexpectedly: starting it again");
                    postgres.launch(cluster.port());
                    log.warn("PostgreSQL is back");
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | ExecutionException | RuntimeException e) {
                if (closing) {
                    return;
                }
                log.error("PostgreSQL does not start again: {}", e.getMessage());
                if (!sleep(pause)) {
                    return;
                }
                pause = Math.min(pause * 2, LONGEST_PAUSE);
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
