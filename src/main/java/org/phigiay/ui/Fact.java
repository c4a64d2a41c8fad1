package org.phigiay.ui;

import org.jspecify.annotations.Nullable;

/// A question and its answer: in a summary list, or in the box of facts.
///
/// @param label what it is about
/// @param value the answer; lines are kept
/// @param detail a smaller line under the answer, or null
/// @param changeHref where the answer can be changed, or null
public record Fact(
        String label,
        String value,
        @Nullable String detail,
        @Nullable String changeHref) {
    public static Fact of(String label, String value) {
        return new Fact(label, value, null, null);
    }

    public static Fact of(String label, String value, @Nullable String detail) {
        return new Fact(label, value, detail, null);
    }

    public static Fact changeable(String label, String value, String changeHref) {
        return new Fact(label, value, null, changeHref);
    }
}
