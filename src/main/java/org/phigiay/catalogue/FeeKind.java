package org.phigiay.catalogue;

/// Phí hay lệ phí (Law 97/2015/QH13, articles 3.1 and 3.2).
public enum FeeKind {
    /// Phí: pays for a service.
    FEE,
    /// Lệ phí: a charge set for being served by the state.
    CHARGE
}
