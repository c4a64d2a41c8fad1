package org.phigiay.ui;

/// A view of a work list, with how many rows it holds.
public record SavedView(String label, String href, long count, boolean current) {}
