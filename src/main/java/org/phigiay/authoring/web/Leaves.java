package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.phigiay.authoring.FormTree;
import org.phigiay.forms.FixedLists;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers of a form that its other parts may speak of: conditions, rules, formulas, lines of the result.
final class Leaves {

    private final List<Leaf> all = new ArrayList<>();
    private final Texts texts;

    private Leaves(Texts texts) {
        this.texts = texts;
    }

    /// @param path how rules and conditions name it
    /// @param page id of the page that asks for it
    /// @param choices values and labels, of a choice or a yes-no
    record Leaf(String path, String label, String type, String page, List<Option> choices) {

        boolean number() {
            return type.equals("number") || type.equals("money") || type.equals("calculated");
        }
    }

    /// All answers of a form, in the order of asking.
    static Leaves of(ObjectNode form, Texts texts) {
        var leaves = new Leaves(texts);
        for (JsonNode page : form.path("pages")) {
            leaves.page(page);
        }
        return leaves;
    }

    /// Those asked before a page, and for a page that is asked for every entry of a list those of the entry.
    static Leaves before(ObjectNode form, String page, Texts texts) {
        var leaves = new Leaves(texts);
        for (JsonNode each : form.path("pages")) {
            if (FormTree.id(each).equals(page)) {
                break;
            }
            leaves.page(each);
        }
        return leaves;
    }

    List<Leaf> all() {
        return all;
    }

    Leaf find(String path) {
        return all.stream()
                .filter(leaf -> leaf.path().equals(path))
                .findFirst()
                .orElse(new Leaf(path, path, "", "", List.of()));
    }

    /// A select of these answers; one that is chosen and not there any more is offered all the same.
    List<Option> options(String chosen, Predicate<Leaf> which) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", texts.get("authoring.none"), chosen.isEmpty()));
        boolean there = chosen.isEmpty();
        for (Leaf leaf : all) {
            if (which.test(leaf) || leaf.path().equals(chosen)) {
                options.add(Option.of(leaf.path(), leaf.label(), leaf.path().equals(chosen)));
                there |= leaf.path().equals(chosen);
            }
        }
        if (!there) {
            options.add(Option.of(chosen, texts.get("authoring.gone-field", chosen), true));
        }
        return options;
    }

    /// A page asked for every entry of a list names its fields as the entry's.
    private void page(JsonNode page) {
        String each = page.path("each").asString("");
        fields(each.isEmpty() ? "" : each + ".", FormTree.id(page), page);
    }

    private void fields(String before, String page, JsonNode holder) {
        String language = texts.language().code();
        for (JsonNode field : holder.path("fields")) {
            String type = field.path("type").asString("");
            String id = before + FormTree.id(field);
            String label = text(field.path("label"), language, id);
            switch (type) {
                case "person" -> {
                    for (JsonNode part : field.path("parts")) {
                        String name = part.asString("").replace("?", "");
                        all.add(new Leaf(
                                id + "." + name,
                                texts.or("authoring.part." + name, name) + " · " + label,
                                partType(name),
                                page,
                                fixed(partList(name), language)));
                    }
                }
                case "list" -> fields(id + ".", page, field);
                case "file" -> {}
                default -> all.add(new Leaf(id, label, type, page, choices(field, type, language)));
            }
        }
    }

    private List<Option> choices(JsonNode field, String type, String language) {
        if (type.equals("declaration")) {
            return List.of(Option.of("true", texts.get("forms.question.yes"), false));
        }
        if (type.equals("yesNo")) {
            return List.of(
                    Option.of("true", texts.get("forms.question.yes"), false),
                    Option.of("false", texts.get("forms.question.no"), false));
        }
        if (!field.path("list").asString("").isEmpty()) {
            return fixed(field.path("list").asString(""), language);
        }
        var options = new ArrayList<Option>();
        for (JsonNode choice : field.path("choices")) {
            String value = choice.path("value").asString("");
            options.add(Option.of(value, text(choice.path("label"), language, value), false));
        }
        return options;
    }

    /// The choices of a list that many forms share.
    private static List<Option> fixed(String list, String language) {
        if (list.isEmpty()) {
            return List.of();
        }
        try {
            return FixedLists.of(list).stream()
                    .map(choice -> Option.of(choice.value(), choice.label().in(language), false))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            return List.of();
        }
    }

    private static String partList(String part) {
        return switch (part) {
            case "sex" -> "sexes";
            case "ethnicity" -> "ethnicities";
            case "nationality" -> "nationalities";
            default -> "";
        };
    }

    private static String partType(String part) {
        return switch (part) {
            case "birthDate" -> "date";
            case "sex", "ethnicity", "nationality" -> "choice";
            case "name" -> "text";
            default -> part;
        };
    }

    static String text(JsonNode both, String language, String otherwise) {
        String text = both.path(language).asString("");
        String said = text.isBlank() ? both.path("vi").asString("") : text;
        return said.isBlank() ? otherwise : said;
    }
}
