package org.phigiay.ui;

/// One bar of a chart.
///
/// @param label what is counted
/// @param value how much, not negative
/// @param words the value with its unit, as it is read
public record Bar(String label, double value, String words) {}
