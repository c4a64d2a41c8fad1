package org.phigiay.authoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Place;
import org.phigiay.authoring.Remark;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The questions of a form in a list, with what they ask, when they are asked, and how much is wrong with them.
///
/// @param rules in words
record Outline(List<PageLine> pages, List<RuleLine> rules) {

    /// @param section heading it is listed under
    /// @param first whether a new section begins with it
    /// @param when conditions in words
    /// @param wrong how many remarks stand in the way of publishing
    /// @param place for moving it
    record PageLine(
            String id,
            String title,
            String href,
            String section,
            boolean first,
            List<String> when,
            List<FieldLine> fields,
            int wrong,
            String place) {}

    record FieldLine(String path, String label, String type, String href, int wrong, String place) {}

    record RuleLine(String text, String href, int wrong, String place) {}

    static Outline of(FormDraft draft, List<Remark> remarks, Texts texts) {
        ObjectNode form = draft.form();
        Map<String, Long> wrong = remarks.stream()
                .filter(Remark::blocks)
                .collect(Collectors.groupingBy(remark -> key(remark.place()), Collectors.counting()));
        Leaves leaves = Leaves.of(form, texts);
        String language = texts.language().code();
        var pages = new ArrayList<PageLine>();
        String[] before = {""};
        FormTree.pages(form, (place, page) -> {
            String section = section(form, page.path("section").asString(""), language);
            List<String> when = new ArrayList<>();
            if (!page.path("each").asString("").isEmpty()) {
                when.add(texts.get(
                        "authoring.each.of",
                        leaves.find(page.path("each").asString("")).label()));
            }
            page.path("showIf").forEach(condition -> when.add(ConditionRows.words(condition, leaves, texts)));
            List<FieldLine> fields = fields(draft, place, page, wrong, texts);
            pages.add(new PageLine(
                    place.page(),
                    Leaves.text(page.path("title"), language, place.page()),
                    Ways.to(draft.code(), place),
                    section,
                    !section.equals(before[0]),
                    when,
                    fields,
                    count(wrong, place),
                    key(place)));
            before[0] = section;
        });
        var rules = new ArrayList<RuleLine>();
        int number = 0;
        for (JsonNode rule : form.path("rules")) {
            Place place = Place.rule(number++);
            rules.add(new RuleLine(
                    RuleSheet.words(rule, leaves, texts),
                    Ways.to(draft.code(), place),
                    count(wrong, place),
                    key(place)));
        }
        return new Outline(pages, rules);
    }

    /// The fields of a page, or of a repeated question.
    static List<FieldLine> fields(
            FormDraft draft, Place holder, ObjectNode node, Map<String, Long> wrong, Texts texts) {
        var fields = new ArrayList<FieldLine>();
        for (JsonNode field : node.path("fields")) {
            Place place = holder.to("fields").to(FormTree.id(field));
            String type = field.path("type").asString("");
            fields.add(new FieldLine(
                    place.field(),
                    Leaves.text(field.path("label"), texts.language().code(), place.field()),
                    texts.or("authoring.type." + type, type),
                    Ways.to(draft.code(), place),
                    count(wrong, place),
                    key(place)));
        }
        return fields;
    }

    static String key(Place place) {
        return String.join("/", place.steps());
    }

    private static int count(Map<String, Long> wrong, Place place) {
        return wrong.getOrDefault(key(place), 0L).intValue();
    }

    private static String section(ObjectNode form, String id, String language) {
        for (JsonNode section : form.path("sections")) {
            if (FormTree.id(section).equals(id)) {
                return Leaves.text(section.path("title"), language, id);
            }
        }
        return id;
    }
}
