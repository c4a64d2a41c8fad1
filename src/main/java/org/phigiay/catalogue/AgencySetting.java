package org.phigiay.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;

/// Cấu hình tại cơ quan: that an agency performs a procedure, and which of its units does the work.
///
/// @param unit code of the unit that processes, e.g. `H99.01.04`
/// @param from first day on which it does
/// @param to first day on which it no longer does, null while it does
public record AgencySetting(
        ProcedureCode procedure,
        AgencyCode agency,
        String unit,
        LocalDate from,
        @Nullable LocalDate to) {}
