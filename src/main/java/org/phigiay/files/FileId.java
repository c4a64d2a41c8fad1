package org.phigiay.files;

import java.util.UUID;

/// A private handle of one stored file: random, so that it cannot be guessed; not the hash of its content.
public record FileId(UUID value) {
    static FileId next() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
