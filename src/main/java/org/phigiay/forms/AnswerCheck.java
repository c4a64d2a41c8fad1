package org.phigiay.forms;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.phigiay.shared.FieldError;
import tools.jackson.databind.JsonNode;

/// One check of one set of answers: what the schema says, then what only a reader of dates and numbers can say, then
/// the
/// rules over several fields. A field gets one error at a time, the first thing to mend.
final class AnswerCheck {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_UNKNOWN = 50;
    private static final int LONGEST_NAME = 60;
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    // What to mend first when the schema finds several faults in one field.
    private static final List<String> ORDER = List.of(
            "additionalProperties", "false", "required", "type", "const", "enum", "minLength", "maxLength", "pattern");

    private static final List<String> RULES = List.of(
            "forms.error.personalNumber.year",
            "forms.error.personalNumber.sex",
            "forms.error.date.order",
            "forms.error.together");

    private final FormDefinition form;
    private final JsonNode answers;
    private final LocalDate today;
    private final String language;
    private final Map<String, FieldError> found = new LinkedHashMap<>();

    private AnswerCheck(FormDefinition form, JsonNode answers, LocalDate today, String language) {
        this.form = form;
        this.answers = answers;
        this.today = today;
        this.language = language;
    }

    /// All errors, in the order of the questions, unknown fields last.
    static List<FieldError> of(FormDefinition form, Schema schema, JsonNode answers, LocalDate today, String language) {
        if (!answers.isObject()) {
            return List.of(FieldError.of("", "forms.error.notAnswers"));
        }
        return new AnswerCheck(form, answers, today, language).errors(schema);
    }

    /// A date that exists, or empty.
    static Optional<LocalDate> date(JsonNode answer) {
        if (!answer.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(answer.asString(), ISO));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The same error shown at the field on this page, when it comes from a rule that speaks of that field too.
    static Optional<FieldError> rulesAbout(FormDefinition form, JsonNode answers, FieldError error, FormPage page) {
        boolean fromRule = RULES.stream().anyMatch(error.message()::startsWith);
        if (!fromRule) {
            return Optional.empty();
        }
        return form.rules(answers).stream()
                .filter(rule -> rule.fields().contains(error.field()))
                .flatMap(rule -> rule.fields().stream())
                .filter(page::has)
                .findFirst()
                .map(field -> new FieldError(field, error.message(), error.args()));
    }

    private List<FieldError> errors(Schema schema) {
        List<Error> raw = new ArrayList<>(schema.validate(answers));
        raw.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        raw.forEach(this::fromSchema);
        form.fields(answers).filter(this::soFarRight).forEach(this::fromMeaning);
        form.rules(answers).forEach(this::fromRule);
        oneNumberOnePerson();
        List<FieldError> ordered = new ArrayList<>();
        form.fields(answers)
                .map(Field::id)
                .forEach(id -> Optional.ofNullable(found.remove(id)).ifPresent(ordered::add));
        found.values().stream().limit(MOST_UNKNOWN).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static int rank(Error error) {
        int rank = ORDER.indexOf(error.getKeyword());
        return rank < 0 ? ORDER.size() : rank;
    }

    private void fromSchema(Error error) {
        String id = path(error);
        Optional<Field> known = known(id);
        if (known.isEmpty()) {
            List<Field> inside = form.fields(answers)
                    .filter(field -> field.id().startsWith(id + "."))
                    .toList();
            if (!inside.isEmpty()) {
                inside.forEach(field -> fromPerson(field, error));
                return;
            }
            String name = id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME) + "…";
            add(FieldError.of(name, "forms.error.unknown", name));
            return;
        }
        fromField(known.get(), error);
    }

    /// A person is missing as a whole, or is there although nobody asked.
    private void fromPerson(Field field, Error error) {
        if (asked(field.id())) {
            if (!field.optional()) {
                add(field.id(), "forms.error.required." + kind(field), label(field));
            }
        } else if (!error.getKeyword().equals("required")) {
            add(field.id(), "forms.error.notAsked", label(field));
        }
    }

    private boolean asked(String id) {
        return form.pageOf(id).filter(page -> page.asked(answers)).isPresent();
    }

    /// The dotted path an error is at.
    private static String path(Error error) {
        var location = error.getInstanceLocation();
        String property = error.getProperty();
        var path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            path.append(i == 0 ? "" : ".").append(location.getName(i));
        }
        if (property != null) {
            path.append(path.isEmpty() ? "" : ".").append(property);
        }
        return path.toString();
    }

    /// The field at a path, or the one the path leads into, such as a choice of several or the commune of an address.
    private Optional<Field> known(String path) {
        String id = path;
        while (true) {
            Optional<Field> field = form.field(id);
            boolean list = field.filter(found -> found.type() == FieldType.LIST).isPresent();
            if (field.isPresent() && !(list && !id.equals(path))) {
                return field;
            }
            int dot = id.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            id = id.substring(0, dot);
        }
    }

    private void fromField(Field field, Error error) {
        String id = field.id();
        boolean asked = asked(id);
        switch (error.getKeyword()) {
            case "required" -> add(id, "forms.error.required." + kind(field), label(field));
            case "minItems" ->
                add(
                        id,
                        field.type() == FieldType.LIST ? "forms.error.list.few" : "forms.error.required.choice",
                        label(field),
                        argument(error));
            case "maxItems" -> add(id, "forms.error.list.many", label(field), argument(error));
            case "minLength" -> add(id, "forms.error.tooShort", label(field), argument(error));
            case "maxLength" -> add(id, "forms.error.tooLong", label(field), argument(error));
            case "minimum" -> add(id, "forms.error.tooSmall", label(field), argument(error));
            case "maximum" -> add(id, "forms.error.tooBig", label(field), argument(error));
            default -> add(id, asked ? shape(field) : "forms.error.notAsked", label(field));
        }
    }

