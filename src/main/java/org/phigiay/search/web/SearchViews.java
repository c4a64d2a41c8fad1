package org.phigiay.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Option;

/// What the search's templates receive.
final class SearchViews {

    private SearchViews() {}

    /// @param found how many there are, in words; empty for an empty question
    /// @param lines best first; when nothing fits, merely the nearest
    /// @param nothing whether nothing fits
    /// @param narrowed whether a filter is set
    /// @param unfiltered address of the same question without filters
    /// @param places where a person helps; filled when nothing fits
    /// @param next address of the next page, null on the last
    /// @param first address of the first page, null on it
    record Listing(
            String question,
            String found,
            List<Option> levels,
            List<Option> agencies,
            boolean onlineOnly,
            List<Line> lines,
            boolean nothing,
            boolean narrowed,
            String unfiltered,
            List<Place> places,
            @Nullable String next,
            @Nullable String first) {}

    /// @param official the official title, null where it is the title
    /// @param facts time, money, who performs it and how it can be filed, in one line
    record Line(String href, String title, @Nullable String official, String facts) {}

    /// @param call address that dials
    record Place(String name, String address, String phone, String call, String hours) {}

    /// @param label the title
    record Suggestion(String label, String href) {}

    /// @param status how many there are, for those who hear the page
    record Suggestions(List<Suggestion> suggestions, String status) {}
}
