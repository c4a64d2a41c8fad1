package org.phigiay.catalogue;

/// Cấp thực hiện: the level of government that performs a procedure.
public enum Level {
    MINISTRY,
    PROVINCE,
    COMMUNE,
    /// Cơ quan khác: a body outside the three levels, such as a court or a public fund.
    OTHER
}
