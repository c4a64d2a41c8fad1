package org.phigiay.forms;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One answer as people read it.
///
/// @param page the page on which it can be changed
/// @param label short name of the field
/// @param text the answer; empty when it was left out
public record AnswerLine(Section section, FormPage page, Field field, String label, String text) {

    /// An answer as people read it; empty where there is none.
    public static String text(Field field, JsonNode answers, String language) {
        return AnswerText.of(field, answers, language);
    }

    static List<AnswerLine> of(FormDefinition form, JsonNode answers, String language) {
        var lines = new ArrayList<AnswerLine>();
        for (FormPage page : form.route(answers)) {
            Section section = form.sections().stream()
                    .filter(each -> each.id().equals(page.section()))
                    .findFirst()
                    .orElseThrow();
            for (Field field : page.fields()) {
                if (field.type() != FieldType.FILE && field.type() != FieldType.DECLARATION) {
                    lines.add(new AnswerLine(
                            section,
                            page,
                            field,
                            form.label(field, language),
                            AnswerText.of(field, answers, language)));
                }
            }
        }
        return lines;
    }
}
