package org.phigiay.authoring;

import java.util.List;

/// Điều cần sửa: what a check has noticed at one place of a form in the making.
///
/// @param message key of the message
/// @param args what the message speaks of
/// @param blocks whether the form cannot be published with it
public record Remark(Place place, String message, List<Object> args, boolean blocks) {

    public Remark {
        args = List.copyOf(args);
    }

    static Remark blocking(Place place, String message, Object... args) {
        return new Remark(place, message, List.of(args), true);
    }

    static Remark advice(Place place, String message, Object... args) {
        return new Remark(place, message, List.of(args), false);
    }
}
