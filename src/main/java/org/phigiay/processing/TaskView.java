package org.phigiay.processing;

/// Danh sách việc đã lưu: a saved view of the open tasks.
public enum TaskView {
    /// Việc của tôi: not waiting for the citizen, and taken over by nobody else.
    MINE,
    /// Chờ tiếp nhận.
    TO_RECEIVE,
    /// Chờ ký.
    TO_SIGN,
    /// Trễ: the dossier's due time has passed.
    LATE,
    /// Sắp đến hạn: due within two days.
    SOON,
    /// Chờ người dân bổ sung: the clock stands still.
    CITIZEN
}
