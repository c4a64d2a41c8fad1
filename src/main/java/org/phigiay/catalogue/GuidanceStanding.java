package org.phigiay.catalogue;

import org.phigiay.shared.ProcedureCode;

/// Tình trạng hướng dẫn: how our guidance of a procedure stands to the national text in force.
///
/// @param national version of the national text in force
/// @param guidance newest version of our guidance, 0 when there is none
/// @param writtenFor newest version of the national text that was there when that guidance was published
public record GuidanceStanding(ProcedureCode code, int national, int guidance, int writtenFor) {

    /// Whether nobody has written any.
    public boolean missing() {
        return guidance == 0;
    }

    /// Whether the national text has changed since, so that somebody must look whether what we say is still right.
    public boolean toReview() {
        return guidance > 0 && national > writtenFor;
    }
}