    private static Object argument(Error error) {
        Object[] arguments = error.getArguments();
        return arguments == null || arguments.length == 0 ? "" : arguments[0];
    }

    private static String shape(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, ADDRESS -> "forms.error.text";
            case DATE -> "forms.error.date.notReal";
            case CHOICE, CHOICES, YES_NO -> "forms.error.choice";
            case DECLARATION -> "forms.error.required.declaration";
            case MONEY -> "forms.error.money";
            case NUMBER -> "forms.error.number";
            case PHONE -> "forms.error.phone";
            case EMAIL -> "forms.error.email";
            case PERSONAL_NUMBER -> "forms.error.personalNumber.shape";
            case TAX_CODE -> "forms.error.taxCode.shape";
            case LIST -> "forms.error.list";
            case CALCULATED -> "forms.error.number";
            case FILE, PERSON -> "forms.error.unknown";
        };
    }

    /// Which words ask for a missing answer.
    static String kind(Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES, YES_NO -> "choice";
            case DATE -> "date";
            case FILE -> "file";
            case DECLARATION -> "declaration";
            case LIST -> "list";
            default -> "text";
        };
    }

    private boolean soFarRight(Field field) {
        return Answers.has(answers, field.id()) && !found.containsKey(field.id());
    }

    private void fromMeaning(Field field) {
        JsonNode answer = Answers.at(answers, field.id());
        switch (field.type()) {
            case DATE ->
                date(answer)
                        .ifPresentOrElse(
                                date -> checkDate(field, date),
                                () -> add(field.id(), "forms.error.date.notReal", label(field)));
            case TAX_CODE -> {
                if (!TaxCode.agrees(answer.asString())) {
                    add(field.id(), "forms.error.taxCode.checkDigit", label(field));
                }
            }
            case TEXT, LONG_TEXT ->
                field.words().stream()
                        .filter(word -> folded(answer.asString()).contains(folded(word)))
                        .findFirst()
                        .ifPresent(word -> add(field.id(), "forms.error.word", label(field), word));
            default -> {}
        }
    }

    private void checkDate(Field field, LocalDate date) {
        if (date.isBefore(OLDEST)) {
            add(field.id(), "forms.error.date.tooOld", label(field));
        } else if (field.notFuture() && date.isAfter(today)) {
            add(field.id(), "forms.error.date.future", label(field));
        }
    }

    private void fromRule(Rule rule) {
        if (rule.fields().stream().anyMatch(found::containsKey)) {
            return;
        }
        String first = rule.fields().getFirst();
        switch (rule) {
            case Rule.PersonalNumberAgrees agrees -> personalNumber(agrees);
            case Rule.NotEarlier(String field, String than) -> {
                Optional<LocalDate> day = date(Answers.at(answers, field));
                Optional<LocalDate> other = date(Answers.at(answers, than));
                if (day.isPresent() && other.isPresent() && day.get().isBefore(other.get())) {
                    add(field, "forms.error.date.order", label(field), label(than));
                }
            }
            case Rule.AgeAtLeast(String birthDate, int years) ->
                date(Answers.at(answers, birthDate))
                        .filter(date -> date.plusYears(years).isAfter(today))
                        .ifPresent(date -> add(birthDate, "forms.error.tooYoung", label(birthDate), years));
            case Rule.NotTogether(List<Condition> when, var message) -> {
                if (Condition.allHold(when, answers)) {
                    add(first, "forms.error.together", message.in(language));
                }
            }
        }
    }

    private void personalNumber(Rule.PersonalNumberAgrees rule) {
        if (!Answers.has(answers, rule.number())) {
            return;
        }
        var number = new PersonalNumber(Answers.at(answers, rule.number()).asString());
        String sex = rule.sex() != null ? Answers.at(answers, rule.sex()).asString("") : rule.fixedSex();
        Optional<LocalDate> born =
                rule.birthDate() == null ? Optional.empty() : date(Answers.at(answers, rule.birthDate()));
        if (born.isPresent() && !number.agreesWithYear(born.get())) {
            add(
                    rule.number(),
                    "forms.error.personalNumber.year",
                    label(rule.number()),
                    Integer.toString(number.year()),
                    Integer.toString(born.get().getYear()));
        } else if (sex != null && !sex.isEmpty() && !number.agreesWithSex(sex)) {
            add(rule.number(), "forms.error.personalNumber.sex", label(rule.number()));
        }
    }

    /// Two people of one form cannot have one number; the same person named twice can.
    private void oneNumberOnePerson() {
        Map<String, Field> holders = new LinkedHashMap<>();
        form.fields(answers)
                .filter(field -> field.group() != null && field.type() == FieldType.PERSONAL_NUMBER)
                .filter(this::soFarRight)
                .forEach(field -> {
                    Field first =
                            holders.putIfAbsent(Answers.at(answers, field.id()).asString(), field);
                    if (first != null && !name(first).equals(name(field))) {
                        add(field.id(), "forms.error.personalNumber.twice", label(field), label(first));
                    }
                });
    }

    private String name(Field number) {
        return number.group() == null
                ? ""
                : folded(Answers.at(answers, number.group().id() + "." + PersonPart.NAME.id())
                        .asString(""));
    }

    private String label(Field field) {
        return form.label(field, language);
    }

    private String label(String field) {
        return form.field(field).map(this::label).orElse(field);
    }

    private void add(String field, String message, Object... args) {
        add(FieldError.of(field, message, args));
    }

    private void add(FieldError error) {
        found.putIfAbsent(error.field(), error);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
