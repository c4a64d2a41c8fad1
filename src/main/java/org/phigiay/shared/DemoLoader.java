package org.phigiay.shared;

/// Loads a module's part of the invented demo world. Loading twice changes nothing.
public interface DemoLoader {
    /// Lower loads earlier: organisation 10, identity 20, catalogue 30, processing 40.
    int order();

    void load();
}
