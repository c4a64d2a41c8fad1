package org.phigiay.portal.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Invalid;

/// Times of the API: ISO 8601 in the time of Việt Nam with its offset, `2026-11-23T08:30:00+07:00`.
final class ApiTimes {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private ApiTimes() {}

    static String of(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime());
    }

    static @Nullable String orNull(@Nullable Instant at) {
        return at == null ? null : of(at);
    }

    /// Reads a time; one without an offset is the time of Việt Nam.
    ///
    /// @throws Invalid when it is no time
    static Instant read(String field, String text) {
        // A plus sign that was not encoded arrives as a space.
        String plain = text.strip().replace(' ', '+');
        try {
            Instant at = plain.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).atZone(ZONE).toInstant();
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                throw Invalid.of(field, "portal.api.error.time");
            }
            return at;
        } catch (DateTimeParseException notATime) {
            throw Invalid.of(field, "portal.api.error.time");
        }
    }
}
