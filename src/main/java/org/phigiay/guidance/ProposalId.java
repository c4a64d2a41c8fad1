package org.phigiay.guidance;

import java.util.UUID;
import org.phigiay.shared.Ids;

/// Names one proposal for guidance.
public record ProposalId(UUID value) {

    static ProposalId next() {
        return new ProposalId(Ids.next());
    }
}
