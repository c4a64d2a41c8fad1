package org.phigiay.dossiers;

import org.phigiay.files.FileId;

/// A paper handed in: which component of the procedure it is, and the private handle of the file.
public record AttachedFile(String component, FileId file) {}
