package org.phigiay.ui;

/// One of a few ways into a service, each with one line that says for whom.
public record Choice(String label, String href, String line) {}
