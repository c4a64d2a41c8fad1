package org.phigiay.ui;

/// One thing wrong with one field: the message says how to mend it and stands at the field and in the summary, word for
/// word.
///
/// @param field the field's name, or its path (`mother.birthDate`)
/// @param message the text itself
public record Err(String field, String message) {
    /// The link from the summary to the field.
    public String href() {
        return "#" + Errors.id(field);
    }
}
