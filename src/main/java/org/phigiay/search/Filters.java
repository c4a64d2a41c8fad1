package org.phigiay.search;

import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Level;
import org.phigiay.shared.AgencyCode;

/// What a search is narrowed to.
///
/// @param level who performs it, null for all
/// @param agency which agency here performs it, null for all
/// @param onlineOnly only what can be filed over the network
public record Filters(@Nullable Level level, @Nullable AgencyCode agency, boolean onlineOnly) {

    /// No narrowing.
    public static final Filters NONE = new Filters(null, null, false);

    boolean let(SearchDocument document) {
        return (level == null || document.levels().contains(level.name()))
                && (agency == null || document.agencies().contains(agency.value()))
                && (!onlineOnly || document.online());
    }
}
