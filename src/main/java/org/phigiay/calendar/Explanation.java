package org.phigiay.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// Lời giải thích: writes the lines of a reckoning out in Vietnamese or English.
public final class Explanation {
    private Explanation() {}

    /// The line as a sentence; Vietnamese for every language but English.
    public static String text(Line line, Locale locale) {
        return text(line, Language.of(locale.getLanguage()));
    }

    /// The line as a sentence.
    public static String text(Line line, Language language) {
        Object[] words = line.args().stream().map(arg -> words(arg, language)).toArray();
        return Texts.in(language).get(line.key(), words);
    }

    /// The lines as sentences, in order.
    public static List<String> texts(List<Line> lines, Locale locale) {
        return lines.stream().map(line -> text(line, locale)).toList();
    }

    /// A term in words: "3 ngày làm việc", "3 working days".
    public static String text(Term term, Language language) {
        return Texts.in(language).get("calendar.term." + term.unit().apiName(), term.amount());
    }

    /// Working time in words, never in days: "11 giờ 30 phút", "11 hours 30 minutes".
    public static String text(Duration work, Language language) {
        Texts texts = Texts.in(language);
        List<String> parts = new ArrayList<>();
        if (work.toHours() > 0) {
            parts.add(texts.get("calendar.hours", work.toHours()));
        }
        if (work.toMinutesPart() > 0 || parts.isEmpty()) {
            parts.add(texts.get("calendar.minutes", work.toMinutesPart()));
        }
        return String.join(" ", parts);
    }

    private static Object words(Object arg, Language language) {
        Dates dates = Dates.in(language);
        return switch (arg) {
            case LocalDate date -> dates.day(date);
            case Instant instant -> dates.moment(instant);
            case LocalTime time -> dates.time(time);
            case Duration work -> text(work, language);
            case Bilingual name -> name.in(language.code());
            default -> arg;
        };
    }
}
