package org.phigiay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;

/// Ngày đặc biệt trong lịch: a day that differs from its weekday, as one version of one row. A later row for the
/// same day and scope replaces it for whatever is received from then on; it never changes what was promised before.
///
/// @param scope an agency's code, valid for the agencies under it too; null for the nation
/// @param counterpart the day it was swapped with, or the holiday it stands for; null when there is none
/// @param basis the legal text that says so
/// @param provisional not (yet) confirmed by an official notice that was read
/// @param knownFrom the row counts for what is received from this instant on
public record SpecialDay(
        LocalDate day,
        @Nullable String scope,
        DayKind kind,
        Bilingual name,
        @Nullable LocalDate counterpart,
        Bilingual basis,
        boolean provisional,
        Instant knownFrom) {}
