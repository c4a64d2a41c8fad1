package org.phigiay.authoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.authoring.web.FormPreviewPages.Stop;
import org.phigiay.authoring.web.FormPreviewPages.Walk;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Condition;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The ways through a form: which answers decide about them, and where given ones lead. The other answers are those of
/// the form's example.
final class Branches {

    private static final String CHOSEN = "c.";
    private static final int MOST = 40;

    private final FormDraft draft;
    private final FormDefinition form;
    private final Map<String, String> chosen;
    private final Texts texts;
    private final Leaves leaves;

    /// @param chosen values of deciding answers by path
    Branches(FormDraft draft, FormDefinition form, Map<String, String> chosen, Texts texts) {
        this.draft = draft;
        this.form = form;
        this.chosen = chosen;
        this.texts = texts;
        this.leaves = Leaves.of(draft.form(), texts);
    }

    /// What an address says was chosen.
    static Map<String, String> chosen(HttpServletRequest request) {
        var chosen = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(CHOSEN) && chosen.size() < MOST && values.length > 0 && values[0].length() <= 100) {
                chosen.put(name.substring(CHOSEN.length()), FormTree.text(values[0]));
            }
        });
        return chosen;
    }

    Walk walk() {
        ObjectNode answers = answers();
        List<FormPage> route = form.route(answers);
        Set<String> there = route.stream().map(FormPage::baseId).collect(Collectors.toSet());
        return new Walk(
                draft.code().value(),
                Leaves.text(
                        draft.form().path("title"),
                        texts.language().code(),
                        draft.code().value()),
                Ways.form(draft.code()),
                deciding().stream().map(this::select).toList(),
                route.stream().map(this::stop).toList(),
                form.pages().stream()
                        .filter(page -> !there.contains(page.id()))
                        .map(this::stop)
                        .toList());
    }

    /// The answers a page builds on; its own and later ones are not there yet.
    ObjectNode answersBefore(FormPage page) {
        ObjectNode answers = answers();
        boolean later = false;
        for (FormPage each : form.pages()) {
            later |= each.id().equals(page.baseId());
            if (later && each.each() == null) {
                each.fields().forEach(field -> Answers.remove(answers, field.id()));
            }
        }
        return answers;
    }

    /// These answers with what was typed on a page.
    ObjectNode answersWith(ObjectNode typed, FormPage page) {
        ObjectNode answers = answers();
        page.fields().forEach(field -> {
            Answers.remove(answers, field.id());
            if (Answers.has(typed, field.id())) {
                Answers.set(answers, field.id(), Answers.at(typed, field.id()));
            }
        });
        return answers;
    }

    /// The ways after a page was answered.
    Branches with(ObjectNode answers, FormPage page) {
        var more = new LinkedHashMap<>(chosen);
        for (String path : deciding()) {
            if (page.has(path)) {
                JsonNode answer = Answers.at(answers, path);
                JsonNode one = answer.isArray() && !answer.isEmpty() ? answer.get(0) : answer;
                if (one.isValueNode()) {
                    more.put(path, one.asString(""));
                } else {
                    more.remove(path);
                }
            }
        }
        return new Branches(draft, form, more, texts);
    }

    /// The choices as the end of an address.
    String query(String width) {
        var parts = new ArrayList<String>();
        if (!width.isEmpty()) {
            parts.add("rong=" + encoded(width));
        }
        chosen.forEach((path, value) -> parts.add(encoded(CHOSEN + path) + "=" + encoded(value)));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private ObjectNode answers() {
        ObjectNode answers = form.example() instanceof ObjectNode example
                ? example.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        chosen.forEach((path, value) -> {
            String type = leaves.find(path).type();
            JsonNode answer = switch (type) {
                case "" -> null;
                case "yesNo", "declaration" -> tools.jackson.databind.node.BooleanNode.valueOf(value.equals("true"));
                case "choices" -> JsonNodeFactory.instance.arrayNode().add(value);
                case "number", "money" ->
                    value.matches("\\d{1,15}") ? JsonNodeFactory.instance.numberNode(Long.parseLong(value)) : null;
                default -> tools.jackson.databind.node.StringNode.valueOf(value);
            };
            boolean plain = form.fields().anyMatch(field -> field.id().equals(path));
            if (plain && value.isEmpty()) {
                Answers.remove(answers, path);
            } else if (plain && answer != null) {
                Answers.set(answers, path, answer);
            }
        });
        return answers;
    }

    /// The answers some page depends on, in the order of asking.
    private Set<String> deciding() {
        Set<String> named = form.pages().stream()
                .flatMap(page -> page.showIf().stream())
                .map(Condition::field)
                .collect(Collectors.toSet());
        return form.fields()
                .map(field -> field.id())
                .filter(named::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Input select(String path) {
        Leaves.Leaf leaf = leaves.find(path);
        JsonNode answer = Answers.at(answers(), path);
        JsonNode one = answer.isArray() && !answer.isEmpty() ? answer.get(0) : answer;
        String now = one.isValueNode() ? one.asString("") : "";
        if (leaf.choices().isEmpty()) {
            return Input.line(CHOSEN + path, leaf.label(), null, now);
        }
        List<Option> options = leaf.choices().stream()
                .map(option ->
                        Option.of(option.value(), option.label(), option.value().equals(now)))
                .toList();
        return Input.select(CHOSEN + path, leaf.label(), null, options);
    }

    private Stop stop(FormPage page) {
        var when = new ArrayList<String>();
        ObjectNode node = FormTree.at(draft.content(), Place.page(page.baseId()));
        if (node != null) {
            node.path("showIf").forEach(condition -> when.add(ConditionRows.words(condition, leaves, texts)));
        }
        return new Stop(
                page.title().in(texts.language().code()), Ways.preview(draft.code(), page.id()) + query(""), when);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
