package org.phigiay.forms;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Câu trả lời: the one way to reach answers by their dotted path: `name`, `mother.birthDate`, `members.0.name`. A part
/// made of digits counts the items of a list from 0.
public final class Answers {

    /// A list holds no more items than this, whatever a path says.
    public static final int MOST_ITEMS = 200;

    private Answers() {}

    /// The answer at a path; a missing node where there is none.
    public static JsonNode at(JsonNode answers, String path) {
        JsonNode at = answers;
        for (String part : path.split("\\.", -1)) {
            at = step(at, part);
        }
        return at;
    }

    /// Whether something is answered at a path; JSON null is no answer.
    public static boolean has(JsonNode answers, String path) {
        JsonNode at = at(answers, path);
        return !at.isMissingNode() && !at.isNull();
    }

    /// Puts an answer at a path. Objects and lists on the way are made; a list is filled up to the place with empty
    /// items. What stands in the way and can hold nothing is replaced.
    ///
    /// @throws IllegalArgumentException when the path counts further than a list may grow
    public static void set(ObjectNode answers, String path, JsonNode value) {
        String[] parts = path.split("\\.", -1);
        JsonNode at = answers;
        for (int i = 0; i < parts.length - 1; i++) {
            JsonNode next = step(at, parts[i]);
            boolean list = counts(parts[i + 1]);
            if (!(next instanceof ObjectNode) && !(list && next instanceof ArrayNode)) {
                next = list ? answers.arrayNode() : answers.objectNode();
                put(at, parts[i], next);
            }
            at = next;
        }
        put(at, parts[parts.length - 1], value);
    }

    /// Takes an answer away, and the objects that are empty without it. An item of a list that has become empty stays,
    /// so that the items after it keep their places; an item named itself goes, and those after it move up.
    public static void remove(ObjectNode answers, String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0) {
            answers.remove(path);
            return;
        }
        String above = path.substring(0, dot);
        String last = path.substring(dot + 1);
        switch (at(answers, above)) {
            case ArrayNode list when counts(last) -> list.remove(Integer.parseInt(last));
            case ObjectNode object -> {
                object.remove(last);
                if (object.isEmpty() && !counts(above.substring(above.lastIndexOf('.') + 1))) {
                    remove(answers, above);
                }
            }
            default -> {}
        }
    }

    private static JsonNode step(@Nullable JsonNode at, String part) {
        return switch (at) {
            case ArrayNode list when counts(part) -> list.path(Integer.parseInt(part));
            case ObjectNode object -> object.path(part);
            case null, default -> MissingNode.getInstance();
        };
    }

    private static void put(JsonNode at, String part, JsonNode value) {
        switch (at) {
            case ArrayNode list
            when counts(part) -> {
                int index = Integer.parseInt(part);
                if (index >= MOST_ITEMS) {
                    throw new IllegalArgumentException("A list has no item " + index);
                }
                while (list.size() <= index) {
                    list.addObject();
                }
                list.set(index, value);
            }
            case ObjectNode object -> object.set(part, value);
            default -> throw new IllegalArgumentException("Nothing can be put at " + part);
        }
    }

    private static boolean counts(String part) {
        return !part.isEmpty() && part.length() <= 6 && part.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }
}
