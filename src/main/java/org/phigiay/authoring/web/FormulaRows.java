package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A calculation, one operation with its parts. Longer ones are made of several calculated fields; one that was written
/// deeper in a file is kept as it is.
final class FormulaRows {

    private static final List<String> OPERATIONS =
            List.of("sum", "difference", "product", "quotient", "sumOf", "count", "age");
    private static final int SPARE = 2;

    private FormulaRows() {}

    static List<Row> rows(JsonNode formula, ObjectNode form, String self, Texts texts) {
        String operation = formula.isObject() && !formula.isEmpty()
                ? formula.propertyNames().iterator().next()
                : "sum";
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                null,
                List.of(Input.select(
                        "formula.operation",
                        texts.get("authoring.formula.operation"),
                        null,
                        OPERATIONS.stream()
                                .map(each -> Option.of(
                                        each, texts.get("authoring.operation." + each), each.equals(operation)))
                                .toList()))));
        List<JsonNode> parts = new ArrayList<>();
        JsonNode operands = formula.path(operation);
        if (operands.isArray()) {
            operands.forEach(parts::add);
        } else if (!operands.isMissingNode()) {
            parts.add(operands);
        }
        int wanted = parts.size() + SPARE;
        for (int i = 0; i < wanted; i++) {
            JsonNode part = i < parts.size() ? parts.get(i) : JsonNodeFactory.instance.missingNode();
            rows.add(operand(i, part, form, self, texts));
        }
        return rows;
    }

    static ObjectNode read(Typed typed) {
        String typedOperation = typed.get("formula.operation");
        String operation = OPERATIONS.contains(typedOperation) ? typedOperation : "sum";
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Typed.MOST && typed.has("formula." + i + ".field"); i++) {
            String field = typed.get("formula." + i + ".field");
            String deep = typed.get("formula." + i + ".deep");
            if (!field.isEmpty()) {
                parts.add(field);
            } else if (!deep.isEmpty()) {
                deep(typed, "formula." + i + ".deep", deep, parts);
            } else {
                ObjectNode number = JsonNodeFactory.instance.objectNode();
                typed.number(number, "n", "formula." + i + ".number");
                if (number.has("n")) {
                    parts.add(number.get("n"));
                }
            }
        }
        ObjectNode formula = JsonNodeFactory.instance.objectNode();
        switch (operation) {
            case "sumOf", "count", "age" ->
                formula.put(operation, parts.isEmpty() ? "" : parts.get(0).asString(""));
            default -> formula.set(operation, parts);
        }
        return formula;
    }

    private static void deep(Typed typed, String name, String text, ArrayNode parts) {
        try {
            parts.add(JsonMapper.shared().readTree(text));
        } catch (JacksonException e) {
            typed.errors().add(FieldError.of(name, "authoring.formula.deep-wrong"));
        }
    }

    private static Row operand(int number, JsonNode part, ObjectNode form, String self, Texts texts) {
        String name = "formula." + number;
        String path = part.isString() ? part.asString("") : "";
        var inputs = new ArrayList<Input>();
        if (part.isObject()) {
            inputs.add(Input.line(name + ".deep", texts.get("authoring.formula.deep"), null, part.toString()));
        }
        inputs.add(Input.select(
                name + ".field", texts.get("authoring.formula.field"), null, fields(path, form, self, texts)));
        inputs.add(Input.line(
                name + ".number",
                texts.get("authoring.formula.number"),
                null,
                part.isNumber() ? part.asString("") : ""));
        return new Row(texts.get("authoring.formula.part", number + 1), inputs);
    }

    /// Numbers, dates of birth, lists and what stands in their entries.
    private static List<Option> fields(String chosen, ObjectNode form, String self, Texts texts) {
        Leaves leaves = Leaves.of(form, texts);
        var options = new ArrayList<>(leaves.options(
                "",
                leaf -> (leaf.number() || leaf.type().equals("date"))
                        && !leaf.path().equals(self)));
        String language = texts.language().code();
        FormTree.fields(form, (place, field) -> {
            String type = field.path("type").asString("");
            String path = place.field();
            String label = Leaves.text(field.path("label"), language, path);
            if (type.equals("list")) {
                options.add(Option.of(path, texts.get("authoring.each.of", label), false));
            }
        });
        boolean there = chosen.isEmpty();
        var marked = new ArrayList<Option>();
        for (Option option : options) {
            marked.add(Option.of(option.value(), option.label(), option.value().equals(chosen)));
            there |= option.value().equals(chosen);
        }
        if (!there) {
            marked.add(Option.of(chosen, texts.get("authoring.gone-field", chosen), true));
        }
        return marked;
    }
}
