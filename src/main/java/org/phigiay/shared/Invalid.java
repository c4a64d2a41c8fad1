package org.phigiay.shared;

import java.util.List;

/// The input has mistakes; each is named with its field (422). What was typed is kept by the caller.
public final class Invalid extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super("shared.invalid", errors.size());
        this.errors = List.copyOf(errors);
    }

    public static Invalid of(String field, String message, Object... args) {
        return new Invalid(List.of(FieldError.of(field, message, args)));
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
