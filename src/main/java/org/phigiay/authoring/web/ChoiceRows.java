package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The choices a field offers, one row each. A row without words falls away; its value stays when its words change, so
/// that conditions and answers go on to mean the same.
final class ChoiceRows {

    private static final List<String> LISTS = List.of("ethnicities", "sexes", "nationalities");

    private ChoiceRows() {}

    static List<Row> rows(Inputs inputs, int spare) {
        Texts texts = inputs.texts();
        var rows = new ArrayList<Row>();
        rows.add(new Row(null, List.of(inputs.select("list", "list", LISTS, "authoring.list."))));
        if (!inputs.node().path("list").asString("").isEmpty()) {
            return rows;
        }
        int number = 0;
        for (JsonNode choice : inputs.node().path("choices")) {
            add(rows, inputs, choice, number++, texts);
        }
        for (int i = 0; i < spare; i++) {
            add(rows, inputs, JsonNodeFactory.instance.objectNode(), number++, texts);
        }
        return rows;
    }

    static void read(Typed typed, ObjectNode field) {
        String list = typed.get("list");
        if (LISTS.contains(list)) {
            field.put("list", list);
            field.remove("choices");
            return;
        }
        field.remove("list");
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < Typed.MOST && typed.has("choices." + i + ".label.vi"); i++) {
            String row = "choices." + i;
            String vi = typed.get(row + ".label.vi");
            String en = typed.get(row + ".label.en");
            if (vi.isEmpty() && en.isEmpty()) {
                continue;
            }
            String wish = typed.get(row + ".value");
            String value = FormTree.freeId(taken, wish.isEmpty() ? Inputs.idOf(en.isEmpty() ? vi : en, false) : wish);
            taken.add(value);
            ObjectNode choice = choices.addObject().put("value", value);
            typed.both(choice, "label", row + ".label", true);
            typed.both(choice, "hint", row + ".hint", false);
            typed.both(choice, "result", row + ".result", false);
        }
        field.set("choices", choices);
    }

    private static void add(List<Row> rows, Inputs inputs, JsonNode choice, int number, Texts texts) {
        String row = "choices." + number;
        var all = new ArrayList<Input>();
        all.addAll(inputs.both(
                        null,
                        choice.path("label"),
                        texts.get("authoring.input.choice"),
                        row + ".label",
                        row + ".label",
                        Shape.LINE)
                .inputs());
        all.addAll(inputs.both(
                        null,
                        choice.path("hint"),
                        texts.get("authoring.input.choice-hint"),
                        row + ".hint",
                        row + ".hint",
                        Shape.LINE)
                .inputs());
        all.addAll(inputs.both(
                        null,
                        choice.path("result"),
                        texts.get("authoring.input.choice-result"),
                        row + ".result",
                        row + ".result",
                        Shape.LINE)
                .inputs());
        all.add(Input.line(
                row + ".value",
                texts.get("authoring.input.choice-value"),
                texts.get("authoring.input.choice-value.hint"),
                choice.path("value").asString("")));
        rows.add(new Row(texts.get("authoring.choice", number + 1), all));
    }
}
