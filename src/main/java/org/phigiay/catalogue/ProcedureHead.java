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
/// @param general whether that is with the general form
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
        boolean general,
        @Nullable Term term,
        @Nullable Fee fee,
        List<AgencyCode> agencies) {

    public ProcedureHead {
        levels = List.copyOf(levels);
        agencies = List.copyOf(agencies);
    }

    /// With its agencies: what they perform and the text offers online can be filed, with a general form if need be.
    ProcedureHead at(List<AgencyCode> performing) {
        boolean generally = !fileable && online && !performing.isEmpty();
        return new ProcedureHead(
                code,
                version,
                title,
                plainTitle,
                field,
                levels,
                online,
                fileable || generally,
                generally,
                term,
                fee,
                performing);
    }
}
