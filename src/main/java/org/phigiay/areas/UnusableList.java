package org.phigiay.areas;

import java.util.List;

/// A file that cannot be taken in, with every reason, each naming its entry.
final class UnusableList extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;
    private final boolean foreign;

    private UnusableList(List<String> reasons, boolean foreign) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
        this.foreign = foreign;
    }

    static UnusableList because(List<String> reasons) {
        return new UnusableList(reasons, false);
    }

    static UnusableList because(String reason) {
        return because(List.of(reason));
    }

    /// Good JSON of something else: a folder may hold such files.
    static UnusableList foreign(String reason) {
        return new UnusableList(List.of(reason), true);
    }

    List<String> reasons() {
        return reasons;
    }

    boolean isForeign() {
        return foreign;
    }
}
