package org.phigiay.authoring;

import java.util.Set;

/// Tình trạng của biểu mẫu đang soạn: the life of a form in the making.
public enum FormDraftState {
    /// Đang soạn.
    WRITING,
    /// Chờ người thứ hai duyệt.
    SENT,
    /// Đã đăng.
    PUBLISHED,
    /// Đã bỏ.
    DISCARDED;

    /// What may follow: it is sent, given back or taken back, published, thrown away. What is published stays.
    public Set<FormDraftState> next() {
        return switch (this) {
            case WRITING -> Set.of(WRITING, SENT, DISCARDED);
            case SENT -> Set.of(WRITING, SENT, PUBLISHED, DISCARDED);
            case PUBLISHED, DISCARDED -> Set.of();
        };
    }
}
