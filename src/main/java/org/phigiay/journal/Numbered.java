package org.phigiay.journal;

/// An entry with its place among all entries of the installation: 1, 2, 3 … without gaps.
public record Numbered(long position, Entry entry) {}
