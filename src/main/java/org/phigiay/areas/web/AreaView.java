package org.phigiay.areas.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.areas.Match;

/// What the page about old and new communes shows.
///
/// @param query as typed
/// @param asked something was asked
/// @param known units have been imported here
/// @param asOf the day of the list in force
/// @param more there are more than are shown
public record AreaView(
        String query,
        boolean asked,
        boolean known,
        @Nullable LocalDate asOf,
        List<Found> found,
        boolean more) {

    /// @param title its name with its province, as it is or was
    /// @param now what it is today, each as a line
    /// @param madeOf for a commune of today the old ones it was made of
    public record Found(Match match, String title, List<String> now, List<String> madeOf) {
        public Found {
            now = List.copyOf(now);
            madeOf = List.copyOf(madeOf);
        }

        public boolean current() {
            return match.era() == Match.Era.NOW;
        }
    }

    public AreaView {
        found = List.copyOf(found);
    }
}
