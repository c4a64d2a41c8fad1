package org.phigiay.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Giờ làm việc của cơ quan: one version of an agency's working week and of its rules about hours.
///
/// @param scope an agency's code, valid for the agencies under it too; null for every agency that states nothing
/// @param week sessions by weekday, in order and apart; a weekday without sessions is a weekly rest day
/// @param returnHour at which hour terms in days and months end
/// @param sameDayUntil same-day procedures received from this hour on are due the next working day (15:00)
/// @param basis the text that sets the hours
/// @param knownFrom the version counts for what is received from this instant on
public record Opening(
        @Nullable String scope,
        Map<DayOfWeek, List<Session>> week,
        ReturnHour returnHour,
        LocalTime sameDayUntil,
        Bilingual basis,
        Instant knownFrom) {

    public Opening {
        week.values().forEach(Opening::inOrder);
        week = Map.copyOf(week);
    }

    public List<Session> on(DayOfWeek weekday) {
        return week.getOrDefault(weekday, List.of());
    }

    private static void inOrder(List<Session> sessions) {
        for (int i = 1; i < sessions.size(); i++) {
            if (!sessions.get(i - 1).closes().isBefore(sessions.get(i).opens())) {
                throw new IllegalArgumentException("Sessions overlap or touch: " + sessions);
            }
        }
    }
}
