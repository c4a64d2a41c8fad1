package org.phigiay.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Dates and lengths of time in words, always in the time of Việt Nam: "thứ Hai, 23/11/2026, 15:00".
public final class Dates {
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;

    private Dates(Texts texts) {
        this.texts = texts;
    }

    public static Dates in(Language language) {
        return new Dates(Texts.in(language));
    }

    /// "thứ Hai, 23/11/2026, 15:00"
    public String moment(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        return day(local.toLocalDate()) + ", " + TIME.format(local);
    }

    /// "thứ Hai, 23/11/2026"
    public String day(LocalDate day) {
        return texts.get("ui.weekday." + day.getDayOfWeek().getValue()) + ", " + DAY.format(day);
    }

    /// "thứ Hai, 23/11/2026"
    public String day(Instant at) {
        return day(at.atZone(ZONE).toLocalDate());
    }

    /// "23/11/2026"
    public String shortDay(LocalDate day) {
        return DAY.format(day);
    }

    /// "23/11/2026, 15:00": for columns of a work list
    public String shortMoment(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        return DAY.format(local) + ", " + TIME.format(local);
    }

    /// "15:00"
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /// What machines read in `<time datetime="…">`.
    public String machine(Instant at) {
        return at.atZone(ZONE).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// How long until a promise, or since it was missed: "còn 2 ngày", "hôm nay, còn 3 giờ", "trễ 2 ngày".
    public String until(Instant due, Instant now) {
        return due.isBefore(now)
                ? texts.get("ui.late-by", rough(Duration.between(due, now)))
                : texts.get("ui.left", rough(Duration.between(now, due)));
    }

    /// How long ago: "5 phút trước", "vừa xong".
    public String ago(Instant at, Instant now) {
        Duration since = Duration.between(at, now);
        return since.compareTo(Duration.ofMinutes(1)) < 0
                ? texts.get("ui.just-now")
                : texts.get("ui.ago", rough(since));
    }

    /// A length of time in at most two units: "2 ngày 4 giờ", "3 giờ 30 phút", "dưới 1 phút".
    public String duration(Duration length) {
        long days = length.toDays();
        int hours = length.toHoursPart();
        int minutes = length.toMinutesPart();
        if (days > 0) {
            return two("days", days, "hours", hours);
        }
        if (hours > 0) {
            return two("hours", hours, "minutes", minutes);
        }
        return minutes > 0 ? unit("minutes", minutes) : texts.get("ui.under-a-minute");
    }

    private String rough(Duration length) {
        if (length.toDays() > 0) {
            return unit("days", length.toDays());
        }
        if (length.toHours() > 0) {
            return unit("hours", length.toHours());
        }
        return length.toMinutes() > 0 ? unit("minutes", length.toMinutes()) : texts.get("ui.under-a-minute");
    }

    private String two(String large, long many, String small, long rest) {
        return rest == 0 ? unit(large, many) : unit(large, many) + " " + unit(small, rest);
    }

    private String unit(String name, long amount) {
        return texts.get("ui.unit." + name, amount);
    }
}
