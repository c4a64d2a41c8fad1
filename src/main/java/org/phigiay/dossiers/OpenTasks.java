package org.phigiay.dossiers;

import java.util.Set;
import org.phigiay.shared.PostCode;

/// How the work on a dossier stands. Asked of the module that hands out tasks, which lies above.
public interface OpenTasks {
    /// The posts that have a task open on it.
    Set<PostCode> posts(DossierId dossier);

    /// Whether its result has been signed: from then on nothing more is asked of the citizen and nothing is refused.
    boolean signed(DossierId dossier);
}
