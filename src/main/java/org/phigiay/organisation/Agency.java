package org.phigiay.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;

/// Cơ quan: an administration that decides in its own name, such as the People's Committee of a commune.
///
/// @param code identifier under Decision 20/2020/QĐ-TTg as amended by 09/2025/QĐ-TTg, e.g. `H99.01`
/// @param oldCode identifier in the style of QCVN 102:2016, e.g. `000.00.01.H99`; older systems still send it
/// @param name official name, e.g. "Ủy ban nhân dân xã An Bình Mẫu"
/// @param englishName the name for English readers
/// @param place name of the place as documents put it before the date, e.g. "An Bình Mẫu"
/// @param parent the agency above, null for the highest one
/// @param hours opening hours in words; working time itself is computed by `calendar`
/// @param symbol abbreviation in document numbers (Decree 30/2020/NĐ-CP, Annex I), e.g. `UBND`
/// @param from first day on which this row holds
/// @param to first day on which it no longer holds, null while it does
public record Agency(
        AgencyCode code,
        String oldCode,
        String name,
        String englishName,
        AgencyKind kind,
        @Nullable AgencyCode parent,
        String place,
        String address,
        String phone,
        String email,
        Bilingual hours,
        String symbol,
        LocalDate from,
        @Nullable LocalDate to) {

    /// The name in the language of the screen.
    public String name(String language) {
        return new Bilingual(name, englishName).in(language);
    }
}
