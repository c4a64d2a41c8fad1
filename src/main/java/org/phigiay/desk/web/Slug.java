package org.phigiay.desk.web;

import java.util.Arrays;
import org.phigiay.processing.TaskView;

/// Names of the saved views in addresses.
final class Slug {
    private Slug() {}

    static String of(TaskView view) {
        return switch (view) {
            case MINE -> "cua-toi";
            case TO_RECEIVE -> "cho-tiep-nhan";
            case TO_SIGN -> "cho-ky";
            case LATE -> "tre";
            case SOON -> "sap-den-han";
            case CITIZEN -> "cho-bo-sung";
        };
    }

    /// The view of that name; one's own work for any other.
    static TaskView view(String slug) {
        return Arrays.stream(TaskView.values())
                .filter(view -> of(view).equals(slug))
                .findFirst()
                .orElse(TaskView.MINE);
    }
}
