package org.phigiay.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.phigiay.shared.Ids;

/// Key pairs in PKCS #12 files of one directory, each made once even when several copies of the program share it.
/// The directory is readable by its owner only, and so is the random password in it.
final class KeyFiles {
    private static final String ENTRY = "key";
    private final Path dir;
    /// A file lock keeps other programs out, not other threads of this one.
    private static final ReentrantLock WITHIN = new ReentrantLock();
    private final ConcurrentMap<String, Entry> known = new ConcurrentHashMap<>();

    /// A private key with its certificate and the certificate's issuers.
    record Entry(PrivateKey key, List<X509Certificate> chain) {}

    KeyFiles(Path dir) {
        this.dir = dir;
    }

    /// @param name the file's name without ending: letters, digits and hyphens
    Entry readOrMake(String name, Supplier<Entry> maker) {
        Entry entry = known.get(name);
        if (entry != null) {
            return entry;
        }
        try {
            entry = exclusively(() -> {
                Path file = dir.resolve(name + ".p12");
                if (Files.exists(file)) {
                    return read(file);
                }
                Entry made = maker.get();
                write(file, made);
                return made;
            });
            known.put(name, entry);
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing keys in " + dir + " cannot be read or made", e);
        }
    }

    private interface Work {
        Entry run() throws IOException;
    }

    private Entry exclusively(Work work) throws IOException {
        WITHIN.lock();
        try {
            if (WITHIN.getHoldCount() > 1) {
                return work.run();
            }
            Files.createDirectories(dir, ownerOnly("rwx------"));
            try (FileChannel channel = FileChannel.open(
                            dir.resolve("lock"),
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            ownerOnly("rw-------"));
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("No lock on " + dir);
                }
                return work.run();
            }
        } finally {
            WITHIN.unlock();
        }
    }

    private Entry read(Path file) throws IOException {
        char[] password = password();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            PrivateKey key = (PrivateKey) store.getKey(ENTRY, password);
            List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(ENTRY))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Entry(key, chain);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key file " + file + " cannot be opened", e);
        }
    }

    private void write(Path file, Entry entry) throws IOException {
        char[] password = password();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, entry.key(), password, entry.chain().toArray(Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            keep(file, bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private char[] password() throws IOException {
        Path file = dir.resolve("password");
        if (!Files.exists(file)) {
            keep(file, Ids.secret(32).getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
    }

    /// Written whole or not at all.
    private void keep(Path file, byte[] bytes) throws IOException {
        Path draft = dir.resolve(file.getFileName() + "." + Ids.secret(6) + ".tmp");
        try (FileChannel channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<Set<PosixFilePermission>> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
