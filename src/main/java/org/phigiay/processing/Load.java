package org.phigiay.processing;

/// What lies on a desk: open tasks, of them late, due within two days, waiting for the citizen.
public record Load(int open, int late, int soon, int paused) {}
