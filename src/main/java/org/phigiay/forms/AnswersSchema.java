package org.phigiay.forms;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the JSON Schema (draft 2020-12) of a form's answers from its definition.
final class AnswersSchema {

    // A text has something to read in it and no control or direction-turning signs, with which a name can be made to
    // lie.
    private static final String ONE_LINE = "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069]*$";
    private static final String LINES =
            "^(?=[\\s\\S]*\\S)[^\\u0000-\\u0009\\u000B-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069]*$";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long MOST_MONEY = 999_999_999_999_999L;

    private AnswersSchema() {}

    /// The schema, its titles and descriptions in one language.
    static ObjectNode of(FormDefinition form, String language) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:phigiay:form:" + form.ref());
        schema.put("title", form.title().in(language));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        ArrayNode conditions = JSON.arrayNode();
        for (FormPage page : form.pages()) {
            List<Field> answered = page.fields().stream()
                    .filter(field -> field.type() != FieldType.FILE)
                    .toList();
            answered.forEach(field -> properties.set(field.id(), property(page, field, language)));
            if (page.showIf().isEmpty()) {
                answered.stream().filter(field -> !field.optional()).forEach(field -> required.add(field.id()));
            } else if (!answered.isEmpty()) {
                conditions.add(conditional(page.showIf(), answered, form));
            }
        }
        schema.put("additionalProperties", false);
        if (!conditions.isEmpty()) {
            schema.set("allOf", conditions);
        }
        schema.putArray("examples").add(form.example());
        return schema;
    }

    private static ObjectNode property(FormPage page, Field field, String language) {
        ObjectNode property = JSON.objectNode();
        property.put("title", field.label().in(language));
        var hint = field.hint() != null ? field.hint() : page.title();
        property.put("description", hint.in(language));
        switch (field.type()) {
            case TEXT -> text(property, field, 1, 200).put("pattern", ONE_LINE);
            case LONG_TEXT -> text(property, field, 1, 2000).put("pattern", LINES);
            case ADDRESS -> address(text(property, field, 5, 300).put("pattern", ONE_LINE));
            case CHOICE -> values(property.put("type", "string"), field);
            case CHOICES -> {
                property.put("type", "array").put("minItems", 1).put("uniqueItems", true);
                values(property.putObject("items").put("type", "string"), field);
            }
            case YES_NO -> property.put("type", "boolean");
            case DECLARATION -> property.put("type", "boolean").put("const", true);
            case DATE -> property.put("type", "string").put("format", "date").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
            case PHONE -> property.put("type", "string").put("pattern", "^0(2\\d{9}|[35789]\\d{8})$");
            case EMAIL ->
                property.put("type", "string")
                        .put("maxLength", 254)
                        .put("pattern", "^[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+$");
            case PERSONAL_NUMBER -> property.put("type", "string").put("pattern", "^\\d{12}$");
            case TAX_CODE -> property.put("type", "string").put("pattern", "^(\\d{10}(-\\d{3})?|\\d{12})$");
            case MONEY -> whole(property, field, MOST_MONEY);
            case NUMBER -> whole(property, field, 1_000_000);
            case FILE -> throw new IllegalArgumentException("Files are sent beside the answers: " + field.id());
        }
        return property;
    }

    /// A string stays an address: answers given before there were units, places abroad.
    private static void address(ObjectNode property) {
        property.putArray("type").add("string").add("object");
        ObjectNode parts = property.putObject("properties");
        parts.putObject(Addresses.COMMUNE).put("type", "string").put("pattern", "^\\d{5}$");
        parts.putObject(Addresses.LINE)
                .put("type", "string")
                .put("maxLength", 200)
                .put("pattern", ONE_LINE);
        parts.putObject(Addresses.TEXT).put("type", "string").put("maxLength", 500);
        property.putArray("required").add(Addresses.COMMUNE);
        property.put("additionalProperties", false);
    }

    private static ObjectNode text(ObjectNode property, Field field, long least, long most) {
        return property.put("type", "string")
                .put("minLength", field.min() == null ? least : field.min())
                .put("maxLength", field.max() == null ? most : field.max());
    }

    private static void whole(ObjectNode property, Field field, long most) {
        property.put("type", "integer")
                .put("minimum", field.min() == null ? 0 : field.min())
                .put("maximum", field.max() == null ? most : field.max());
    }

    private static void values(ObjectNode property, Field field) {
        ArrayNode values = property.putArray("enum");
        field.choices().forEach(choice -> values.add(choice.value()));
    }

    /// If the conditions hold, the fields must be there; if not, they must be absent.
    private static ObjectNode conditional(List<Condition> conditions, List<Field> fields, FormDefinition form) {
        ObjectNode all = JSON.objectNode();
        ObjectNode when = all.putObject("if");
        ObjectNode properties = when.putObject("properties");
        ArrayNode present = when.putArray("required");
        for (Condition condition : conditions) {
            boolean yesNo = form.field(condition.field())
                    .filter(field -> field.type() == FieldType.YES_NO)
                    .isPresent();
            ArrayNode values = properties.putObject(condition.field()).putArray("enum");
            condition.in().forEach(value -> {
                if (yesNo) {
                    values.add(Boolean.parseBoolean(value));
                } else {
                    values.add(value);
                }
            });
            present.add(condition.field());
        }
        ArrayNode required = all.putObject("then").putArray("required");
        fields.stream().filter(field -> !field.optional()).forEach(field -> required.add(field.id()));
        ObjectNode absent = all.putObject("else").putObject("properties");
        fields.forEach(field -> absent.put(field.id(), false));
        return all;
    }
}
