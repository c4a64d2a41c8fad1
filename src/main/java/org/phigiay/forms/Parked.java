package org.phigiay.forms;

import java.util.List;
import java.util.Map;

/// A post that came when the session had ended.
///
/// @param path where it was sent to
/// @param fields what was sent, without secrets of the page
public record Parked(String path, Map<String, List<String>> fields) {}
