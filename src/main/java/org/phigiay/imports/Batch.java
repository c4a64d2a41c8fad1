package org.phigiay.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.PersonId;

/// Lần nhập: a file that was read, with what became of its rows. The counts add up to `rows`.
///
/// @param fileName as it was called where it came from
/// @param sha256 of the file, in hexadecimal
/// @param added, changed, unchanged, refused rows by outcome
/// @param warned rows that are not refused and have findings
/// @param preparedBy who read it in
/// @param publishedAt when it was published, null while it is not
public record Batch(
        BatchId id,
        String fileName,
        String sha256,
        State state,
        int rows,
        int added,
        int changed,
        int unchanged,
        int refused,
        int warned,
        PersonId preparedBy,
        Instant preparedAt,
        @Nullable PersonId publishedBy,
        @Nullable Instant publishedAt) {

    public enum State {
        READING,
        PREPARED,
        PUBLISHED,
        DISCARDED
    }

    /// Identifies one import.
    public record BatchId(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}
