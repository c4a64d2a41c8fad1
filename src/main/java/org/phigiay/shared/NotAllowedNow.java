package org.phigiay.shared;

import java.util.List;

/// The thing is not in a state in which this can be done (409); says what can be done instead.
public final class NotAllowedNow extends Refused {
    private static final long serialVersionUID = 1L;
    private final String state;
    private final transient List<String> allowed;

    /// @param state name of the state the thing is in
    /// @param allowed names of the actions that are possible now
    public NotAllowedNow(String state, List<String> allowed) {
        super("shared.not-allowed-now", state, String.join(", ", allowed));
        this.state = state;
        this.allowed = List.copyOf(allowed);
    }

    public String state() {
        return state;
    }

    public List<String> allowed() {
        return allowed == null ? List.of() : allowed;
    }
}
