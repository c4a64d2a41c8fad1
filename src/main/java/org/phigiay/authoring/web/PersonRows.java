package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked about a person: each part not at all, always, or if there is one.
final class PersonRows {

    static final List<String> PARTS = List.of(
            "name", "personalNumber", "birthDate", "sex", "ethnicity", "nationality", "address", "phone", "email");

    private PersonRows() {}

    static List<Row> rows(Inputs inputs) {
        Texts texts = inputs.texts();
        var all = new ArrayList<Input>();
        for (String part : PARTS) {
            String asked = asked(inputs.node(), part);
            all.add(Input.select(
                    "part." + part,
                    texts.get("authoring.part." + part),
                    null,
                    List.of("no", "yes", "optional").stream()
                            .map(each -> Option.of(each, texts.get("authoring.asked." + each), each.equals(asked)))
                            .toList()));
        }
        return List.of(
                new Row(texts.get("authoring.parts"), all),
                new Row(
                        null,
                        List.of(
                                inputs.select("fixedSex", "fixedSex", List.of("female", "male"), "authoring.sex."),
                                Input.checks(
                                        "self",
                                        texts.get("authoring.input.self"),
                                        null,
                                        List.of(Option.of(
                                                "true",
                                                texts.get("authoring.flag.self"),
                                                inputs.node().has("self")))))));
    }

    static void read(Typed typed, ObjectNode field) {
        if (typed.has("part.name")) {
            ArrayNode parts = field.putArray("parts");
            for (String part : PARTS) {
                switch (typed.get("part." + part)) {
                    case "yes" -> parts.add(part);
                    case "optional" -> parts.add(part + "?");
                    default -> {}
                }
            }
        }
        typed.text(field, "fixedSex", "fixedSex");
        if (!typed.flag("self")) {
            field.remove("self");
        } else if (!field.has("self")) {
            field.putArray("self");
        }
    }

    private static String asked(JsonNode field, String part) {
        for (JsonNode each : field.path("parts")) {
            if (each.asString("").equals(part)) {
                return "yes";
            }
            if (each.asString("").equals(part + "?")) {
                return "optional";
            }
        }
        return "no";
    }
}
