package org.phigiay.dossiers;

import java.util.Set;
import org.phigiay.shared.PostCode;

/// Which posts have a task open on a dossier. Asked of the module that hands out tasks, which lies above.
public interface OpenTasks {
    Set<PostCode> posts(DossierId dossier);
}
