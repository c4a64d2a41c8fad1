package org.phigiay.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.Role;

/// Vị trí: a seat in a unit with a title and a role. The public sees posts, never the names of their holders.
///
/// @param code e.g. `H99.01/mot-cua`
/// @param unit code of the [Unit] it sits in
/// @param title as decisions and slips print it, e.g. "Công chức tư pháp - hộ tịch"
/// @param to first day on which this row no longer holds, null while it does
public record Post(
        PostCode code,
        AgencyCode agency,
        String unit,
        String title,
        String englishTitle,
        Role role,
        LocalDate from,
        @Nullable LocalDate to) {

    /// The title in the language of the screen.
    public String title(String language) {
        return new Bilingual(title, englishTitle).in(language);
    }
}
