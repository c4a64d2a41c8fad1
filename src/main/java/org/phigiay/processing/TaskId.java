package org.phigiay.processing;

import java.util.UUID;
import org.phigiay.shared.Ids;

/// Names one task; time-ordered (UUID version 7).
public record TaskId(UUID value) {
    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
