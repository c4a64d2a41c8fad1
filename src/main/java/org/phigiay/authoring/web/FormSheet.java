package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.web.SheetView.Group;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.calendar.TermUnit;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What holds for a form as a whole: its title, its headings, for whom it may be filed; what its result prints; what is
/// promised.
final class FormSheet {

    private static final List<String> FOR_WHOM = List.of("self", "guardian", "authorised", "organisation");
    private static final int SPARE = 2;

    private FormSheet() {}

    static SheetView of(Inputs inputs) {
        Texts texts = inputs.texts();
        var sections = new ArrayList<Row>();
        int number = 0;
        for (JsonNode section : inputs.node().path("sections")) {
            sections.add(section(inputs, section.path("title"), FormTree.id(section), number++));
        }
        for (int i = 0; i < SPARE; i++) {
            sections.add(section(inputs, JsonNodeFactory.instance.objectNode(), "", number++));
        }
        JsonNode whom = inputs.node().path("forWhom");
        List<String> chosen = whom.isArray()
                ? whom.valueStream().map(Inputs::value).toList()
                : List.of("self", "guardian", "authorised");
        return new SheetView(List.of(
                new Group(
                        "ten",
                        texts.get("authoring.group.form"),
                        null,
                        List.of(
                                inputs.both(null, "title", "title", "title", Shape.LINE),
                                new Row(
                                        null,
                                        List.of(Input.checks(
                                                "forWhom",
                                                texts.get("authoring.input.forWhom"),
                                                null,
                                                FOR_WHOM.stream()
                                                        .map(each -> Option.of(
                                                                each,
                                                                texts.get("authoring.whom." + each),
                                                                chosen.contains(each)))
                                                        .toList()))))),
                new Group(
                        "phan",
                        texts.get("authoring.group.sections"),
                        texts.get("authoring.group.sections.hint"),
                        sections)));
    }

    static void read(Typed typed, ObjectNode form) {
        typed.both(form, "title", "title", true);
        ArrayNode whom = form.putArray("forWhom");
        typed.all("forWhom").stream().filter(FOR_WHOM::contains).forEach(whom::add);
        if (whom.isEmpty()) {
            form.remove("forWhom");
        }
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < Typed.MOST && typed.has("sections." + i + ".title.vi"); i++) {
            String row = "sections." + i;
            String vi = typed.get(row + ".title.vi");
            if (vi.isEmpty() && typed.get(row + ".title.en").isEmpty()) {
                continue;
            }
            String wish = typed.get(row + ".id");
            String id = FormTree.freeId(taken, wish.isEmpty() ? Inputs.idOf(vi, true) : wish);
            taken.add(id);
            typed.both(sections.addObject().put("id", id), "title", row + ".title", true);
        }
        form.set("sections", sections);
    }

    static SheetView result(Inputs inputs, ObjectNode form) {
        Texts texts = inputs.texts();
        Leaves leaves = Leaves.of(form, texts);
        var lines = new ArrayList<Row>();
        int number = 0;
        for (JsonNode line : inputs.node().path("fields")) {
            lines.add(line(inputs, line, leaves, number++));
        }
        for (int i = 0; i < SPARE; i++) {
            lines.add(line(inputs, JsonNodeFactory.instance.objectNode(), leaves, number++));
        }
        return new SheetView(List.of(
                new Group(
                        "giay",
                        texts.get("authoring.group.result"),
                        texts.get("authoring.group.result.hint"),
                        List.of(
                                inputs.both(null, "title", "title", "title", Shape.LINE),
                                new Row(
                                        null,
                                        List.of(
                                                inputs.line("symbol", "symbol"),
                                                inputs.line("code", "code"),
                                                inputs.line("kind", "kind"),
                                                inputs.line("validMonths", "validMonths"))))),
                new Group("dong", texts.get("authoring.group.lines"), texts.get("authoring.group.lines.hint"), lines)));
    }

    static void readResult(Typed typed, ObjectNode result) {
        typed.both(result, "title", "title", true);
        for (String part : List.of("symbol", "code", "kind")) {
            result.put(part, typed.get(part));
        }
        typed.number(result, "validMonths", "validMonths");
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < Typed.MOST && typed.has("lines." + i + ".label.vi"); i++) {
            String row = "lines." + i;
            String vi = typed.get(row + ".label.vi");
            String answer = typed.get(row + ".answer");
            if (vi.isEmpty() && answer.isEmpty()) {
                continue;
            }
            String wish = typed.get(row + ".id");
            String id = FormTree.freeId(
                    taken,
                    wish.isEmpty() ? answer.isEmpty() ? Inputs.idOf(vi, false) : answer.replace('.', '-') : wish);
            taken.add(id);
            ObjectNode line = lines.addObject().put("id", id);
            typed.both(line, "label", row + ".label", true);
            line.put("answer", answer);
        }
        result.set("fields", lines);
    }

    static SheetView offer(Inputs inputs) {
        Texts texts = inputs.texts();
        List<String> units =
                List.of(TermUnit.values()).stream().map(TermUnit::apiName).toList();
        return new SheetView(List.of(new Group(
                "hen",
                texts.get("authoring.group.offer"),
                texts.get("authoring.group.offer.hint"),
                List.of(
                        new Row(
                                null,
                                List.of(
                                        inputs.line("amount", "amount"),
                                        inputs.select("unit", "termUnit", units, "authoring.termUnit."))),
                        new Row(null, List.of(inputs.line("fee", "fee")))))));
    }

    static void readOffer(Typed typed, ObjectNode offer) {
        typed.number(offer, "amount", "amount");
        typed.text(offer, "unit", "termUnit");
        typed.number(offer, "fee", "fee");
    }

    private static Row section(Inputs inputs, JsonNode title, String id, int number) {
        return hidden(
                inputs.both(
                        inputs.texts().get("authoring.section", number + 1),
                        title,
                        inputs.texts().get("authoring.input.sectionTitle"),
                        "sections." + number + ".title",
                        "",
                        Shape.LINE),
                "sections." + number + ".id",
                id);
    }

    private static Row line(Inputs inputs, JsonNode line, Leaves leaves, int number) {
        Texts texts = inputs.texts();
        String row = "lines." + number;
        Row both = inputs.both(
                texts.get("authoring.line", number + 1),
                line.path("label"),
                texts.get("authoring.input.line"),
                row + ".label",
                "",
                Shape.LINE);
        var all = new ArrayList<>(both.inputs());
        all.add(Input.select(
                row + ".answer",
                texts.get("authoring.input.lineAnswer"),
                null,
                leaves.options(line.path("answer").asString(""), _ -> true)));
        return hidden(new Row(both.legend(), all), row + ".id", FormTree.id(line));
    }

    private static Row hidden(Row row, String name, String value) {
        var all = new ArrayList<>(row.inputs());
        all.add(new Input(name, "", null, SheetView.Shape.HIDDEN, value, List.of(), "vi", List.of()));
        return new Row(row.legend(), all);
    }
}
