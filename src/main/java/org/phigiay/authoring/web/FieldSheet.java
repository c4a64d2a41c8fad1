package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.web.SheetView.Group;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.catalogue.Component;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A field: what it takes, what it is called, what a right and a wrong answer look like.
final class FieldSheet {

    static final List<String> TYPES = List.of(
            "text",
            "longText",
            "choice",
            "choices",
            "yesNo",
            "date",
            "number",
            "money",
            "phone",
            "email",
            "personalNumber",
            "taxCode",
            "address",
            "person",
            "list",
            "file",
            "calculated",
            "declaration");
    /// Types that may stand inside a repeated question.
    static final List<String> INSIDE =
            TYPES.stream().filter(type -> !type.equals("list")).toList();

    private static final Set<String> WITH_EXAMPLE =
            Set.of("text", "longText", "phone", "email", "personalNumber", "taxCode", "address", "money", "number");
    private static final Set<String> WITH_BOUNDS = Set.of("text", "longText", "money", "number", "list");
    private static final Set<String> UNFILLED = Set.of("file", "declaration", "list", "person", "calculated");

    private FieldSheet() {}

    static SheetView of(Inputs inputs, ObjectNode form, List<Component> papers) {
        Texts texts = inputs.texts();
        JsonNode field = inputs.node();
        String type = field.path("type").asString("");
        var groups = new ArrayList<Group>();
        List<Row> words = new ArrayList<>();
        boolean inside = inputs.place().field().contains(".");
        words.add(new Row(null, List.of(inputs.select("type", "type", inside ? INSIDE : TYPES, "authoring.type."))));
        words.add(inputs.both(
                null,
                field.path("label"),
                texts.get("authoring.input.label." + labelOf(type)),
                "label",
                "label",
                Shape.AREA));
        words.add(inputs.both(null, "hint", "hint", "hint", Shape.AREA));
        if (type.equals("list")) {
            words.add(inputs.both(null, "item", "item", "item", Shape.LINE));
        }
        groups.add(new Group("loi", texts.get("authoring.group.field"), null, words));
        groups.add(new Group("cach", texts.get("authoring.group.takes"), null, takes(inputs, type, papers)));
        if (WITH_EXAMPLE.contains(type)) {
            groups.add(new Group(
                    "vi-du",
                    texts.get("authoring.group.example"),
                    texts.get("authoring.group.example.hint"),
                    List.of(
                            new Row(
                                    null,
                                    List.of(
                                            inputs.line("example.right", "right"),
                                            inputs.line("example.wrong", "wrong"))),
                            inputs.both(null, "example.because", "because", "because", Shape.LINE))));
        }
        if (type.equals("choice") || type.equals("choices")) {
            groups.add(new Group(
                    "lua-chon",
                    texts.get("authoring.group.choices"),
                    texts.get("authoring.group.choices.hint"),
                    ChoiceRows.rows(inputs, 2)));
        }
        if (type.equals("calculated")) {
            groups.add(new Group(
                    "cong-thuc",
                    texts.get("authoring.group.formula"),
                    texts.get("authoring.group.formula.hint"),
                    FormulaRows.rows(field.path("formula"), form, FormTree.id(field), texts)));
        }
        if (!UNFILLED.contains(type)) {
            groups.add(new Group(
                    "dien-san",
                    texts.get("authoring.group.prefill"),
                    texts.get("authoring.group.prefill.hint"),
                    PrefillRows.rows(inputs, form)));
        }
        return new SheetView(groups);
    }

    static void read(Typed typed, ObjectNode field) {
        String before = field.path("type").asString("");
        String type = TYPES.contains(typed.get("type")) ? typed.get("type") : before;
        field.put("type", type);
        typed.both(field, "label", "label", true);
        typed.both(field, "hint", "hint", false);
        if (typed.has("item.vi")) {
            typed.both(field, "item", "item", true);
        }
        // What belongs to the kind of answer before is not asked any more when the kind has changed.
        if (!type.equals(before)) {
            forget(field, type);
            return;
        }
        typed.flag(field, "optional", "optional");
        if (WITH_BOUNDS.contains(type)) {
            typed.number(field, "min", "min");
            typed.number(field, "max", "max");
        }
        if (type.equals("date")) {
            typed.flag(field, "notFuture", "notFuture");
        }
        if (type.equals("file")) {
            typed.text(field, "component", "component");
        }
        if (type.equals("calculated")) {
            field.put("unit", typed.get("unit").equals("money") ? "money" : "number");
            field.set("formula", FormulaRows.read(typed));
        }
        if (type.equals("person")) {
            PersonRows.read(typed, field);
        }
        if (WITH_EXAMPLE.contains(type)) {
            example(typed, field);
        }
        if (type.equals("choice") || type.equals("choices")) {
            ChoiceRows.read(typed, field);
        }
        if (!UNFILLED.contains(type)) {
            PrefillRows.read(typed, field);
        }
    }

