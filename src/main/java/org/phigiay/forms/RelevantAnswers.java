package org.phigiay.forms;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps the answers to questions that are asked. Pages are walked in order, so that a page that depends on a page that
/// is no longer asked goes with it.
final class RelevantAnswers {

    private RelevantAnswers() {}

    static ObjectNode of(FormDefinition form, JsonNode answers) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (FormPage page : form.pages()) {
            form.expanded(page, answers)
                    .filter(each -> each.asked(kept))
                    .forEach(each -> each.fields().stream()
                            .filter(field -> field.type() != FieldType.LIST && Answers.has(answers, field.id()))
                            .forEach(field -> Answers.set(kept, field.id(), Answers.at(answers, field.id()))));
        }
        return kept;
    }
}
