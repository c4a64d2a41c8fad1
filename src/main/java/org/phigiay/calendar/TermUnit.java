package org.phigiay.calendar;

import java.util.Arrays;
import java.util.Locale;
import org.phigiay.shared.Invalid;

/// Đơn vị tính thời hạn: what a legal term is counted in.
public enum TermUnit {
    /// Ngày: calendar days, rest days included (Civil Code, Articles 147 and 148).
    DAY,
    /// Ngày làm việc: days on which the agency works.
    WORKING_DAY,
    /// Giờ làm việc: hours inside the agency's sessions.
    HOUR,
    /// Tháng: calendar months, kept to the end of a shorter month.
    MONTH,
    /// Trong ngày: the same working day when received before 15:00, else the next one.
    SAME_DAY;

    /// The name in the API and in rows: `day`, `working-day`, `hour`, `month`, `same-day`.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The unit of that API name.
    ///
    /// @throws Invalid on field `unit` when there is none
    public static TermUnit parse(String apiName) {
        return Arrays.stream(values())
                .filter(unit -> unit.apiName().equals(apiName))
                .findFirst()
                .orElseThrow(() -> Invalid.of("unit", "calendar.unit-unknown"));
    }
}
