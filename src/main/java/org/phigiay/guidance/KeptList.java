package org.phigiay.guidance;

import java.time.Instant;
import org.phigiay.shared.ProcedureCode;

/// Danh sách đã giữ: a person's own list of papers for one procedure.
///
/// @param choice what was ticked, as the rest of the query of the list's address: `&t=TP02&co=TP01`; may be
///     empty
public record KeptList(ProcedureCode procedure, String choice, Instant keptAt) {}
