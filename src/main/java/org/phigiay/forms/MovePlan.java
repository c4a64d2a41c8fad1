package org.phigiay.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.shared.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of every answer of a draft when it moves to another version of its form.
///
/// @param kept answers that stay as they are
/// @param again answers that do not fit and have to be given again
/// @param gone answers nobody asks for any more; they are kept aside
/// @param fresh questions that were not asked before and are not answered yet
/// @param answers the draft's answers after the move
public record MovePlan(
        FormDefinition to,
        List<Line> kept,
        List<Line> again,
        List<Line> gone,
        List<FormPage> fresh,
        ObjectNode answers) {

    public MovePlan {
        kept = List.copyOf(kept);
        again = List.copyOf(again);
        gone = List.copyOf(gone);
        fresh = List.copyOf(fresh);
    }

    /// One answer.
    ///
    /// @param field dotted path; `files.<component>` for files
    /// @param text the answer as people read it
    /// @param why what does not fit; null where it fits or is not asked
    public record Line(
            String field,
            String label,
            String text,
            @Nullable FieldError why) {}

    static MovePlan of(Forms forms, Draft draft, FormDefinition from, FormDefinition to, String language) {
        JsonNode before = draft.answers();
        List<Line> answered = from.fields(before)
                .filter(field -> field.type() != FieldType.LIST && field.typed() && Answers.has(before, field.id()))
                .map(field ->
                        new Line(field.id(), from.label(field, language), AnswerText.of(field, before, language), null))
                .toList();
        ObjectNode after = draft.answers().deepCopy();
        List<Line> gone = new ArrayList<>();
        List<Line> stay = new ArrayList<>();
        for (Line line : answered) {
            if (takes(to, line.field())) {
                stay.add(line);
            } else {
                gone.add(line);
                Answers.remove(after, line.field());
            }
        }
        from.lists().filter(list -> to.field(list.id()).isEmpty()).forEach(list -> Answers.remove(after, list.id()));
        Map<String, FieldError> wrong = new HashMap<>();
        forms.check(to, forms.relevant(to, after), language).forEach(error -> wrong.putIfAbsent(error.field(), error));
        List<Line> kept = new ArrayList<>();
        List<Line> again = new ArrayList<>();
        for (Line line : stay) {
            FieldError why = wrong.get(line.field());
            (why == null ? kept : again).add(new Line(line.field(), line.label(), line.text(), why));
        }
        files(draft, to, after, kept, gone);
        return new MovePlan(to, kept, again, gone, fresh(forms, draft, from, to, after, language), after);
    }

    private static boolean takes(FormDefinition to, String path) {
        return to.field(path)
                .filter(field -> field.type() != FieldType.LIST && field.type() != FieldType.FILE && field.typed())
                .isPresent();
    }

    private static void files(Draft draft, FormDefinition to, JsonNode after, List<Line> kept, List<Line> gone) {
        Set<String> asked = new HashSet<>();
        to.fields(after)
                .map(Field::component)
                .filter(java.util.Objects::nonNull)
                .forEach(asked::add);
        for (Attached file : draft.files()) {
            (asked.contains(file.component()) ? kept : gone)
                    .add(new Line("files." + file.component(), "", file.name(), null));
        }
    }

    /// Questions with something that has to be answered and was not asked before.
    private static List<FormPage> fresh(
            Forms forms, Draft draft, FormDefinition from, FormDefinition to, ObjectNode after, String language) {
        Set<String> missing = new HashSet<>();
        forms.check(to, forms.relevant(to, after), language).forEach(error -> missing.add(error.field()));
        forms.checkFiles(to, after, draft.components(), language).forEach(error -> missing.add(error.field()));
        Set<String> before = new HashSet<>();
        from.fields(draft.answers()).forEach(field -> before.add(key(field)));
        return to.route(after).stream()
                .filter(page -> page.fields().stream()
                        .map(MovePlan::key)
                        .anyMatch(key -> missing.contains(key) && !before.contains(key)))
                .toList();
    }

    private static String key(Field field) {
        return field.component() == null ? field.id() : "files." + field.component();
    }
}
