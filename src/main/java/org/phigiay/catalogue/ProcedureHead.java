package org.phigiay.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;

/// What lists show of a procedure in force today.
///
/// @param version its edition
/// @param plainTitle the everyday title; the official one where nobody has written another
/// @param online whether the national text or our guidance offers the online channel
/// @param fileable whether it can be filed here
/// @param term of the online channel or the first one, null when unsaid
/// @param fee of the same channel, null when unsaid
/// @param agencies that perform it today, by code
public record ProcedureHead(
        ProcedureCode code,
        int version,
        Bilingual title,
        Bilingual plainTitle,
        Bilingual field,
        List<Level> levels,
        boolean online,
        boolean fileable,
        @Nullable Term term,
        @Nullable Fee fee,
        List<AgencyCode> agencies) {

    public ProcedureHead {
        levels = List.copyOf(levels);
        agencies = List.copyOf(agencies);
    }

    ProcedureHead at(List<AgencyCode> performing) {
        return new ProcedureHead(
                code, version, title, plainTitle, field, levels, online, fileable, term, fee, performing);
    }
}
