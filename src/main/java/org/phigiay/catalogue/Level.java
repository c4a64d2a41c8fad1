package org.phigiay.catalogue;

/// Cấp thực hiện: the level of government that performs a procedure.
public enum Level {
    MINISTRY,
    PROVINCE,
    COMMUNE
}
