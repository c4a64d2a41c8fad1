package org.phigiay.guidance.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Eligibility;
import org.phigiay.catalogue.Examples;
import org.phigiay.catalogue.Mistake;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.ProposedText;
import org.phigiay.guidance.Score;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;

/// The fields of the editor of guidance, each with what could be plainer in it.
final class EditorViews {

    /// Everything that has a field here; what is found elsewhere cannot be mended here.
    static final List<String> PLACES = List.of(
            "plainTitle", "who", "papers", "steps.", "counter.", "notes.", "eligibility.", "mistakes.", "examples.");

    private static final Bilingual NOTHING = new Bilingual("", "");

    private final Procedure procedure;
    private final ProposedText text;
    private final Score score;
    private final int spare;
    private final Texts texts;
    private final FoundViews found;

    /// @param spare empty lines at the end of each list
    EditorViews(Procedure procedure, ProposedText text, Score score, int spare, Texts texts) {
        this.procedure = procedure;
        this.text = text;
        this.score = score;
        this.spare = spare;
        this.texts = texts;
        this.found = new FoundViews(texts);
    }

    record Group(String id, String title, @Nullable String hint, List<Row> rows) {}

    /// @param legend names the line, null where the group has one line only
    /// @param place name of the field with the line's number, null where the order says nothing
    /// @param choice what is chosen in this line, null where nothing is
    record Row(
            @Nullable String legend,
            @Nullable String place,
            String number,
            List<Field> fields,
            @Nullable Choosing choice) {}

    record Field(
            String name,
            String label,
            @Nullable String hint,
            String value,
            int rows,
            String language,
            List<String> findings) {}

    record Choosing(String name, String label, List<Option> options) {}

    List<Group> groups() {
        var guide = text.guide();
        var groups = new ArrayList<Group>();
        groups.add(group(
                "first",
                List.of(
                        row(null, both("plainTitle", text.plainTitle(), 2)),
                        row(null, both("who", guide.who(), 2)),
                        row(null, both("papers", guide.papers(), 2)))));
        groups.add(group("steps", list("steps", guide.steps())));
        groups.add(group("counter", list("counter", guide.counter())));
        groups.add(group("notes", list("notes", guide.notes())));
        groups.add(group(
                "phrases",
                List.of(row(
                        null,
                        List.of(new Field(
                                "phrases",
                                label("phrases"),
                                null,
                                String.join("\n", guide.phrases()),
                                8,
                                "vi",
                                List.of()))))));
        groups.add(group("eligibility", eligibility(guide.eligibility())));
        groups.add(group("mistakes", mistakes(guide.mistakes())));
        if (!procedure.components().isEmpty() && !procedure.generally()) {
            groups.add(group(
                    "examples",
                    procedure.components().stream().map(this::examples).toList()));
        }
        return groups;
    }

    private List<Row> list(String name, List<Bilingual> all) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines(all); i++) {
            String field = name + "." + i;
            rows.add(new Row(
                    legend(name, i),
                    field + ".at",
                    String.valueOf(i + 1),
                    both(field, i < all.size() ? all.get(i) : NOTHING, 3),
                    null));
        }
        return rows;
    }

    private List<Row> eligibility(List<Eligibility> all) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines(all); i++) {
            Eligibility asked = i < all.size() ? all.get(i) : new Eligibility(NOTHING, true, NOTHING, null);
            String field = "eligibility." + i;
            var fields = new ArrayList<>(both(field + ".question", asked.question(), 2));
            fields.addAll(both(field + ".otherwise", asked.otherwise(), 3));
            fields.add(new Field(
                    field + ".href",
                    label("href"),
                    texts.get("guidance.editor.href.hint"),
                    asked.href() == null ? "" : asked.href(),
                    1,
                    "vi",
                    List.of()));
            rows.add(new Row(
                    legend("eligibility", i),
                    null,
                    "",
                    fields,
                    new Choosing(
                            field + ".goesOn",
                            label("goesOn"),
                            List.of(
                                    Option.of("co", label("goesOn.yes"), asked.goesOn()),
                                    Option.of("khong", label("goesOn.no"), !asked.goesOn())))));
        }
        return rows;
    }

    private List<Row> mistakes(List<Mistake> all) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines(all); i++) {
            Mistake mistake = i < all.size() ? all.get(i) : new Mistake(NOTHING, NOTHING);
            var fields = new ArrayList<>(both("mistakes." + i + ".wrong", mistake.wrong(), 2));
            fields.addAll(both("mistakes." + i + ".right", mistake.right(), 2));
            rows.add(row(legend("mistakes", i), fields));
        }
        return rows;
    }

    private Row examples(Component component) {
        Examples examples = text.guide().examples().getOrDefault(component.code(), new Examples(NOTHING, NOTHING));
        var fields = new ArrayList<>(both("examples." + component.code() + ".right", examples.right(), 2));
        fields.addAll(both("examples." + component.code() + ".wrong", examples.wrong(), 2));
        return row(component.title(texts.language().code()), fields);
    }

    private int lines(List<?> filled) {
        return Math.min(ProposalForm.MOST, filled.size() + spare);
    }

    /// The Vietnamese text with what was found in it, and the English one; one that only repeats the Vietnamese is not
    /// shown.
    private List<Field> both(String where, Bilingual value, int rows) {
        String last = where.substring(where.lastIndexOf('.') + 1);
        String label = label(last.chars().allMatch(Character::isDigit) ? "line" : last);
        return List.of(
                new Field(where + ".vi", label, null, value.vi(), rows, "vi", found.at(score, where)),
                new Field(
                        where + ".en",
                        texts.get("guidance.editor.english", label),
                        null,
                        value.en().equals(value.vi()) ? "" : value.en(),
                        rows,
                        "en",
                        List.of()));
    }

    private Group group(String name, List<Row> rows) {
        return new Group(
                "phan-" + name,
                texts.get("guidance.editor.group." + name),
                texts.or("guidance.editor.group." + name + ".hint", ""),
                rows);
    }

    private static Row row(@Nullable String legend, List<Field> fields) {
        return new Row(legend, null, "", fields, null);
    }

    private String legend(String name, int i) {
        return texts.get("guidance.editor.row." + name, String.valueOf(i + 1));
    }

    private String label(String name) {
        return texts.get("guidance.editor.field." + name);
    }
}
