package org.phigiay.shared;

import java.util.List;

/// One thing wrong with one field of an input: where, and the message that says how to mend it.
///
/// @param field the field's name, or its path in a nested answer (`mother.birthDate`)
/// @param message key of the message
/// @param args what the message speaks of
public record FieldError(String field, String message, List<Object> args) {
    public static FieldError of(String field, String message, Object... args) {
        return new FieldError(field, message, List.of(args));
    }
}
