package org.phigiay.portal.api;

import java.util.List;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.identity.People;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Results;
import org.phigiay.processing.Step;
import org.phigiay.processing.StepKind;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PersonId;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says of an action what belongs beside `action`: its schema narrowed to this dossier, and an example that is valid
/// as it stands. Nothing personal is in either.
@org.springframework.stereotype.Component
class ApiOffers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiSchemas schemas;
    private final Catalogue catalogue;
    private final Forms forms;
    private final Processing processing;
    private final Results results;
    private final People people;

    ApiOffers(
            ApiSchemas schemas,
            Catalogue catalogue,
            Forms forms,
            Processing processing,
            Results results,
            People people) {
        this.schemas = schemas;
        this.catalogue = catalogue;
        this.forms = forms;
        this.processing = processing;
        this.results = results;
        this.people = people;
    }

    /// @param name what stands in `action`
    /// @param label what a button would say
    /// @param schema JSON Schema of the fields beside `action`
    /// @param example such fields
    record Offer(String name, String label, ObjectNode schema, ObjectNode example) {}

    Offer offer(Actor actor, Dossier dossier, ApiAction action, Language language) {
        Texts texts = Texts.in(language);
        return new Offer(
                action.kebab(),
                texts.get("portal.api.action." + action.kebab()),
                schema(actor, dossier, action, language),
                example(actor, dossier, action, texts));
    }

    ObjectNode schema(Actor actor, Dossier dossier, ApiAction action, Language language) {
        ObjectNode schema = schemas.schema(action.kebab(), language);
        ObjectNode fields = (ObjectNode) schema.required("properties");
        switch (action) {
            case REQUEST_SUPPLEMENT -> {
                ArrayNode names = property(
                                property(fields, "items").required("items").required("properties"))
                        .putArray("enum");
                components(dossier).forEach(component -> names.add(component.code()));
                questions(dossier).forEach(field -> names.add(field.id()));
            }
            case SUPPLEMENT -> {
                ArrayNode names = property(
                                property(fields, "files").required("items").required("properties"))
                        .putArray("enum");
                components(dossier).forEach(component -> names.add(component.code()));
                if (names.isEmpty()) {
                    fields.remove("files");
                }
            }
            case ASSIGN -> {
                List<PersonId> holders = people.holders(task(dossier).post());
                ArrayNode ids = property(fields, "to").putArray("enum");
                holders.forEach(holder -> ids.add(holder.toString()));
                if (!holders.contains(actor.person())) {
                    schema.putArray("required").add("to");
                }
            }
            case COMPLETE_STEP -> {
                if (task(dossier).kind() == StepKind.DRAFT) {
                    ObjectNode lines = property(fields, "fields");
                    ObjectNode named = lines.putObject("properties");
                    results.proposal(dossier)
                            .forEach(line -> named.putObject(line.id())
                                    .put("title", line.label())
                                    .put("type", "string")
                                    .put("maxLength", 2000));
                    lines.put("additionalProperties", false);
                } else {
                    fields.remove("fields");
                }
            }
            case RETURN_STEP -> {
                ArrayNode numbers = property(fields, "to").putArray("enum");
                returnable(dossier).forEach(step -> numbers.add(step.number()));
            }
            case RECEIVE -> {
                if (dossier.statedTerm().isPresent()) {
                    fields.remove("term");
                } else {
                    schema.putArray("required").add("term");
                }
            }
            case REFUSE, SIGN, ISSUE, HAND_OVER, WITHDRAW, RATE -> {}
        }
        return schema;
    }

    private ObjectNode example(Actor actor, Dossier dossier, ApiAction action, Texts texts) {
        ObjectNode example = JSON.objectNode();
        switch (action) {
            case RECEIVE -> {
                example.put("note", texts.get("portal.api.example.receive.note"));
                if (dossier.statedTerm().isEmpty()) {
                    example.putObject("term").put("amount", 5).put("unit", "working-day");
                }
            }
            case REQUEST_SUPPLEMENT -> {
                example.putArray("items")
                        .addObject()
                        .put("component", firstAskable(dossier))
                        .put("note", texts.get("portal.api.example.request.note"));
                example.put("reason", texts.get("portal.api.example.request.reason"));
                example.put("clause", texts.get("portal.api.example.request.clause"));
            }
            case SUPPLEMENT -> example.put("note", texts.get("portal.api.example.supplement.note"));
            case REFUSE -> {
                example.put("reason", texts.get("portal.api.example.refuse.reason"));
                example.put("clause", texts.get("portal.api.example.refuse.clause"));
            }
            case ASSIGN -> {
                List<PersonId> holders = people.holders(task(dossier).post());
                if (!holders.contains(actor.person()) && !holders.isEmpty()) {
                    example.put("to", holders.getFirst().toString());
                }
            }
            case COMPLETE_STEP -> {
                example.put("opinion", texts.get("portal.api.example.complete.opinion"));
                if (task(dossier).kind() == StepKind.DRAFT) {
                    results.proposal(dossier).stream()
                            .filter(line -> line.text().isEmpty())
                            .forEach(line -> example.withObject("/fields")
                                    .put(line.id(), texts.get("portal.api.example.complete.worded")));
                }
            }
            case RETURN_STEP -> {
                example.put("to", returnable(dossier).getLast().number());
                example.put("reason", texts.get("portal.api.example.return.reason"));
            }
            case SIGN -> example.put("seen", results.draftFile(dossier.id()).sha256());
            case ISSUE -> {}
            case HAND_OVER -> example.put("way", "ELECTRONIC");
            case WITHDRAW ->
                example.put("reason", texts.get("portal.api.example.withdraw.reason"))
                        .put("asked", false);
            case RATE -> example.put("stars", 5).put("words", texts.get("portal.api.example.rate.words"));
        }
        return example;
    }

    private static ObjectNode property(ObjectNode fields, String name) {
        return (ObjectNode) fields.required(name);
    }

    private static ObjectNode property(tools.jackson.databind.JsonNode fields) {
        return (ObjectNode) fields.required("component");
    }

    private String firstAskable(Dossier dossier) {
        return components(dossier).stream()
                .map(Component::code)
                .findFirst()
                .orElseGet(() -> questions(dossier).getFirst().id());
    }

    private List<Component> components(Dossier dossier) {
        return procedure(dossier).components();
    }

    private Procedure procedure(Dossier dossier) {
        return catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .orElseThrow(NotFound::new);
    }

    private List<Field> questions(Dossier dossier) {
        return forms.definition(new FormRef(dossier.formId(), dossier.formVersion()))
                .fields()
                .toList();
    }

    private Task task(Dossier dossier) {
        return processing.openTask(dossier.id()).orElseThrow(NotFound::new);
    }

    private List<Step> returnable(Dossier dossier) {
        Task task = task(dossier);
        return processing.table(task).returnable(task.step());
    }
}
