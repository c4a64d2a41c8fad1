package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.authoring.web.Leaves.Leaf;
import org.phigiay.authoring.web.SheetView.Group;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A rule over several answers.
final class RuleSheet {

    static final List<String> RULES = List.of("notTogether", "notEarlier", "ageAtLeast", "personalNumberAgrees");

    private RuleSheet() {}

    static SheetView of(Inputs inputs, ObjectNode form) {
        Texts texts = inputs.texts();
        JsonNode rule = inputs.node();
        Leaves leaves = Leaves.of(form, texts);
        String kind = rule.path("rule").asString("");
        var rows = new ArrayList<Row>();
        switch (kind) {
            case "notTogether" -> {
                rows.addAll(ConditionRows.rows("when", rule.path("when"), leaves, 1, texts));
                rows.add(inputs.both(null, "message", "message", "message", Shape.AREA));
            }
            case "notEarlier" ->
                rows.add(new Row(
                        null,
                        List.of(
                                answer("field", rule, leaves, "date", texts),
                                answer("than", rule, leaves, "date", texts))));
            case "ageAtLeast" ->
                rows.add(new Row(
                        null,
                        List.of(answer("birthDate", rule, leaves, "date", texts), inputs.line("years", "years"))));
            case "personalNumberAgrees" -> {
                rows.add(new Row(
                        null,
                        List.of(
                                answer("number", rule, leaves, "personalNumber", texts),
                                answer("birthDate", rule, leaves, "date", texts))));
                rows.add(new Row(
                        null,
                        List.of(
                                answer("sex", rule, leaves, "choice", texts),
                                inputs.select("fixedSex", "fixedSex", List.of("female", "male"), "authoring.sex."))));
            }
            default -> {}
        }
        return new SheetView(List.of(new Group(
                "quy-tac",
                texts.or("authoring.rule." + kind, kind),
                texts.or("authoring.rule." + kind + ".hint", ""),
                rows)));
    }

    static void read(Typed typed, ObjectNode rule) {
        switch (rule.path("rule").asString("")) {
            case "notTogether" -> {
                rule.set("when", ConditionRows.read(typed, "when"));
                typed.both(rule, "message", "message", true);
            }
            case "notEarlier" -> {
                rule.put("field", typed.get("field"));
                rule.put("than", typed.get("than"));
            }
            case "ageAtLeast" -> {
                rule.put("birthDate", typed.get("birthDate"));
                typed.number(rule, "years", "years");
            }
            case "personalNumberAgrees" -> {
                rule.put("number", typed.get("number"));
                typed.text(rule, "birthDate", "birthDate");
                typed.text(rule, "sex", "sex");
                typed.text(rule, "fixedSex", "fixedSex");
            }
            default -> {}
        }
    }

    static ObjectNode fresh(String kind) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode().put("rule", kind);
        if (kind.equals("notTogether")) {
            rule.putArray("when");
            rule.putObject("message").put("vi", "").put("en", "");
        }
        return rule;
    }

    /// A rule in a line of the outline.
    static String words(JsonNode rule, Leaves leaves, Texts texts) {
        String kind = rule.path("rule").asString("");
        return switch (kind) {
            case "notTogether" ->
                texts.get(
                        "authoring.rule.notTogether.words",
                        String.join(
                                "; ",
                                rule.path("when")
                                        .valueStream()
                                        .map(each -> ConditionRows.words(each, leaves, texts))
                                        .toList()));
            case "notEarlier" ->
                texts.get("authoring.rule.notEarlier.words", label(rule, "field", leaves), label(rule, "than", leaves));
            case "ageAtLeast" ->
                texts.get(
                        "authoring.rule.ageAtLeast.words",
                        label(rule, "birthDate", leaves),
                        Inputs.value(rule.path("years")));
            case "personalNumberAgrees" ->
                texts.get("authoring.rule.personalNumberAgrees.words", label(rule, "number", leaves));
            default -> kind;
        };
    }

    private static String label(JsonNode rule, String part, Leaves leaves) {
        return leaves.find(rule.path(part).asString("")).label();
    }

    private static Input answer(String part, JsonNode rule, Leaves leaves, String type, Texts texts) {
        return Input.select(
                part,
                texts.get("authoring.input.rule." + part),
                null,
                leaves.options(
                        rule.path(part).asString(""), (Leaf leaf) -> leaf.type().equals(type)));
    }
}
