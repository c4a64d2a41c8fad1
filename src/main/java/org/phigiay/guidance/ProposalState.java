package org.phigiay.guidance;

import java.util.Set;

/// Tình trạng của bản đề nghị: the life of a proposal for guidance.
public enum ProposalState {
    /// Đang viết.
    WRITING,
    /// Chờ người thứ hai duyệt.
    SENT,
    /// Đã đăng.
    PUBLISHED;

    /// What may follow: it is sent, given back or taken back, published. What is published stays.
    public Set<ProposalState> next() {
        return switch (this) {
            case WRITING -> Set.of(WRITING, SENT);
            case SENT -> Set.of(WRITING, SENT, PUBLISHED);
            case PUBLISHED -> Set.of();
        };
    }
}
