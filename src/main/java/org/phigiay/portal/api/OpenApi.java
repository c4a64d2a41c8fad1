package org.phigiay.portal.api;

import java.util.EnumMap;
import java.util.Map;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API in OpenAPI 3.1: `openapi.json` beside the texts of the module, with the schemas by which
/// bodies are really checked set in.
@Component
class OpenApi {
    private static final String FILE = "/org/phigiay/portal/api/openapi.json";

    private final Map<Language, ObjectNode> documents = new EnumMap<>(Language.class);

    OpenApi(JsonMapper json, ApiSchemas schemas) {
        for (Language language : Language.values()) {
            ObjectNode document = (ObjectNode) ApiSchemas.spoken(ApiFiles.read(json, FILE), Texts.in(language));
            complete(document, schemas, language);
            documents.put(language, document);
        }
    }

    /// The whole description, its texts in one language.
    ObjectNode document(Language language) {
        return java.util.Objects.requireNonNull(documents.get(language));
    }

    private static void complete(ObjectNode document, ApiSchemas schemas, Language language) {
        ObjectNode all = (ObjectNode) document.required("components").required("schemas");
        all.set("file-dossier", plain(schemas.schema("file-dossier", language)));
        ArrayNode names = (ArrayNode) all.requiredAt("/Action/properties/name/enum");
        ArrayNode choices = all.putObject("ActionRequest").putArray("oneOf");
        ObjectNode examples = (ObjectNode) document.requiredAt(
                "/paths/~1api~1v1~1dossiers~1{id}~1actions/post/requestBody/content/application~1json/examples");
        for (ApiAction action : ApiAction.values()) {
            names.add(action.kebab());
            String name = "action-" + action.kebab();
            all.set(name, request(plain(schemas.schema(action.kebab(), language)), action, Texts.in(language)));
            choices.addObject().put("$ref", "#/components/schemas/" + name);
            examples.putObject(action.kebab()).set("value", example(action, Texts.in(language)));
        }
    }

    private static ObjectNode plain(ObjectNode schema) {
        schema.remove("$schema");
        return schema;
    }

    /// The fields of an action with its name in front.
    private static ObjectNode request(ObjectNode schema, ApiAction action, Texts texts) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.putObject("action").put("const", action.kebab());
        properties.setAll((ObjectNode) schema.required("properties"));
        schema.put("title", texts.get("portal.api.action." + action.kebab()));
        schema.set("properties", properties);
        ArrayNode required = JsonNodeFactory.instance.arrayNode().add("action");
        JsonNode others = schema.get("required");
        if (others != null) {
            others.forEach(required::add);
        }
        schema.set("required", required);
        return schema;
    }

    private static ObjectNode example(ApiAction action, Texts texts) {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put("action", action.kebab());
        switch (action) {
            case RECEIVE -> example.put("note", texts.get("portal.api.example.receive.note"));
            case REQUEST_SUPPLEMENT -> {
                example.putArray("items")
                        .addObject()
                        .put("component", "TP01")
                        .put("note", texts.get("portal.api.example.request.note"));
                example.put("reason", texts.get("portal.api.example.request.reason"))
                        .put("clause", texts.get("portal.api.example.request.clause"));
            }
            case SUPPLEMENT -> example.put("note", texts.get("portal.api.example.supplement.note"));
            case REFUSE ->
                example.put("reason", texts.get("portal.api.example.refuse.reason"))
                        .put("clause", texts.get("portal.api.example.refuse.clause"));
            case ASSIGN, ISSUE -> {}
            case COMPLETE_STEP -> example.put("opinion", texts.get("portal.api.example.complete.opinion"));
            case RETURN_STEP -> example.put("to", 2).put("reason", texts.get("portal.api.example.return.reason"));
            case SIGN -> example.put("seen", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
            case HAND_OVER -> example.put("way", "ELECTRONIC");
            case WITHDRAW ->
                example.put("reason", texts.get("portal.api.example.withdraw.reason"))
                        .put("asked", false);
            case RATE -> example.put("stars", 5).put("words", texts.get("portal.api.example.rate.words"));
        }
        return example;
    }
}
