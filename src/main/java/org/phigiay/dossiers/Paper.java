package org.phigiay.dossiers;

import java.time.Instant;
import org.phigiay.files.FileId;

/// Giấy tờ trong hồ sơ: one file handed in.
///
/// @param component code of the component it is for
/// @param file private handle
/// @param sha256 hash of its bytes, hexadecimal
/// @param filing 1 for the filing, 2 and more for supplements
public record Paper(
        String component,
        FileId file,
        String sha256,
        String name,
        String mediaType,
        long size,
        int filing,
        Instant at) {

    /// Component of the letter of authority, which belongs to no procedure: whoever files as a representative hands it
    /// in.
    public static final String AUTHORITY = "authority";
}
