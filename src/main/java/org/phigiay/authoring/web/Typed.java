package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.phigiay.authoring.FormTree;
import org.phigiay.shared.FieldError;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an officer typed into a sheet and puts it into a part of the form. Nothing typed is judged here but what
/// cannot be kept at all: texts without end, and words where a number stands.
final class Typed {

    static final int LONGEST = 2_000;
    /// Rows of one list that are read; nobody needs more.
    static final int MOST = 80;

    private final Map<String, String[]> fields;
    private final List<FieldError> errors = new ArrayList<>();

    Typed(Map<String, String[]> fields) {
        this.fields = fields;
    }

    List<FieldError> errors() {
        return errors;
    }

    String get(String name) {
        String[] values = fields.get(name);
        String typed = values == null || values.length == 0 ? "" : values[0];
        String text = FormTree.text(typed).strip();
        if (text.length() > LONGEST) {
            errors.add(FieldError.of(name, "authoring.long", LONGEST));
        }
        return text;
    }

    List<String> all(String name) {
        String[] values = fields.get(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .map(FormTree::text)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                        .limit(MOST)
                        .toList();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean flag(String name) {
        return all(name).contains("true");
    }

    /// A text in two languages; an empty one is taken away unless it has to be there.
    void both(ObjectNode node, String part, String name, boolean needed) {
        String vi = get(name + ".vi");
        String en = get(name + ".en");
        if (vi.isEmpty() && en.isEmpty() && !needed) {
            node.remove(part);
        } else {
            node.putObject(part).put("vi", vi).put("en", en);
        }
    }

    void text(ObjectNode node, String part, String name) {
        String text = get(name);
        if (text.isEmpty()) {
            node.remove(part);
        } else {
            node.put(part, text);
        }
    }

    void flag(ObjectNode node, String part, String name) {
        if (flag(name)) {
            node.put(part, true);
        } else {
            node.remove(part);
        }
    }

    void number(ObjectNode node, String part, String name) {
        String text = get(name).replaceAll("[.\\s]", "");
        if (text.isEmpty()) {
            node.remove(part);
        } else if (text.matches("-?\\d{1,15}")) {
            node.put(part, Long.parseLong(text));
        } else {
            errors.add(FieldError.of(name, "authoring.number"));
        }
    }
}
