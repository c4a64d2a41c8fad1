package org.phigiay.catalogue;

/// Kênh thực hiện: a way in which a dossier may be handed in, with its national code (`KenhThucHien`).
public enum ChannelKind {
    /// Trực tiếp: at the counter.
    DIRECT(1),
    /// Trực tuyến.
    ONLINE(2),
    /// Dịch vụ bưu chính công ích: by public post.
    POST(3);

    private final int code;

    ChannelKind(int code) {
        this.code = code;
    }

    /// The national code.
    public int code() {
        return code;
    }
}
