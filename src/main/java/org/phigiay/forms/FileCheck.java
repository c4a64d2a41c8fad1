package org.phigiay.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.phigiay.shared.FieldError;
import tools.jackson.databind.JsonNode;

/// Checks the files sent beside the answers.
final class FileCheck {

    private FileCheck() {}

    static List<FieldError> of(FormDefinition form, JsonNode answers, Collection<String> components, String language) {
        var errors = new ArrayList<FieldError>();
        for (FormPage page : form.route(answers)) {
            for (Field field : page.fields()) {
                if (field.component() != null && !field.optional() && !components.contains(field.component())) {
                    errors.add(FieldError.of(
                            "files." + field.component(),
                            "forms.error.required.file",
                            field.label().in(language)));
                }
            }
        }
        for (String component : components) {
            // A file for a question that was not asked is more paper than needed, not a mistake.
            if (form.fields().noneMatch(field -> component.equals(field.component()))) {
                errors.add(FieldError.of("files." + component, "forms.error.file.unknown", component));
            }
        }
        return errors;
    }
}
