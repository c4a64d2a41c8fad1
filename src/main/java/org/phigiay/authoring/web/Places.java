package org.phigiay.authoring.web;

import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.ui.Texts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What places are called.
final class Places {

    private Places() {}

    /// "Câu hỏi “…”, ô “…”".
    static String name(ObjectNode form, Place place, Texts texts) {
        String language = texts.language().code();
        if (place.page().isEmpty()) {
            return switch (place.steps().isEmpty() ? "" : place.steps().getFirst()) {
                case "result" -> texts.get("authoring.place.result");
                case "offer" -> texts.get("authoring.place.offer");
                case "pages" -> texts.get("authoring.place.pages");
                case "rules" -> texts.get("authoring.place.rule", rule(place));
                default -> texts.get("authoring.place.form");
            };
        }
        String page = texts.get("authoring.place.page", label(form, Place.page(place.page()), "title", language));
        return place.field().isEmpty()
                ? page
                : page + ", " + texts.get("authoring.place.field", label(form, place, "label", language));
    }

    private static String rule(Place place) {
        String number = place.last();
        return number.matches("\\d{1,3}") ? String.valueOf(Integer.parseInt(number) + 1) : "";
    }

    private static String label(ObjectNode form, Place place, String part, String language) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("form", form);
        @Nullable ObjectNode node = FormTree.at(content, place);
        return node == null ? place.last() : Leaves.text(node.path(part), language, place.last());
    }
}
