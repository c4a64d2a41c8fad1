package org.phigiay.portal.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas (draft 2020-12) of what is sent to the API, from `schemas.json` beside the texts of the module. A
/// text there that begins with `@` is the key of a message.
@Component
class ApiSchemas {
    private static final String FILE = "/org/phigiay/portal/api/schemas.json";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Map<Language, ObjectNode> all = new EnumMap<>(Language.class);
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    ApiSchemas(JsonMapper json) {
        for (Language language : Language.values()) {
            all.put(language, (ObjectNode) spoken(ApiFiles.read(json, FILE), Texts.in(language)));
        }
    }

    /// The names of all schemas, in the order of the file.
    List<String> names() {
        return object(Language.VI).properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.startsWith("$"))
                .toList();
    }

    /// A schema that stands alone, ready to be narrowed.
    ObjectNode schema(String name, Language language) {
        ObjectNode of = object(language);
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DIALECT);
        schema.setAll((ObjectNode) inlined(of.required(name).deepCopy(), of.required("$defs")));
        return schema;
    }

    /// @throws Invalid when the value does not fit the schema, field by field
    void require(ObjectNode schema, JsonNode value) {
        List<FieldError> errors = check(schema, value);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /// Everything in which the value does not fit the schema; a field gets one error at a time.
    List<FieldError> check(ObjectNode schema, JsonNode value) {
        Schema compiled = registry.getSchema(schema);
        Map<String, FieldError> found = new LinkedHashMap<>();
        for (Error error : compiled.validate(value)) {
            FieldError told = told(error);
            found.putIfAbsent(told.field(), told);
        }
        return new ArrayList<>(found.values());
    }

    private static FieldError told(Error error) {
        String field = field(error);
        return switch (String.valueOf(error.getKeyword())) {
            case "required" -> FieldError.of(field, "portal.api.error.required", field);
            case "additionalProperties" -> FieldError.of(field, "portal.api.error.unknown", field);
            case "type" -> FieldError.of(field, "portal.api.error.type", argument(error, 1));
            case "minLength" -> FieldError.of(field, "portal.api.error.short", argument(error, 0));
            case "maxLength" -> FieldError.of(field, "portal.api.error.long", argument(error, 0));
            case "minItems", "minProperties" -> FieldError.of(field, "portal.api.error.empty");
            case "maxItems", "maxProperties" -> FieldError.of(field, "portal.api.error.many", argument(error, 0));
            case "minimum" -> FieldError.of(field, "portal.api.error.small", argument(error, 0));
            case "maximum" -> FieldError.of(field, "portal.api.error.big", argument(error, 0));
            case "enum" -> FieldError.of(field, "portal.api.error.choice", argument(error, 0));
            default -> FieldError.of(field, "portal.api.error.not-understood");
        };
    }

    /// `items.0.component`; the name of what is missing or unknown counts as the field.
    private static String field(Error error) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            path.add(String.valueOf(error.getInstanceLocation().getName(i)));
        }
        if (error.getProperty() != null) {
            path.add(error.getProperty());
        }
        return String.join(".", path);
    }

    private static Object argument(Error error, int place) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length <= place ? "" : String.valueOf(arguments[place]);
    }

    private ObjectNode object(Language language) {
        return java.util.Objects.requireNonNull(all.get(language));
    }

    /// Sets the texts in.
    static JsonNode spoken(JsonNode node, Texts texts) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(spoken(field.getValue(), texts)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, spoken(array.get(i), texts));
            }
        } else if (node.isString() && node.asString().startsWith("@")) {
            return JsonNodeFactory.instance.stringNode(texts.get(node.asString().substring(1)));
        }
        return node;
    }

    /// Sets what `#/$defs/…` names in its place.
    private static JsonNode inlined(JsonNode node, JsonNode definitions) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null) {
                String name = reference.asString().substring("#/$defs/".length());
                ObjectNode named = definitions.required(name).deepCopy().asObject();
                object.remove("$ref");
                object.properties().forEach(field -> named.set(field.getKey(), field.getValue()));
                return named;
            }
            object.properties().forEach(field -> field.setValue(inlined(field.getValue(), definitions)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, inlined(array.get(i), definitions));
            }
        }
        return node;
    }
}
