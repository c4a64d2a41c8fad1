package org.phigiay.files;

import java.io.IOException;
import java.io.InputStream;

/// Keeps bytes under their SHA-256. The same bytes are kept once; what is kept is never changed.
public interface BlobStore {

    /// @param sha256 64 lower-case hexadecimal digits
    /// @param size in bytes
    record Blob(String sha256, long size) {}

    /// The stream had more bytes than allowed; nothing was kept.
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("More than " + limit + " bytes");
        }
    }

    /// Reads the stream to its end and keeps it whole or not at all, safe from a power cut when this returns.
    ///
    /// @param limit most bytes taken
    /// @throws TooLarge when there are more
    /// @throws StorageFull when there is no room
    Blob put(InputStream in, long limit) throws IOException;

    /// @throws java.nio.file.NoSuchFileException when nothing is kept under that hash
    InputStream open(String sha256) throws IOException;

    boolean exists(String sha256);
}
