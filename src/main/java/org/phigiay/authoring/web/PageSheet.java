package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.web.SheetView.Group;
import org.phigiay.authoring.web.SheetView.Input;
import org.phigiay.authoring.web.SheetView.Row;
import org.phigiay.authoring.web.SheetView.Shape;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A question: what stands on its page beside the fields, and when it is asked.
final class PageSheet {

    private PageSheet() {}

    static SheetView of(Inputs inputs, ObjectNode form) {
        Texts texts = inputs.texts();
        JsonNode page = inputs.node();
        String id = FormTree.id(page);
        List<Row> words = new ArrayList<>();
        words.add(inputs.both(null, "title", "title", "title", Shape.AREA));
        words.add(inputs.both(null, "hint", "hint", "hint", Shape.AREA));
        words.add(inputs.both(null, "note", "note", "note", Shape.AREA));
        List<Row> why = List.of(
                inputs.both(null, "why.text", "why", "why", Shape.AREA),
                new Row(null, List.of(inputs.line("why.clause", "clause"))),
                inputs.both(null, "readers", "readers", "readers", Shape.AREA));
        List<Row> when = new ArrayList<>();
        when.add(new Row(
                null,
                List.of(
                        Input.select(
                                "section",
                                texts.get("authoring.input.section"),
                                null,
                                sections(form, page.path("section").asString(""), texts)),
                        Input.select(
                                "each",
                                texts.get("authoring.input.each"),
                                texts.get("authoring.input.each.hint"),
                                lists(form, page.path("each").asString(""), texts)))));
        when.addAll(ConditionRows.rows("showIf", page.path("showIf"), Leaves.before(form, id, texts), 1, texts));
        return new SheetView(List.of(
                new Group("loi", texts.get("authoring.group.words"), texts.get("authoring.group.words.hint"), words),
                new Group("vi-sao", texts.get("authoring.group.why"), texts.get("authoring.group.why.hint"), why),
                new Group("khi", texts.get("authoring.group.when"), texts.get("authoring.group.when.hint"), when)));
    }

    static void read(Typed typed, ObjectNode page) {
        typed.both(page, "title", "title", true);
        typed.both(page, "hint", "hint", false);
        typed.both(page, "note", "note", false);
        typed.both(page, "readers", "readers", false);
        String clause = typed.get("clause");
        if (typed.get("why.vi").isEmpty() && typed.get("why.en").isEmpty() && clause.isEmpty()) {
            page.remove("why");
        } else {
            ObjectNode why = page.putObject("why");
            typed.both(why, "text", "why", true);
            why.put("clause", clause);
        }
        typed.text(page, "section", "section");
        typed.text(page, "each", "each");
        var conditions = ConditionRows.read(typed, "showIf");
        if (conditions.isEmpty()) {
            page.remove("showIf");
        } else {
            page.set("showIf", conditions);
        }
    }

    static List<Option> sections(ObjectNode form, String chosen, Texts texts) {
        return StreamSupport.stream(form.path("sections").spliterator(), false)
                .map(section -> Option.of(
                        FormTree.id(section),
                        Leaves.text(section.path("title"), texts.language().code(), FormTree.id(section)),
                        FormTree.id(section).equals(chosen)))
                .toList();
    }

    private static List<Option> lists(ObjectNode form, String chosen, Texts texts) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", texts.get("authoring.each.once"), chosen.isEmpty()));
        FormTree.fields(form, (_, field) -> {
            if (field.path("type").asString("").equals("list")) {
                String id = FormTree.id(field);
                options.add(Option.of(
                        id,
                        texts.get(
                                "authoring.each.of",
                                Leaves.text(
                                        field.path("label"), texts.language().code(), id)),
                        id.equals(chosen)));
            }
        });
        return options;
    }
}
