package org.phigiay.imports;

import org.phigiay.shared.Invalid;

/// A file that cannot be read as a whole; nothing of it is imported.
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] args;

    /// @param key the text's key; its arguments follow
    FileRefused(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = args;
    }

    String key() {
        return key;
    }

    Object[] args() {
        return args.clone();
    }

    Invalid invalid() {
        return Invalid.of("file", key, args);
    }
}
