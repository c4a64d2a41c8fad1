package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.authoring.web.Leaves.Leaf;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// "Only when": conditions on earlier answers. First the answer is chosen; once that is saved its values stand there to
/// be ticked.
final class ConditionRows {

    private static final List<String> LIST_TESTS = List.of("in", "notIn", "answered", "unanswered");
    private static final List<String> NUMBER_TESTS =
            List.of("in", "notIn", "atLeast", "atMost", "answered", "unanswered");

    private ConditionRows() {}

    /// @param name of the list, `showIf` or `prefill.when`
    /// @param spare empty rows at the end
    static List<Row> rows(String name, JsonNode conditions, Leaves leaves, int spare, Texts texts) {
        var rows = new ArrayList<Row>();
        int number = 0;
        for (JsonNode condition : conditions) {
            rows.add(row(name + "." + number, number + 1, condition, leaves, texts));
            number++;
        }
        for (int i = 0; i < spare; i++, number++) {
            rows.add(row(name + "." + number, number + 1, JsonNodeFactory.instance.objectNode(), leaves, texts));
        }
        return rows;
    }

    static ArrayNode read(Typed typed, String name) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Typed.MOST && typed.has(name + "." + i + ".field"); i++) {
            String row = name + "." + i;
            String field = typed.get(row + ".field");
            if (field.isEmpty()) {
                continue;
            }
            ObjectNode condition = conditions.addObject().put("field", field);
            String test = typed.get(row + ".test");
            switch (test) {
                case "answered" -> condition.put("answered", true);
                case "unanswered" -> condition.put("answered", false);
                case "atLeast", "atMost" -> typed.number(condition, test, row + ".value");
                default -> {
                    ArrayNode values = condition.putArray(test.equals("notIn") ? "notIn" : "in");
                    typed.all(row + ".value").stream()
                            .flatMap(value -> List.of(value.split(";", -1)).stream())
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .forEach(values::add);
                }
            }
        }
        return conditions;
    }

    /// A condition in words: "Xin giấy cho: Cho tôi".
    static String words(JsonNode condition, Leaves leaves, Texts texts) {
        Leaf leaf = leaves.find(condition.path("field").asString(""));
        String test = test(condition);
        List<String> values = values(condition, test).stream()
                .map(value -> leaf.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Option::label)
                        .findFirst()
                        .orElse(value))
                .toList();
        return texts.get("authoring.when." + test, leaf.label(), String.join(texts.get("authoring.or"), values));
    }

    private static Row row(String name, int number, JsonNode condition, Leaves leaves, Texts texts) {
        String field = condition.path("field").asString("");
        Leaf leaf = leaves.find(field);
        var inputs = new ArrayList<Input>();
        inputs.add(Input.select(
                name + ".field", texts.get("authoring.condition.field"), null, leaves.options(field, _ -> true)));
        if (!field.isEmpty()) {
            String test = test(condition);
            List<String> values = values(condition, test);
            List<String> tests = leaf.number() ? NUMBER_TESTS : LIST_TESTS;
            inputs.add(Input.select(
                    name + ".test",
                    texts.get("authoring.condition.test"),
                    null,
                    tests.stream()
                            .map(each -> Option.of(each, texts.get("authoring.test." + each), each.equals(test)))
                            .toList()));
            if (leaf.choices().isEmpty()) {
                inputs.add(Input.line(
                        name + ".value",
                        texts.get("authoring.condition.value"),
                        texts.get("authoring.condition.value.hint"),
                        String.join("; ", values)));
            } else {
                var options = new ArrayList<Option>();
                leaf.choices()
                        .forEach(choice -> options.add(
                                Option.of(choice.value(), choice.label(), values.contains(choice.value()))));
                values.stream()
                        .filter(value -> leaf.choices().stream()
                                .noneMatch(choice -> choice.value().equals(value)))
                        .forEach(value -> options.add(Option.of(value, value, true)));
                inputs.add(Input.checks(name + ".value", texts.get("authoring.condition.values"), null, options));
            }
        }
        return new Row(texts.get("authoring.condition", number), inputs);
    }

    private static String test(JsonNode condition) {
        if (condition.has("answered")) {
            return condition.path("answered").asBoolean(true) ? "answered" : "unanswered";
        }
        for (String test : List.of("notIn", "atLeast", "atMost")) {
            if (condition.has(test)) {
                return test;
            }
        }
        return "in";
    }

    private static List<String> values(JsonNode condition, String test) {
        JsonNode values = condition.path(test);
        return values.isArray()
                ? values.valueStream().map(Inputs::value).toList()
                : values.isMissingNode() ? List.of() : List.of(Inputs.value(values));
    }
}
