package org.phigiay.catalogue;

import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.shared.Bilingual;

/// Cách thức thực hiện: one channel with the time it takes and what it costs. A national text may have several of one
/// kind, and may leave the time or the money unsaid.
///
/// @param term counted from reception; null when the text states none
/// @param fee null when the text states none, which is not the same as free
/// @param note one sentence on the fee or the time, null when there is nothing to add
public record Channel(
        ChannelKind kind,
        @Nullable Term term,
        @Nullable Fee fee,
        @Nullable Bilingual note) {}
