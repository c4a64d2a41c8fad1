package org.phigiay.dossiers;

/// Kênh thực hiện, with the national codes: how the dossier came in.
public enum Channel {
    DIRECT(1),
    ONLINE(2),
    POST(3);

    private final int code;

    Channel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
