package org.phigiay.search;

import java.time.LocalDate;

/// How often a question was asked.
///
/// @param fitting how often of these something fitted
/// @param last the last day on which it was asked
public record AskedCount(String question, int times, int fitting, LocalDate last) {}
