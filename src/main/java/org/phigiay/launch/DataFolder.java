package org.phigiay.launch;

import java.nio.file.Path;

/// The folder that holds everything this installation keeps: `--data`, by default `data` in the working folder.
///
/// @param path absolute
public record DataFolder(Path path) {}