    /// A new field of that type, with what it cannot be without.
    static ObjectNode fresh(ObjectNode field, String type) {
        field.put("type", type);
        forget(field, type);
        return field;
    }

    private static void forget(ObjectNode field, String type) {
        Set<String> stays = Set.of("id", "type", "label", "hint", "optional", "fields");
        field.propertyNames().stream()
                .filter(name -> !stays.contains(name))
                .toList()
                .forEach(field::remove);
        if (!type.equals("list")) {
            field.remove("fields");
        }
        switch (type) {
            case "list" -> {
                field.putObject("item").put("vi", "").put("en", "");
                field.put("min", 0).put("max", 10);
                field.remove("optional");
                if (!field.has("fields")) {
                    field.putArray("fields");
                }
            }
            case "person" -> {
                field.putArray("parts").add("name").add("personalNumber").add("birthDate");
                field.remove("optional");
            }
            case "calculated" -> {
                field.put("unit", "number").putObject("formula").putArray("sum");
                field.remove("optional");
            }
            case "choice", "choices" -> field.putArray("choices");
            default -> {}
        }
    }

    private static List<Row> takes(Inputs inputs, String type, List<Component> papers) {
        Texts texts = inputs.texts();
        var rows = new ArrayList<Row>();
        if (!Set.of("declaration", "calculated", "person", "list").contains(type)) {
            rows.add(new Row(null, List.of(inputs.flag("optional", "optional"))));
        }
        if (WITH_BOUNDS.contains(type)) {
            boolean length = type.equals("text") || type.equals("longText");
            String kind = length ? "length" : type.equals("list") ? "items" : "value";
            rows.add(new Row(
                    null,
                    List.of(
                            Input.line(
                                    "min",
                                    texts.get("authoring.input.min." + kind),
                                    null,
                                    Inputs.value(inputs.node().path("min"))),
                            Input.line(
                                    "max",
                                    texts.get("authoring.input.max." + kind),
                                    null,
                                    Inputs.value(inputs.node().path("max"))))));
        }
        if (type.equals("date")) {
            rows.add(new Row(null, List.of(inputs.flag("notFuture", "notFuture"))));
        }
        if (type.equals("file")) {
            String chosen = inputs.node().path("component").asString("");
            rows.add(new Row(
                    null,
                    List.of(Input.select(
                            "component",
                            texts.get("authoring.input.component"),
                            texts.get("authoring.input.component.hint"),
                            components(papers, chosen, texts)))));
        }
        if (type.equals("calculated")) {
            rows.add(new Row(
                    null, List.of(inputs.select("unit", "unit", List.of("number", "money"), "authoring.unit."))));
        }
        if (type.equals("person")) {
            rows.addAll(PersonRows.rows(inputs));
        }
        return rows;
    }

    private static List<Option> components(List<Component> papers, String chosen, Texts texts) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", texts.get("authoring.none"), chosen.isEmpty()));
        boolean there = chosen.isEmpty();
        for (Component paper : papers) {
            options.add(Option.of(
                    paper.code(),
                    paper.code() + " · " + paper.title(texts.language().code()),
                    paper.code().equals(chosen)));
            there |= paper.code().equals(chosen);
        }
        if (!there) {
            options.add(Option.of(chosen, texts.get("authoring.gone-paper", chosen), true));
        }
        return options;
    }

    private static void example(Typed typed, ObjectNode field) {
        String right = typed.get("right");
        String wrong = typed.get("wrong");
        boolean because =
                !typed.get("because.vi").isEmpty() || !typed.get("because.en").isEmpty();
        if (right.isEmpty() && wrong.isEmpty() && !because) {
            field.remove("example");
            return;
        }
        ObjectNode example = field.putObject("example").put("right", right);
        typed.text(example, "wrong", "wrong");
        typed.both(example, "because", "because", false);
    }

    private static String labelOf(String type) {
        return switch (type) {
            case "person" -> "person";
            case "declaration" -> "declaration";
            default -> "other";
        };
    }
}
