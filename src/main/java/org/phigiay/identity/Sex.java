package org.phigiay.identity;

/// Giới tính, as the identity register writes it.
public enum Sex {
    FEMALE,
    MALE
}
