package org.phigiay.dossiers;

/// The names of the moves in the API: `RequestSupplement` is `request-supplement`.
public final class ActionNames {
    private ActionNames() {}

    public static String of(Class<?> action) {
        return action.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
