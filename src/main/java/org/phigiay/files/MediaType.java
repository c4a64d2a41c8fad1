package org.phigiay.files;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Kinds of file that can be checked and so are taken.
enum MediaType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    final String value;
    final String ending;

    MediaType(String value, String ending) {
        this.value = value;
        this.ending = ending;
    }

    /// Endings of a name that fit.
    Set<String> endings() {
        return this == JPEG ? Set.of("jpg", "jpeg", "jfif") : Set.of(ending);
    }

    /// What the content is; null when it is none of ours. Neither the name nor the sender is asked.
    static @Nullable MediaType of(byte[] bytes) {
        if (begins(bytes, '%', 'P', 'D', 'F', '-')) {
            return PDF;
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        return begins(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) ? PNG : null;
    }

    /// The message that says what to do with a file that is none of ours.
    static String advice(byte[] bytes) {
        boolean boxed = bytes.length > 12 && bytes[4] == 'f' && bytes[5] == 't' && bytes[6] == 'y' && bytes[7] == 'p';
        if (boxed && (bytes[8] == 'h' || bytes[8] == 'm')) {
            return "files.heic";
        }
        if (begins(bytes, 'P', 'K') || begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "files.office";
        }
        return "files.type";
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
