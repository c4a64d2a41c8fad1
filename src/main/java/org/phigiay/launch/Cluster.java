package org.phigiay.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/// What an embedded server keeps in the data folder beside its tables: its port and the three roles' passwords, made
/// at first start and readable by the program's account alone.
///
/// @param port the loopback port, chosen free at first start and kept
/// @param superuserPassword of role `postgres`, which only provisions
/// @param ownerPassword of role `phigiay_owner`
/// @param appPassword of role `phigiay_app`
record Cluster(int port, String superuserPassword, String ownerPassword, String appPassword) {

    static final String DATABASE = "phigiay";
    static final String OWNER = "phigiay_owner";
    static final String APP = "phigiay_app";

    /// Reads what was kept, or makes and keeps it.
    static Cluster in(Path data) throws IOException {
        Path file = file(data);
        if (Files.exists(file)) {
            var kept = new Properties();
            try (InputStream in = Files.newInputStream(file)) {
                kept.load(in);
            }
            return new Cluster(
                    Integer.parseInt(required(kept, "port")),
                    required(kept, "superuser"),
                    required(kept, "owner"),
                    required(kept, "app"));
        }
        if (Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new StartFailed("The passwords of the database in " + data + " are missing (" + file
                    + "). Put that file back from a backup.");
        }
        var made = new Cluster(freePort(), password(), password(), password());
        made.keep(data);
        return made;
    }

    /// The same with another port, kept: the old one was taken by somebody else.
    Cluster onAnotherPort(Path data) throws IOException {
        var moved = new Cluster(freePort(), superuserPassword, ownerPassword, appPassword);
        moved.keep(data);
        return moved;
    }

    boolean portIsFree() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    DatabaseAccess access() {
        return new DatabaseAccess(
                url(DATABASE),
                new DatabaseAccess.Login(OWNER, ownerPassword),
                new DatabaseAccess.Login(APP, appPassword));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void keep(Path data) throws IOException {
        var properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("superuser", superuserPassword);
        properties.setProperty("owner", ownerPassword);
        properties.setProperty("app", appPassword);
        Path file = file(data);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        createPrivate(fresh);
        try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            properties.store(out, "Port and passwords of this folder's PostgreSQL. Keep private.");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Creates an empty file that only this account can read.
    static void createPrivate(Path file) throws IOException {
        Files.createFile(
                file, PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    }

    private static Path file(Path data) {
        return data.resolve("postgres.properties");
    }

    private static String required(Properties kept, String key) {
        String value = kept.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new StartFailed("postgres.properties has no '" + key + "'. Put the file back from a backup.");
        }
        return value;
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
