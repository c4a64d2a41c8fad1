package org.phigiay.forms;

import java.util.List;

/// One thing wrong with a form definition.
///
/// @param place `<page>/<field>` or `<page>`, `sections/<id>`, `rules/<n>`, `result/<line>`, `chain/<n>`, `ref`; empty
///     for the whole
/// @param message key of the sentence that says what is wrong and how to mend it
/// @param args what the sentence names
public record Problem(String place, String message, List<Object> args) {
    public Problem {
        args = List.copyOf(args);
    }

    static Problem of(String place, String message, Object... args) {
        return new Problem(place, message, List.of(args));
    }
}
