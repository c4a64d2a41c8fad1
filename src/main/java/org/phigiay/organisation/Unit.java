package org.phigiay.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;

/// Đơn vị: a part of an agency, such as its one-stop centre or its civil-status section.
///
/// @param code identifier below the agency's, e.g. `H99.01.04`
/// @param agency the agency it belongs to
/// @param to first day on which this row no longer holds, null while it does
public record Unit(
        String code,
        AgencyCode agency,
        String name,
        String englishName,
        LocalDate from,
        @Nullable LocalDate to) {

    /// The name in the language of the screen.
    public String name(String language) {
        return new Bilingual(name, englishName).in(language);
    }
}
