package org.phigiay.catalogue;

import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.shared.Bilingual;

/// Cách thức thực hiện: one channel with the time it takes and what it costs.
///
/// @param term counted from reception
/// @param note one sentence on the fee or the time, null when there is nothing to add
public record Channel(
        ChannelKind kind, Term term, Fee fee, @Nullable Bilingual note) {}
