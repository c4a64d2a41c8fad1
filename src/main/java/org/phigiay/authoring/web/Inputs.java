package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.guidance.Score;
import org.phigiay.guidance.web.FoundViews;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;

/// Makes the inputs of one place, each text with what could be plainer in it.
///
/// @param node what stands there, or was typed
record Inputs(Place place, JsonNode node, Score score, Texts texts) {

    /// Vietnamese and English side by side.
    ///
    /// @param part name in the node, `title`, or a way down, `why.text`
    /// @param name of the inputs
    /// @param text name of the passage in the score
    Row both(@Nullable String legend, String part, String name, String text, Shape shape) {
        JsonNode both = down(node, part);
        String label = texts.get("authoring.input." + name.replaceAll("^.*\\.(?=[a-zA-Z]+$)", ""));
        return both(legend, both, label, name, text, shape);
    }

    Row both(@Nullable String legend, JsonNode both, String label, String name, String text, Shape shape) {
        String where = String.join("/", place.steps()) + "|" + text;
        return new Row(
                legend,
                List.of(
                        new Input(
                                name + ".vi",
                                label,
                                null,
                                shape,
                                both.path("vi").asString(""),
                                List.of(),
                                "vi",
                                new FoundViews(texts).at(score, where)),
                        new Input(
                                name + ".en",
                                texts.get("authoring.english", label),
                                null,
                                shape,
                                both.path("en").asString(""),
                                List.of(),
                                "en",
                                List.of())));
    }

    Input line(String part, String name) {
        return Input.line(name, texts.get("authoring.input." + name), hint(name), value(down(node, part)));
    }

    Input select(String part, String name, List<String> values, String words) {
        return Input.select(
                name,
                texts.get("authoring.input." + name),
                hint(name),
                options(values, value(down(node, part)), words, true));
    }

    Input flag(String part, String name) {
        return Input.checks(
                name,
                texts.get("authoring.input." + name),
                null,
                List.of(Option.of(
                        "true",
                        texts.get("authoring.flag." + name),
                        down(node, part).asBoolean(false))));
    }

    /// Options of a select.
    ///
    /// @param words key before the name of a value
    List<Option> options(List<String> values, String chosen, String words, boolean empty) {
        var options = new ArrayList<Option>();
        if (empty) {
            options.add(Option.of("", texts.get("authoring.none"), chosen.isEmpty()));
        }
        for (String value : values) {
            options.add(Option.of(value, texts.or(words + value, value), value.equals(chosen)));
        }
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            options.add(Option.of(chosen, chosen, true));
        }
        return options;
    }

    static String value(JsonNode node) {
        return node.isContainer() || node.isNull() || node.isMissingNode() ? "" : node.asString("");
    }

    static JsonNode down(JsonNode node, String way) {
        JsonNode at = node;
        for (String step : way.split("\\.", -1)) {
            at = at.path(step);
        }
        return at;
    }

    private @Nullable String hint(String name) {
        String key = "authoring.input." + name + ".hint";
        return texts.has(key) ? texts.get(key) : null;
    }

    /// An id that a person's words suggest: letters without marks, the first word small, the others beginning large.
    static String idOf(String words, boolean ofPage) {
        String plain = org.phigiay.shared.VietnameseText.folded(FormTree.text(words))
                .replaceAll("[^a-z0-9 ]+", " ")
                .strip();
        var id = new StringBuilder();
        for (String word : plain.split(" +", -1)) {
            if (id.length() + word.length() > 40) {
                break;
            }
            if (ofPage) {
                id.append(id.isEmpty() ? "" : "-").append(word);
            } else {
                id.append(
                        id.isEmpty() || word.isEmpty()
                                ? word
                                : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
            }
        }
        String found = id.toString();
        return found.isEmpty() || Character.isDigit(found.charAt(0)) ? (ofPage ? "cau-" : "o") + found : found;
    }
}
