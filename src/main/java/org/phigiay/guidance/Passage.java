package org.phigiay.guidance;

/// Đoạn văn: a text to be measured, with the place where it stands.
///
/// @param where a name that the caller knows again, e.g. `steps.2`
/// @param text as a person reads it, in Vietnamese; line ends part paragraphs
public record Passage(String where, String text) {}
