package org.phigiay.calendar;

import java.util.List;

/// One line of the explanation of a due date: a message and what it speaks of. [Explanation#text] writes it out.
///
/// @param key key of the message, beginning `calendar.line.`
/// @param args numbers, dates, times, instants, durations and [Bilingual] texts, in the order of the message
public record Line(String key, List<Object> args) {
    public Line {
        args = List.copyOf(args);
    }

    static Line of(String key, Object... args) {
        return new Line("calendar.line." + key, List.of(args));
    }
}
