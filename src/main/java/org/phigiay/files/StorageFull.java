package org.phigiay.files;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The disk has no room: nothing of the file was kept and nothing else has changed (507, `files.storage-full`).
@ResponseStatus(HttpStatus.INSUFFICIENT_STORAGE)
public final class StorageFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageFull(Throwable cause) {
        super("files.storage-full", cause);
    }

    /// Key of the message for the person.
    public String key() {
        return "files.storage-full";
    }
}
