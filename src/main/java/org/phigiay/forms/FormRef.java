package org.phigiay.forms;

/// Names one version of one form, e.g. `single-status` version 1. A running draft keeps the version it was started
/// with.
public record FormRef(String id, int version) {

    @Override
    public String toString() {
        return id + ":" + version;
    }
}
