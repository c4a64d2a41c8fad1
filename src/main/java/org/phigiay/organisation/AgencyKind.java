package org.phigiay.organisation;

/// Cấp: the two levels of local government since 1/7/2025, and the central one.
public enum AgencyKind {
    MINISTRY,
    PROVINCE,
    COMMUNE
}
