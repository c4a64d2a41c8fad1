package org.phigiay.forms;

import java.util.UUID;
import org.phigiay.shared.Ids;

/// Names one draft; time-ordered.
public record DraftId(UUID value) {

    static DraftId next() {
        return new DraftId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
