package org.phigiay.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Invalid;

/// What was typed into a form: kept as it was, so that a page with mistakes shows it again.
public record Typed(Map<String, List<String>> fields) {
    static final Typed NOTHING = new Typed(Map.of());

    static Typed of(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, Arrays.asList(values)));
        return new Typed(fields);
    }

    /// The text of a field, empty when it was not sent.
    public String get(String name) {
        List<String> values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst().strip();
    }

    /// The text of a field, or another where the form was not sent at all.
    public String or(String name, String otherwise) {
        return fields.containsKey(name) ? get(name) : otherwise;
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /// A field's text, null when it is empty.
    @Nullable
    String optional(String name) {
        String text = get(name);
        return text.isEmpty() ? null : text;
    }

    /// The fields whose names begin with `prefix`, by the rest of their names.
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), get(name)));
        return found;
    }

    /// The date of three fields, null when all are empty.
    ///
    /// @throws Invalid when there is no such day
    @Nullable
    LocalDate date(String name) {
        String day = get(name + ".day");
        String month = get(name + ".month");
        String year = get(name + ".year");
        if ((day + month + year).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            throw Invalid.of(name, "desk.date.none");
        }
    }
}
