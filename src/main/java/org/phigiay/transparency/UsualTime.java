package org.phigiay.transparency;

import java.time.Duration;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// Thời gian thực tế: how long real cases took from reception to the end, in working time of the agency, without the
/// time during which the citizen was waited for.
///
/// @param cases how many cases it was reckoned from, twenty at least
/// @param median half of them took no longer
/// @param ninth nine of ten took no longer
/// @param days of how many past days the cases are; 0 for all there are
public record UsualTime(int cases, Duration median, Duration ninth, int days) {

    /// Hours of a working day (Labour Code 2019, article 105).
    private static final int DAY = 8;

    /// The median for people: "5 giờ làm việc", "2,5 ngày làm việc".
    public String median(Language language) {
        return words(median, language);
    }

    /// The ninth of ten for people.
    public String ninth(Language language) {
        return words(ninth, language);
    }

    /// Working time for people, never less than it was: in hours below a working day, else in half days.
    static String words(Duration time, Language language) {
        Texts texts = Texts.in(language);
        long hours = (time.toMillis() + 3_599_999) / 3_600_000;
        if (hours <= 1) {
            return texts.get("transparency.usual.hour");
        }
        if (hours < DAY) {
            return texts.get("transparency.usual.hours", hours);
        }
        long halves = (hours * 2 + DAY - 1) / DAY;
        if (halves == 2) {
            return texts.get("transparency.usual.day");
        }
        String whole = Long.toString(halves / 2);
        String half = language == Language.EN ? ".5" : ",5";
        return texts.get("transparency.usual.days", halves % 2 == 0 ? whole : whole + half);
    }
}
