package org.phigiay.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's program files, unpacked once from the jar that carries them for this processor.
final class Binaries {

    private Binaries() {}

    /// Returns the folder that holds `bin`, `lib` and `share`, unpacking it below `cache` when it is not there yet.
    /// The folder appears whole or not at all, so an interrupted first start leaves nothing half done.
    static Path unpackInto(Path cache) throws IOException {
        String archive = "postgres-" + system() + "-" + processor() + ".txz";
        var resource = Binaries.class.getClassLoader().getResource(archive);
        if (resource == null) {
            throw new StartFailed("This program carries no PostgreSQL for " + system() + " on " + processor()
                    + ". Install PostgreSQL 18 and set PHIGIAY_DB_URL (see the README).");
        }
        // The jar's address names its version: another version unpacks beside the old one.
        Path home = cache.resolve(
                "postgresql-" + Integer.toHexString(fileName(resource.getPath()).hashCode()));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "unpacking-");
        try (var in = new TarArchiveInputStream(new XZInputStream(resource.openStream()))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(in, entry, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteTree(fresh);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
        return home;
    }

    private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, into.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(in, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /// Deletes a folder and all in it; nothing happens when it is not there.
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String fileName(String jarAddress) {
        int bang = jarAddress.indexOf('!');
        String jar = bang < 0 ? jarAddress : jarAddress.substring(0, bang);
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }
}
