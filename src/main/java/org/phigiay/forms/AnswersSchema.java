package org.phigiay.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the JSON Schema (draft 2020-12) of a form's answers from its definition.
final class AnswersSchema {

    // A text has something to read in it and no control or direction-turning signs, with which a name can be made to
    // lie.
    private static final String ONE_LINE =
            "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]*$";
    private static final String LINES =
            "^(?=[\\s\\S]*\\S)[^\\u0000-\\u0009\\u000B-\\u001F\\u007F\\u202A-\\u202E\\u2066-\\u2069\\uFFFD]*$";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long MOST_MONEY = 999_999_999_999_999L;

    private final FormDefinition form;
    private final String language;

    private AnswersSchema(FormDefinition form, String language) {
        this.form = form;
        this.language = language;
    }

    /// The schema, its titles and descriptions in one language.
    static ObjectNode of(FormDefinition form, String language) {
        return new AnswersSchema(form, language).schema();
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:phigiay:form:" + form.ref());
        schema.put("title", form.title().in(language));
        scope(schema, form.pages().stream().filter(page -> page.each() == null).toList(), "");
        ArrayNode conditions = schema.withArray("allOf");
        form.pages().stream().filter(page -> page.each() != null).forEach(page -> outerConditions(page, conditions));
        if (conditions.isEmpty()) {
            schema.remove("allOf");
        }
        schema.putArray("examples").add(form.example());
        return schema;
    }

    /// Properties of one object: the answers themselves, or one item of a list.
    ///
    /// @param place what the paths of conditions begin with when they speak of this object
    private void scope(ObjectNode object, List<FormPage> pages, String place) {
        object.put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        ArrayNode conditions = JSON.arrayNode();
        for (FormPage page : pages) {
            Map<String, List<Field>> members = members(page.fields());
            members.forEach((name, fields) -> properties.set(name, member(page, name, fields)));
            List<String> needed = needed(members);
            List<Condition> here = page.showIf().stream()
                    .filter(condition -> place.isEmpty() || condition.field().startsWith(place))
                    .toList();
            boolean elsewhere = here.size() < page.showIf().size();
            if (page.showIf().isEmpty()) {
                needed.forEach(required::add);
            } else if (!members.isEmpty() && !elsewhere) {
                conditions.add(conditional(here, members, place));
            }
        }
        object.put("additionalProperties", false);
        if (!conditions.isEmpty()) {
            object.set("allOf", conditions);
        }
    }

    /// A page asked for each item under conditions on answers outside the items.
    private void outerConditions(FormPage page, ArrayNode conditions) {
        String list = page.each();
        List<Condition> outer = page.showIf().stream()
                .filter(condition -> !condition.field().startsWith(list + "."))
                .toList();
        if (outer.isEmpty() || list == null) {
            return;
        }
        List<Condition> inner = page.showIf().stream()
                .filter(condition -> !outer.contains(condition))
                .toList();
        Map<String, List<Field>> members = members(page.fields());
        ObjectNode all = conditions.addObject();
        all.set("if", when(outer, ""));
        ObjectNode items =
                all.putObject("then").putObject("properties").putObject(list).putObject("items");
        if (inner.isEmpty()) {
            ArrayNode required = items.putArray("required");
            needed(members).forEach(required::add);
        } else {
            items.putArray("allOf").add(conditional(inner, members, list + "."));
        }
        ObjectNode absent = all.putObject("else")
                .putObject("properties")
                .putObject(list)
                .putObject("items")
                .putObject("properties");
        members.keySet().forEach(name -> absent.put(name, false));
    }

