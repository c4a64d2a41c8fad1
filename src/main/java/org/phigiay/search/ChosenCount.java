package org.phigiay.search;

/// How often a procedure was opened after a question.
///
/// @param procedure its code
public record ChosenCount(String procedure, int times) {}
