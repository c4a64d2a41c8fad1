package org.phigiay.catalogue;

/// Phí, lệ phí: what is paid for one filing through one channel.
///
/// @param amount whole đồng, 0 when it is free
public record Fee(long amount, FeeKind kind) {

    /// @throws IllegalArgumentException when the amount is negative
    public Fee {
        if (amount < 0) {
            throw new IllegalArgumentException("A fee is not negative: " + amount);
        }
    }

    public boolean free() {
        return amount == 0;
    }
}
