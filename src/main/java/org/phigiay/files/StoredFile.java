package org.phigiay.files;

import org.phigiay.shared.PersonId;

/// Tệp: one stored file as its owner knows it.
///
/// @param sha256 of the stored bytes, 64 lower-case hexadecimal digits
/// @param name as shown: composed Unicode, no path, no control or direction signs, at most 180 bytes of UTF-8
/// @param mediaType found from the content: `application/pdf`, `image/jpeg` or `image/png`
/// @param size in bytes
/// @param owner who handed it in; [PersonId#SYSTEM] for what the program issued
public record StoredFile(FileId id, String sha256, String name, String mediaType, long size, PersonId owner) {
    /// Whether the program made it.
    public boolean generated() {
        return owner.equals(PersonId.SYSTEM);
    }

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
