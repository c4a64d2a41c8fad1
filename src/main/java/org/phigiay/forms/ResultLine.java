package org.phigiay.forms;

import java.util.List;
import java.util.Optional;
import org.phigiay.forms.ResultSheet.ResultField;
import tools.jackson.databind.JsonNode;

/// One line of a result document, filled from the answers.
///
/// @param id name of the line for the template
/// @param label as printed
/// @param text as printed; empty while an officer has still to word it
public record ResultLine(String id, String label, String text) {

    static List<ResultLine> of(FormDefinition form, JsonNode answers) {
        return form.result().fields().stream()
                .map(line -> of(form, line, answers))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ResultLine> of(FormDefinition form, ResultField line, JsonNode answers) {
        return form.field(line.answer())
                .map(field -> AnswerText.printed(field, answers))
                .filter(text -> !text.isEmpty())
                .map(text -> new ResultLine(line.id(), line.label().vi(), line.worded() ? "" : text));
    }
}
