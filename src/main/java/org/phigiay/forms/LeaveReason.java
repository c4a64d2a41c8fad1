package org.phigiay.forms;

import java.util.Arrays;
import java.util.Optional;

/// Vì sao dừng lại: what somebody who leaves a form may say with one tap.
public enum LeaveReason {
    LACKS_PAPER("thieu-giay-to"),
    NOT_UNDERSTOOD("khong-hieu"),
    NO_TRUST("chua-tin"),
    PAYMENT("thanh-toan"),
    TOO_LONG("dai-qua"),
    AT_THE_COUNTER("ra-quay"),
    /// Asked and not answered.
    SKIPPED("bo-qua");

    private final String sign;

    LeaveReason(String sign) {
        this.sign = sign;
    }

    /// What a page sends.
    public String sign() {
        return sign;
    }

    public static Optional<LeaveReason> of(String sign) {
        return Arrays.stream(values())
                .filter(reason -> reason.sign.equals(sign))
                .findFirst();
    }
}
