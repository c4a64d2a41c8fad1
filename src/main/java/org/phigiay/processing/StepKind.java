package org.phigiay.processing;

import org.phigiay.shared.Role;

/// What a step is for, and the role whose post can hold it.
public enum StepKind {
    /// Tiếp nhận.
    RECEIVE(Role.DESK),
    /// Thẩm tra: checks, and may ask for a supplement or refuse.
    VERIFY(Role.OFFICER),
    /// Dự thảo kết quả from the answers.
    DRAFT(Role.OFFICER),
    /// Phê duyệt và ký.
    SIGN(Role.LEADER),
    /// Cho số, ký của cơ quan, ban hành.
    ISSUE(Role.CLERK),
    /// Kết thúc without a paper: the matter is settled and noted.
    FINISH(Role.OFFICER),
    /// Trả kết quả.
    HAND_OVER(Role.DESK);

    private final Role role;

    StepKind(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
