package org.phigiay.dossiers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.phigiay.shared.AgencyCode;

/// Mã hồ sơ: agency identifier, day of reception and number of that day, `H99.01-261125-0001` (Circular 03/2025/TT-VPCP
/// keeps the pattern of Decree 61/2018).
final class DossierCodes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private DossierCodes() {}

    static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /// Everything before the number of the day.
    static String prefix(AgencyCode agency, Instant at) {
        return agency.value() + "-" + DAY.format(day(at)) + "-";
    }
}
