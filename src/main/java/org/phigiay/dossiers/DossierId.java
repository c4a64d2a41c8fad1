package org.phigiay.dossiers;

import java.util.UUID;
import org.phigiay.shared.Ids;
import org.phigiay.shared.NotFound;

/// Names one dossier inside the installation; time-ordered (UUID version 7).
public record DossierId(UUID value) {
    public static DossierId next() {
        return new DossierId(Ids.next());
    }

    /// What stands in an address; anything that is no id names no dossier.
    public static DossierId parse(String text) {
        try {
            return new DossierId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