    /// The fields of a page by the property they are in: a person is one property.
    private static Map<String, List<Field>> members(List<Field> fields) {
        Map<String, List<Field>> members = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.type() != FieldType.FILE) {
                int dot = field.id().indexOf('.');
                String name = dot < 0 ? field.id() : field.id().substring(0, dot);
                members.computeIfAbsent(name, _ -> new ArrayList<>()).add(field);
            }
        }
        return members;
    }

    private static List<String> needed(Map<String, List<Field>> members) {
        return members.entrySet().stream()
                .filter(member -> member.getValue().stream().anyMatch(AnswersSchema::required))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean required(Field field) {
        return switch (field.type()) {
            case CALCULATED -> false;
            case LIST -> FormDefinition.least(field) > 0;
            default -> !field.optional();
        };
    }

    private ObjectNode member(FormPage page, String name, List<Field> fields) {
        Field first = fields.getFirst();
        if (first.group() == null) {
            return property(page, first);
        }
        ObjectNode person = JSON.objectNode();
        person.put("title", first.group().label().in(language));
        person.put("type", "object");
        ObjectNode properties = person.putObject("properties");
        ArrayNode required = person.putArray("required");
        for (Field field : fields) {
            String part = field.id().substring(name.length() + 1);
            properties.set(part, property(page, field));
            if (required(field)) {
                required.add(part);
            }
        }
        return person.put("additionalProperties", false);
    }

    private ObjectNode property(FormPage page, Field field) {
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
            case LIST -> list(property, field);
            case CALCULATED -> property.put("type", "integer").put("readOnly", true);
            case FILE, PERSON -> throw new IllegalArgumentException("Has no property of its own: " + field.id());
        }
        return property;
    }

    private void list(ObjectNode property, Field list) {
        property.put("type", "array")
                .put("minItems", FormDefinition.least(list))
                .put("maxItems", FormDefinition.most(list));
        List<FormPage> asked = new ArrayList<>();
        form.pageOf(list.id()).ifPresent(page -> asked.add(with(page, list.fields())));
        form.pages().stream().filter(page -> list.id().equals(page.each())).forEach(asked::add);
        scope(property.putObject("items"), asked, list.id() + ".");
    }

    private static FormPage with(FormPage page, List<Field> fields) {
        return new FormPage(
                page.id(),
                page.section(),
                page.title(),
                page.hint(),
                page.note(),
                page.why(),
                page.readers(),
                List.of(),
                null,
                fields,
                null);
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
    private ObjectNode conditional(List<Condition> conditions, Map<String, List<Field>> members, String place) {
        ObjectNode all = JSON.objectNode();
        all.set("if", when(conditions, place));
        ArrayNode required = all.putObject("then").putArray("required");
        needed(members).forEach(required::add);
        ObjectNode absent = all.putObject("else").putObject("properties");
        members.keySet().forEach(name -> absent.put(name, false));
        return all;
    }

    private ObjectNode when(List<Condition> conditions, String place) {
        ObjectNode when = JSON.objectNode();
        ArrayNode all = when.putArray("allOf");
        for (Condition condition : conditions) {
            ObjectNode at = all.addObject();
            List<String> path =
                    List.of(condition.field().substring(place.length()).split("\\."));
            boolean absent = Boolean.FALSE.equals(condition.answered());
            ObjectNode holder = absent ? at.putObject("not") : at;
            for (int i = 0; i < path.size(); i++) {
                String name = path.get(i);
                holder.putArray("required").add(name);
                holder = holder.putObject("properties").putObject(name);
            }
            if (!absent) {
                says(holder, condition);
            }
        }
        return when;
    }

    private void says(ObjectNode value, Condition condition) {
        FieldType type = form.field(condition.field()).map(Field::type).orElseGet(() -> itemType(condition.field()));
        boolean several = type == FieldType.CHOICES;
        if (!condition.in().isEmpty()) {
            (several ? value.putObject("contains") : value).set("enum", values(condition.in(), type));
        }
        if (!condition.notIn().isEmpty()) {
            ObjectNode not = value.putObject("not");
            (several ? not.putObject("contains") : not).set("enum", values(condition.notIn(), type));
        }
        if (condition.atLeast() != null) {
            value.put("minimum", condition.atLeast());
        }
        if (condition.atMost() != null) {
            value.put("maximum", condition.atMost());
        }
    }

    private FieldType itemType(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? FieldType.TEXT
                : form.field(path.substring(0, dot) + ".0" + path.substring(dot))
                        .map(Field::type)
                        .orElse(FieldType.TEXT);
    }

    private static ArrayNode values(List<String> values, FieldType type) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(typed(value, type)));
        return array;
    }

    private static JsonNode typed(String value, FieldType type) {
        return switch (type) {
            case YES_NO, DECLARATION -> JSON.booleanNode(Boolean.parseBoolean(value));
            case NUMBER, MONEY, CALCULATED ->
                value.matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(value)) : JSON.stringNode(value);
            default -> JSON.stringNode(value);
        };
    }
}
