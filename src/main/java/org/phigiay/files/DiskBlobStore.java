package org.phigiay.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.phigiay.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Blobs in files of one directory, which copies of the program on several machines may share:
/// `blobs/ab/cd/abcd…`, written beside, flushed to the disk, then moved into place in one step.
@Component
public final class DiskBlobStore implements BlobStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private final Path blobs;
    private final Path drafts;
    private final AtomicBoolean swept = new AtomicBoolean();

    @Autowired
    DiskBlobStore(@Value("${phigiay.files:${phigiay.data:data}/files}") Path dir) {
        this.blobs = dir.toAbsolutePath().resolve("blobs");
        this.drafts = dir.toAbsolutePath().resolve("drafts");
    }

    @Override
    public Blob put(InputStream in, long limit) throws IOException {
        Path draft = drafts.resolve(Ids.secret(16));
        try {
            Files.createDirectories(drafts);
            if (!swept.getAndSet(true)) {
                sweep();
            }
            MessageDigest digest = sha256();
            long size = write(in, limit, draft, digest);
            String hash = HexFormat.of().formatHex(digest.digest());
            if (!exists(hash)) {
                Path directory = directory(hash);
                Files.createDirectories(directory);
                Files.move(draft, place(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(directory);
            }
            return new Blob(hash, size);
        } catch (Full e) {
            throw new StorageFull(e);
        } catch (IOException e) {
            if (full(e)) {
                throw new StorageFull(e);
            }
            throw e;
        } finally {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException e) {
                draft.toFile().deleteOnExit();
            }
        }
    }

    /// Removes what a crash left half-written: drafts of more than a day ago.
    private void sweep() throws IOException {
        try (Stream<Path> left = Files.list(drafts)) {
            Instant old = Instant.now().minus(Duration.ofDays(1));
            for (Path draft : left.toList()) {
                if (draft.toFile().lastModified() < old.toEpochMilli()) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    /// A failure of ours to write, told apart from a failure of the sender's stream.
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(IOException cause) {
            super(cause);
        }
    }

    private static long write(InputStream in, long limit, Path draft, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream disk = new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    try {
                        out.write(bytes, from, length);
                    } catch (IOException e) {
                        throw full(e) ? new Full(e) : e;
                    }
                }
            };
            OutputStream out = new DigestOutputStream(disk, digest);
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new TooLarge(limit);
                }
                out.write(buffer, 0, read);
            }
            channel.force(true);
            return size;
        }
    }

    private static boolean full(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("quota exceeded");
    }

    /// A new name in a directory survives a power cut only when the directory itself is flushed.
    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public boolean exists(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    private Path place(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256.length() + " characters");
        }
        return directory(sha256).resolve(sha256);
    }

    private Path directory(String sha256) {
        return blobs.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
