package org.phigiay.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;

/// What is wrong with a form, in the order of its fields. Components ask it for the message of their field.
public record Errors(List<Err> list) {
    public static final Errors NONE = new Errors(List.of());

    public Errors {
        list = List.copyOf(list);
    }

    public static Errors of(List<FieldError> errors, Texts texts) {
        return new Errors(
                errors.stream().map(e -> new Err(e.field(), texts.of(e))).toList());
    }

    public static Errors of(Invalid invalid, Texts texts) {
        return of(invalid.errors(), texts);
    }

    public boolean any() {
        return !list.isEmpty();
    }

    /// The message at a field, null when the field is right.
    public @Nullable String at(String field) {
        return list.stream()
                .filter(e -> e.field().equals(field))
                .map(Err::message)
                .findFirst()
                .orElse(null);
    }

    /// The id of a field's element in the page: its name with everything but letters, digits and hyphens made hyphens.
    public static String id(String field) {
        return field.replaceAll("[^A-Za-z0-9-]+", "-");
    }

    /// The ids that describe a field, for `aria-describedby`; null when nothing does.
    static @Nullable String describedBy(String id, @Nullable String hint, @Nullable String error) {
        String ids = Stream.of(hint == null ? "" : id + "-hint", error == null ? "" : id + "-error")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
