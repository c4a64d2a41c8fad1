package org.phigiay.authoring;

import java.util.UUID;
import org.phigiay.shared.Ids;

/// Names one form in the making.
public record FormDraftId(UUID value) {

    static FormDraftId next() {
        return new FormDraftId(Ids.next());
    }
}
