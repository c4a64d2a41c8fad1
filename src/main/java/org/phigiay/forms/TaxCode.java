package org.phigiay.forms;

/// Mã số thuế: ten digits of which the last is a check digit, with three more for a branch; for people and household
/// businesses it is the personal number since 1/7/2025 (Circular 86/2024/TT-BTC).
public final class TaxCode {

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private TaxCode() {}

    /// Whether the check digit agrees; a personal number has none and passes.
    ///
    /// @param code in the shape the schema asks for
    public static boolean agrees(String code) {
        if (code.length() == 12) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (code.charAt(i) - '0');
        }
        // A result of ten is never issued.
        return 10 - sum % 11 == code.charAt(9) - '0';
    }
}
