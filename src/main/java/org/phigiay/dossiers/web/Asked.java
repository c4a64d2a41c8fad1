package org.phigiay.dossiers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.DossierAction.RequestSupplement.Item;
import org.phigiay.dossiers.StatedDecision;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import tools.jackson.databind.JsonNode;

/// What was asked of the citizen, with the rules under which the dossier was filed.
///
/// @param decision the request; null when there is none any more
/// @param answers the answers as they stand
record Asked(@Nullable StatedDecision decision, Procedure procedure, FormDefinition form, JsonNode answers) {

    List<Item> items() {
        return decision == null ? List.of() : decision.items();
    }

    /// The component an item asks for: itself, or the one behind a question for a file.
    @Nullable
    String component(Item item) {
        if (procedure.component(item.component()).isPresent()) {
            return item.component();
        }
        return form.field(item.component()).map(Field::component).orElse(null);
    }

    /// The pages whose answers were asked to be corrected, in the order of the form.
    List<FormPage> pages() {
        return form.route(answers).stream()
                .filter(page -> page.fields().stream()
                        .anyMatch(field -> field.component() == null
                                && items().stream()
                                        .anyMatch(item -> item.component().equals(field.id()))))
                .toList();
    }
}
