package org.phigiay.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// Where a running program can be spoken to, kept in `<data>/run/control` while it runs and readable by its own
/// account only: the control port, a secret made at this start, and the address of its pages, one a line.
///
/// @param port loopback port of the [ControlSocket]
/// @param secret proves that the caller may read the file
/// @param address where its pages are, `http://localhost:8080`
record ControlFile(int port, String secret, String address) {

    @Override
    public String toString() {
        return "control on port " + port;
    }

    static Path path(Path data) {
        return data.resolve("run/control");
    }

    static Optional<ControlFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(path(data));
            return Optional.of(new ControlFile(Integer.parseInt(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    void write(Path data) throws IOException {
        Path file = path(data);
        Path folder = data.resolve("run");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(
                folder,
                "control",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, port + "\n" + secret + "\n" + address + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
