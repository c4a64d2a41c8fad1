package org.phigiay.processing;

/// What lies on a desk.
///
/// @param open all open tasks
/// @param late the dossier's due time has passed
/// @param soon due within two days
/// @param paused waiting for the citizen
/// @param mine not paused and taken over by nobody else
/// @param toReceive waiting for reception
/// @param toSign waiting for a signature
public record Load(int open, int late, int soon, int paused, int mine, int toReceive, int toSign) {
    static final Load NOTHING = new Load(0, 0, 0, 0, 0, 0, 0);

    /// How many tasks a saved view holds.
    public int of(TaskView view) {
        return switch (view) {
            case MINE -> mine;
            case TO_RECEIVE -> toReceive;
            case TO_SIGN -> toSign;
            case LATE -> late;
            case SOON -> soon;
            case CITIZEN -> paused;
        };
    }
}
