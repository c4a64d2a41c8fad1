package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Difference.Part;
import org.phigiay.catalogue.Differences;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What differs in two forms, in words: questions, fields, and every text and setting of them.
public final class FormDifferences {

    private static final int SHORT = 90;

    private final List<Difference> all = new ArrayList<>();
    private final Texts texts;

    private FormDifferences(Texts texts) {
        this.texts = texts;
    }

    /// The differences of two forms.
    public static List<Difference> between(ObjectNode before, ObjectNode after, Texts texts) {
        var differences = new FormDifferences(texts);
        differences.forms(before, after);
        return differences.all;
    }

    /// The differences of one place of a form.
    public static List<Difference> between(Place place, ObjectNode before, ObjectNode after, Texts texts) {
        var differences = new FormDifferences(texts);
        differences.parts("", FormTree.own(before, place), FormTree.own(after, place));
        return differences.all;
    }

    private void forms(ObjectNode before, ObjectNode after) {
        parts(texts.get("authoring.diff.form"), FormTree.own(before, Place.FORM), FormTree.own(after, Place.FORM));
        Map<String, ObjectNode> old = pages(before);
        Map<String, ObjectNode> fresh = pages(after);
        old.forEach((id, page) -> {
            if (!fresh.containsKey(id)) {
                say("authoring.diff.page-removed", title(page));
            }
        });
        fresh.forEach((id, page) -> {
            ObjectNode then = old.get(id);
            if (then == null) {
                say("authoring.diff.page-added", title(page));
            } else {
                page(id, then, page);
            }
        });
        var stayedOld = new ArrayList<>(old.keySet());
        stayedOld.retainAll(fresh.keySet());
        var stayedFresh = new ArrayList<>(fresh.keySet());
        stayedFresh.retainAll(old.keySet());
        if (!stayedOld.equals(stayedFresh)) {
            say("authoring.diff.order");
        }
        if (!before.path("rules").equals(after.path("rules"))) {
            say(
                    "authoring.diff.rules",
                    before.path("rules").size(),
                    after.path("rules").size());
        }
        if (before.get("result") instanceof ObjectNode then && after.get("result") instanceof ObjectNode now) {
            parts(texts.get("authoring.diff.result"), then, now);
        }
    }

    private void page(String id, ObjectNode before, ObjectNode after) {
        Place place = Place.page(id);
        String name = texts.get("authoring.diff.page", title(after));
        parts(name, FormTree.own(before, place), FormTree.own(after, place));
        Map<String, ObjectNode> old = fields(place, before);
        Map<String, ObjectNode> fresh = fields(place, after);
        old.forEach((path, field) -> {
            if (!fresh.containsKey(path)) {
                say("authoring.diff.field-removed", name, label(field));
            }
        });
        fresh.forEach((path, field) -> {
            ObjectNode then = old.get(path);
            if (then == null) {
                say("authoring.diff.field-added", name, label(field));
            } else {
                parts(
                        name + ", " + texts.get("authoring.diff.field", label(field)),
                        FormTree.own(then, Place.field(id, path)),
                        FormTree.own(field, Place.field(id, path)));
            }
        });
        if (old.keySet().equals(fresh.keySet()) && !List.copyOf(old.keySet()).equals(List.copyOf(fresh.keySet()))) {
            say("authoring.diff.field-order", name);
        }
    }

    /// @param name of the place, empty when it is plain
    private void parts(String name, ObjectNode before, ObjectNode after) {
        Map<String, String> old = flat(before);
        Map<String, String> fresh = flat(after);
        var keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        for (String key : keys) {
            String then = old.getOrDefault(key, "");
            String now = fresh.getOrDefault(key, "");
            if (Objects.equals(then, now)) {
                continue;
            }
            String part = part(key);
            String where = name.isEmpty() ? part : name + ", " + part;
            if (then.isEmpty()) {
                say("authoring.diff.added", where, now);
            } else if (now.isEmpty()) {
                say("authoring.diff.removed", where, then);
            } else if (then.length() > SHORT || now.length() > SHORT) {
                all.add(new Difference(
                        Part.GUIDANCE, texts.get("authoring.diff.rewritten", where), Differences.words(then, now)));
            } else {
                say("authoring.diff.changed", where, then, now);
            }
        }
    }

    /// Every text and setting by its way, `choices.self.label.vi`.
    private static Map<String, String> flat(ObjectNode node) {
        var flat = new LinkedHashMap<String, String>();
        node.properties().forEach(each -> flatten(each.getKey(), each.getValue(), flat));
        // Names that only the program reads say nothing to a person.
        flat.keySet().removeIf(way -> way.endsWith(".id"));
        return flat;
    }

    private static void flatten(String way, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties().forEach(each -> flatten(way + "." + each.getKey(), each.getValue(), flat));
        } else if (node.isArray()) {
            boolean plain = node.valueStream().noneMatch(JsonNode::isContainer);
            if (plain) {
                flat.put(
                        way,
                        String.join(
                                ", ",
                                node.valueStream()
                                        .map(each -> each.asString(""))
                                        .toList()));
                return;
            }
            int number = 1;
            for (JsonNode each : node) {
                String id = each.path("value").asString(each.path("id").asString(""));
                flatten(way + "." + (id.isEmpty() ? number : id), each, flat);
                number++;
            }
        } else {
            flat.put(way, node.asString(""));
        }
    }

    /// What a way is called: its first and last named steps.
    private String part(String way) {
        String[] steps = way.split("\\.", -1);
        String first = texts.or("authoring.way." + steps[0], steps[0]);
        String last = steps[steps.length - 1];
        boolean english = last.equals("en");
        StringBuilder said = new StringBuilder(first);
        for (int i = 1; i < steps.length; i++) {
            if (!steps[i].equals("vi") && !steps[i].equals("en") && !steps[i].equals("text")) {
                said.append(' ').append(texts.or("authoring.way." + steps[i], steps[i]));
            }
        }
        return english ? texts.get("authoring.english", said) : said.toString();
    }

    private static Map<String, ObjectNode> pages(ObjectNode form) {
        var pages = new LinkedHashMap<String, ObjectNode>();
        FormTree.pages(form, (place, page) -> pages.put(place.page(), page));
        return pages;
    }

    private static Map<String, ObjectNode> fields(Place place, ObjectNode page) {
        var fields = new LinkedHashMap<String, ObjectNode>();
        FormTree.fields(place, page, (at, field) -> fields.put(at.field(), field));
        return fields;
    }

    private String title(ObjectNode page) {
        return page.path("title").path("vi").asString(FormTree.id(page));
    }

    private String label(ObjectNode field) {
        return field.path("label").path("vi").asString(FormTree.id(field));
    }

    private void say(String key, Object... args) {
        all.add(new Difference(Part.GUIDANCE, texts.get(key, args), List.of()));
    }
}
