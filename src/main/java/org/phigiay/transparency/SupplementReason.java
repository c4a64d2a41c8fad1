package org.phigiay.transparency;

/// What officials had to ask for again.
///
/// @param component code of the paper in the procedure's list, or name of the question in its form
/// @param cases in how many cases it was asked for, five at least
/// @param of how many cases of the procedure there were
public record SupplementReason(String component, int cases, int of) {}
