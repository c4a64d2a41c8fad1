package org.phigiay.ui;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One thing to choose among radios, checkboxes or in a select.
///
/// @param value what is sent
/// @param label what is read
/// @param hint one sentence under the label, or null
/// @param selected whether it is chosen now
/// @param conditional what is asked only when this is chosen (radios and checkboxes), or null
public record Option(
        String value,
        String label,
        @Nullable String hint,
        boolean selected,
        @Nullable Content conditional) {
    public static Option of(String value, String label, boolean selected) {
        return new Option(value, label, null, selected, null);
    }

    public static Option of(String value, String label, @Nullable String hint, boolean selected) {
        return new Option(value, label, hint, selected, null);
    }
}
