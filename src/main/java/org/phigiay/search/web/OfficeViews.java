package org.phigiay.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Option;

/// What the officers' templates receive.
final class OfficeViews {

    private OfficeViews() {}

    /// @param without questions for which nothing fitted
    /// @param often questions asked most
    record Overview(List<Question> without, List<Question> often) {}

    /// @param chosen what was opened, in words
    /// @param teach address of the form that teaches it
    record Question(String text, String times, String fitting, String last, List<String> chosen, String teach) {}

    /// @param count how many there are and how many are shown, in words
    record Lines(String part, String count, List<Row> rows) {}

    record Row(String kind, String phrase, String meaning, String state, String href) {}

    /// @param fixed whether kind and phrase stand, because the entry is there already
    /// @param version from which it is being changed, 0 for a new one
    /// @param shipped the meaning that comes with the program, null for our own
    /// @param theirs what somebody else wrote meanwhile, null when nobody did
    /// @param trial null while nothing has been tried
    record Form(
            String action,
            boolean fixed,
            String kind,
            String kindLabel,
            List<Option> kinds,
            String phrase,
            String meaning,
            boolean removed,
            int version,
            @Nullable String shipped,
            @Nullable String theirs,
            String question,
            @Nullable Trial trial,
            Errors errors) {}

    record Trial(String question, List<Found> before, List<Found> after) {}

    /// @param mark how its place changed: `↑`, `↓`, `+` or empty
    record Found(String title, String href, String mark) {}
}
