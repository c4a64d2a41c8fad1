package org.phigiay.authoring;

import java.util.ArrayList;
import java.util.List;
import org.phigiay.forms.Answers;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Câu trả lời mẫu: a complete set of invented answers to a form, made from the examples of its fields, so that whoever
/// writes a form need not write them a second time. They are what proves that the form can be filed at all.
final class ExampleAnswers {

    private static final int MOST_TRIALS = 200;
    private static final String BIRTH_DATE = "1990-01-15";
    private static final String FEMALE_NUMBER = "000190000011";
    private static final String MALE_NUMBER = "000090000011";

    private final ObjectNode form;
    private final FormDefinition definition;

    private ExampleAnswers(ObjectNode form, FormDefinition definition) {
        this.form = form;
        this.definition = definition;
    }

    /// The form with answers that may be filed; as it is when its own may, or when it cannot be read yet.
    static ObjectNode into(ObjectNode form, Forms forms) {
        if (!(form.get("example") instanceof ObjectNode)) {
            form.set("example", JsonNodeFactory.instance.objectNode());
        }
        try {
            FormDefinition definition = Forms.parse(form.toString());
            if (definition.example().isEmpty()
                    || !forms.check(definition, definition.example(), "vi").isEmpty()) {
                form.set("example", new ExampleAnswers(form, definition).answers(forms));
            }
        } catch (RuntimeException halfWritten) {
            // What is wrong with it is told by the checks, with its place; answers to it are for later.
            return form;
        }
        return form;
    }

    /// The first choices; where they contradict a rule, others one after the other.
    private ObjectNode answers(Forms forms) {
        ObjectNode first = answers("", 0);
        if (forms.check(definition, first, "vi").isEmpty()) {
            return first;
        }
        int trials = 0;
        for (String field : choosable()) {
            for (int choice = 1; choice < 6 && trials < MOST_TRIALS; choice++, trials++) {
                ObjectNode other = answers(field, choice);
                if (forms.check(definition, other, "vi").isEmpty()) {
                    return other;
                }
            }
        }
        return first;
    }

    private List<String> choosable() {
        var all = new ArrayList<String>();
        FormTree.fields(form, (place, field) -> {
            String type = field.path("type").asString("");
            if (type.equals("choice") || type.equals("yesNo")) {
                all.add(place.field());
            }
        });
        return all;
    }

    /// @param otherwise the field in which not the first choice is taken, empty for none
    /// @param choice number of the choice taken there
    private ObjectNode answers(String otherwise, int choice) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (FormPage page : definition.pages()) {
            ObjectNode node = FormTree.at(wrapped(), Place.page(page.id()));
            if (node == null) {
                continue;
            }
            String each = page.each();
            if (each == null && page.asked(answers)) {
                fields(answers, "", node, otherwise, choice);
            }
            int items = each == null ? 0 : Answers.at(answers, each).size();
            for (int i = 0; i < items; i++) {
                String before = each + "." + i + ".";
                boolean asked = definition
                        .page(page.id() + "~" + (i + 1))
                        .filter(item -> item.asked(answers))
                        .isPresent();
                if (asked) {
                    fields(answers, before, node, otherwise, choice);
                }
            }
        }
        return answers;
    }

    private void fields(ObjectNode answers, String before, ObjectNode node, String otherwise, int choice) {
        for (JsonNode field : node.path("fields")) {
            boolean other = field.path("id").asString("").equals(otherwise);
            answer(answers, before, field, other ? choice : 0);
        }
    }

    private ObjectNode wrapped() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("form", form);
        return content;
    }

    private void answer(ObjectNode answers, String before, JsonNode field, int choice) {
        String path = before + field.path("id").asString("");
        switch (field.path("type").asString("")) {
            case "file", "calculated" -> {}
            case "person" -> field.path("parts").forEach(part -> person(answers, path, field, part.asString("")));
            case "list" -> {
                long items = Math.clamp(field.path("min").asLong(0), 0, 10);
                for (int i = 0; i < items; i++) {
                    String item = path + "." + i + ".";
                    field.path("fields").forEach(each -> answer(answers, item, each, 0));
                }
            }
            default -> {
                JsonNode value = value(field, choice);
                if (!value.isNull()) {
                    Answers.set(answers, path, value);
                }
            }
        }
    }

    private static void person(ObjectNode answers, String path, JsonNode field, String part) {
        boolean male = field.path("fixedSex").asString("").equals("male");
        String name = part.endsWith("?") ? part.substring(0, part.length() - 1) : part;
        String value = switch (name) {
            case "name" -> male ? "Lê Văn Bình" : "Nguyễn Thị Mai";
            case "personalNumber" -> male ? MALE_NUMBER : FEMALE_NUMBER;
            case "birthDate" -> BIRTH_DATE;
            case "sex" -> male ? "male" : "female";
            case "ethnicity" -> "Kinh";
            case "nationality" -> "VN";
            case "address" -> "Số 12, thôn Đông, xã An Bình Mẫu, tỉnh Thử Nghiệm";
            case "phone" -> "0900000011";
            case "email" -> "mai@example.vn";
            default -> "";
        };
        if (!value.isEmpty()) {
            Answers.set(answers, path + "." + name, StringNode.valueOf(value));
        }
    }

    private JsonNode value(JsonNode field, int choice) {
        String right = field.path("example").path("right").asString("").strip();
        long min = field.path("min").asLong(1);
        return switch (field.path("type").asString("")) {
            case "yesNo" -> BooleanNode.valueOf(choice > 0);
            case "declaration" -> BooleanNode.TRUE;
            case "choice" -> StringNode.valueOf(chosen(field, choice));
            case "choices" -> JsonNodeFactory.instance.arrayNode().add(chosen(field, choice));
            case "date" -> StringNode.valueOf(BIRTH_DATE);
            case "personalNumber" -> StringNode.valueOf(number(field, right));
            case "phone" -> StringNode.valueOf(right.matches("0\\d{9}") ? right : "0900000011");
            case "email" -> StringNode.valueOf(right.matches("\\S+@\\S+\\.\\S+") ? right : "mai@example.vn");
            case "taxCode" -> StringNode.valueOf(FEMALE_NUMBER);
            case "money", "number" -> LongNode.valueOf(digits(right, Math.max(min, 0)));
            default -> StringNode.valueOf(right.isEmpty() ? "Câu trả lời mẫu" : right);
        };
    }

    /// A number that agrees with the birth date and the sex these answers have.
    private String number(JsonNode field, String right) {
        String id = field.path("id").asString("");
        for (JsonNode rule : form.path("rules")) {
            if (rule.path("number").asString("").equals(id)) {
                boolean male = rule.path("fixedSex").asString("").equals("male");
                return male ? MALE_NUMBER : FEMALE_NUMBER;
            }
        }
        return right.matches("\\d{12}") ? right : FEMALE_NUMBER;
    }

    private String chosen(JsonNode field, int choice) {
        List<String> values = definition
                .field(field.path("id").asString(""))
                .map(known -> known.choices().stream().map(each -> each.value()).toList())
                .orElse(List.of());
        return values.isEmpty() ? "" : values.get(Math.min(choice, values.size() - 1));
    }

    private static long digits(String text, long otherwise) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 15 ? otherwise : Math.max(otherwise, Long.parseLong(digits));
    }
}
