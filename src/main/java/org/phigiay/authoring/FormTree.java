package org.phigiay.authoring;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.VietnameseText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A form in the making as a tree of JSON: finding, changing and cleaning its parts. Works on half-written forms, which
/// cannot be definitions yet.
public final class FormTree {

    /// What is edited as parts of their own, and what nobody edits.
    private static final Set<String> APART = Set.of("pages", "rules", "result", "example", "ref", "procedure", "offer");

    private static final int LARGEST = 600_000;
    private static final int MOST_PAGES = 120;

    private FormTree() {}

    /// What stands at a place; null when nothing does.
    public static @Nullable ObjectNode at(ObjectNode content, Place place) {
        JsonNode node = walk(content, place.steps());
        return node instanceof ObjectNode object ? object : null;
    }

    /// The parts of a place that are edited there: a page without its fields, a form without its pages.
    public static ObjectNode own(ObjectNode node, Place place) {
        ObjectNode own = node.deepCopy();
        if (place.steps().isEmpty()) {
            own.remove(APART);
        } else if (!place.page().isEmpty()) {
            own.remove("fields");
        }
        return own;
    }

    /// The tree after a change.
    ///
    /// @return null when the place is not there any more
    static @Nullable ObjectNode changed(ObjectNode content, Change change) {
        ObjectNode copy = content.deepCopy();
        boolean done = switch (change) {
            case Change.Put put -> put(copy, put.place(), put.node());
            case Change.Add add -> add(copy, add);
            case Change.Move move -> move(copy, move.place(), move.by());
            case Change.Remove remove -> remove(copy, remove.place());
        };
        return done ? copy : null;
    }

    /// Every page with its place.
    public static void pages(ObjectNode form, BiConsumer<Place, ObjectNode> each) {
        for (JsonNode page : form.path("pages")) {
            if (page instanceof ObjectNode object) {
                each.accept(Place.page(id(page)), object);
            }
        }
    }

    /// Every field with its place, in the order of asking; those of a repeated question after it.
    public static void fields(ObjectNode form, BiConsumer<Place, ObjectNode> each) {
        pages(form, (place, page) -> fields(place, page, each));
    }

    static void fields(Place holder, ObjectNode node, BiConsumer<Place, ObjectNode> each) {
        for (JsonNode field : node.path("fields")) {
            if (field instanceof ObjectNode object) {
                Place place = holder.to("fields").to(id(field));
                each.accept(place, object);
                fields(place, object, each);
            }
        }
    }

    public static String id(JsonNode node) {
        return node.path("id").asString("");
    }

    /// An id that no entry of the list bears: the wish, or the wish with a number.
    public static String freeId(Set<String> taken, String wish) {
        String id = wish;
        for (int i = 2; taken.contains(id); i++) {
            id = wish + i;
        }
        return id;
    }

    /// All ids of fields, and those of pages.
    public static Set<String> ids(ObjectNode form, boolean ofPages) {
        var ids = new HashSet<String>();
        if (ofPages) {
            pages(form, (_, page) -> ids.add(id(page)));
        } else {
            fields(form, (_, field) -> ids.add(id(field)));
        }
        return ids;
    }

    /// The change with its texts cleaned.
    static Change cleaned(Change change) {
        return switch (change) {
            case Change.Put put -> new Change.Put(put.place(), (ObjectNode) cleaned(put.node()));
            case Change.Add add -> new Change.Add(add.place(), (ObjectNode) cleaned(add.node()), add.after());
            case Change.Move move -> move;
            case Change.Remove remove -> remove;
        };
    }

    /// @throws Invalid when there is more than a form can have
    static void bounded(ObjectNode content) {
        if (content.toString().length() > LARGEST
                || content.path("form").path("pages").size() > MOST_PAGES) {
            throw Invalid.of("", "authoring.too-large", MOST_PAGES);
        }
    }

    /// The tree with composed letters and without characters that no text has.
    static JsonNode cleaned(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode clean = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> each : object.properties()) {
                    clean.set(text(each.getKey()), cleaned(each.getValue()));
                }
                yield clean;
            }
            case ArrayNode array -> {
                ArrayNode clean = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> clean.add(cleaned(each)));
                yield clean;
            }
            case StringNode string -> StringNode.valueOf(text(string.asString()));
            default -> node;
        };
    }

    /// A text with composed letters, one kind of line end, no control characters and no halves of characters.
    public static String text(String typed) {
        String lines = VietnameseText.nfc(typed).replace("\r\n", "\n").replace('\r', '\n');
        var clean = new StringBuilder(lines.length());
        lines.codePoints()
                .filter(point -> point == '\n' || !Character.isISOControl(point))
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static @Nullable JsonNode walk(ObjectNode content, List<String> steps) {
        boolean offer = !steps.isEmpty() && steps.getFirst().equals("offer");
        JsonNode node = offer ? content : content.path("form");
        for (String step : steps) {
            node = switch (node) {
                case ObjectNode object -> object.get(step);
                case ArrayNode array -> index(array, step) < 0 ? null : array.get(index(array, step));
                case null, default -> null;
            };
        }
        return node;
    }

    private static int index(ArrayNode array, String step) {
        for (int i = 0; i < array.size(); i++) {
            if (id(array.get(i)).equals(step)) {
                return i;
            }
        }
        boolean numbered = step.matches("\\d{1,4}") && array.size() > Integer.parseInt(step);
        return numbered && !array.get(Integer.parseInt(step)).has("id") ? Integer.parseInt(step) : -1;
    }

    private static boolean put(ObjectNode content, Place place, ObjectNode node) {
        ObjectNode there = at(content, place);
        if (there == null) {
            if (!place.equals(Place.OFFER) && !place.equals(Place.RESULT)) {
                return false;
            }
            ObjectNode parent = place.equals(Place.OFFER) ? content : (ObjectNode) content.get("form");
            parent.set(place.last(), node.deepCopy());
            return true;
        }
        Set<String> mine = new HashSet<>();
        own(there, place).propertyNames().forEach(mine::add);
        there.remove(mine);
        own(node, place).properties().forEach(each -> there.set(each.getKey(), each.getValue()));
        return true;
    }

    private static boolean add(ObjectNode content, Change.Add add) {
        ObjectNode holder = at(content, add.place().list());
        if (holder == null) {
            return false;
        }
        String name = add.place().last();
        ArrayNode list = holder.get(name) instanceof ArrayNode array ? array : holder.putArray(name);
        int after = add.after().isEmpty() ? -1 : index(list, add.after());
        list.insert(after < 0 ? list.size() : after + 1, add.node().deepCopy());
        return true;
    }

    private static boolean move(ObjectNode content, Place place, int by) {
        if (!(walk(content, place.list().steps()) instanceof ArrayNode list) || index(list, place.last()) < 0) {
            return false;
        }
        int from = index(list, place.last());
        int to = Math.clamp((long) from + by, 0, list.size() - 1);
        JsonNode moved = list.remove(from);
        list.insert(to, moved);
        return true;
    }

    private static boolean remove(ObjectNode content, Place place) {
        if (!(walk(content, place.list().steps()) instanceof ArrayNode list) || index(list, place.last()) < 0) {
            return false;
        }
        Iterator<JsonNode> all = list.iterator();
        for (int i = index(list, place.last()); i >= 0; i--) {
            all.next();
        }
        all.remove();
        return true;
    }
}
