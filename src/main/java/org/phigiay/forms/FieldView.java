package org.phigiay.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;

/// One field as its template draws it.
///
/// @param name name of the input; a file's is `files.<component>`, where its errors are
/// @param value what was answered or typed, or comes from the account
/// @param day, month, year of a date, as typed
/// @param options of a choice, the chosen ones marked
/// @param known the value was not typed: where it comes from; null when the person gave it
/// @param denied the person said that what was known is wrong
/// @param files what is attached already, for a file
/// @param text a calculated value with its unit
/// @param address for an address that is asked for by its commune; null otherwise
public record FieldView(
        Field field,
        String name,
        String label,
        @Nullable String hint,
        String value,
        String day,
        String month,
        String year,
        List<Option> options,
        @Nullable Known known,
        boolean denied,
        List<Attached> files,
        @Nullable AddressView address,
        String text) {

    private static final int MOST_RADIOS = 8;

    /// Where the value comes from, in words; empty when the person gave it.
    public String origin(Texts texts) {
        if (denied) {
            return texts.get("forms.question.denied");
        }
        return known == null
                ? ""
                : texts.get("forms.question.known." + known.source().jsonName(), known.ref());
    }

    /// What a calculated value reads like; empty while something it needs is missing.
    public String calculated() {
        return value.isEmpty() ? "" : text;
    }

    /// Whether the choices are shown as a list to open, because there are many.
    public boolean select() {
        return field.choices().size() > MOST_RADIOS;
    }

    /// What browsers may fill in by themselves; null when nothing fits.
    public @Nullable String autocomplete() {
        if (field.prefill() == null || field.prefill().account() == null) {
            return null;
        }
        return switch (field.prefill().account()) {
            case NAME -> "name";
            case PHONE -> "tel";
            case EMAIL -> "email";
            case ADDRESS -> "street-address";
            case BIRTH_DATE, PERSONAL_NUMBER, SEX, FOR_WHOM -> null;
        };
    }

    static FieldView of(
            Field field,
            boolean alone,
            FormPage page,
            JsonNode answers,
            Knowledge knowledge,
            List<Attached> attached,
            @Nullable Addresses addresses,
            Language language) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        JsonNode answer = Answers.at(answers, field.id());
        Optional<Known> known = answer.isMissingNode() ? knowledge.of(field, answers) : knowledge.taken(field, answers);
        JsonNode shown = answer.isMissingNode() ? known.map(Known::value).orElse(answer) : answer;
        String value = typed(shown);
        String title = (alone ? page.title() : field.label()).in(lang);
        var hint = field.hint() != null ? field.hint() : alone ? page.hint() : null;
        String[] date = field.type() == FieldType.DATE ? date(value) : new String[] {"", "", ""};
        return new FieldView(
                field,
                field.component() == null ? field.id() : "files." + field.component(),
                field.optional() ? texts.get("forms.question.optionalLabel", title) : title,
                hint == null ? fileHint(field, texts) : hint.in(lang),
                value,
                date[0],
                date[1],
                date[2],
                options(field, shown, value, texts, lang),
                known.filter(one -> one.source() != Known.Source.USUAL).orElse(null),
                knowledge.wrong(field.id()),
                attached.stream()
                        .filter(file -> file.component().equals(field.component()))
                        .toList(),
                field.type() == FieldType.ADDRESS && addresses != null && addresses.byCommune()
                        ? answer.isMissingNode() && shown.isString()
                                ? addresses.view(answer, value, lang)
                                : addresses.view(shown, "", lang)
                        : null,
                AnswerText.of(field, answers, lang));
    }

    private static @Nullable String fileHint(Field field, Texts texts) {
        return field.type() == FieldType.FILE ? texts.get("forms.question.fileHint") : null;
    }

    private static String typed(JsonNode answer) {
        return answer.isContainer() ? answer.path(Addresses.TEXT).asString("") : answer.asString("");
    }

    /// Day, month, year from `1994-03-14` or from what was typed, `31/xx/1994`.
    private static String[] date(String value) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return new String[] {value.substring(8), value.substring(5, 7), value.substring(0, 4)};
        }
        String[] parts = value.split("/", -1);
        return parts.length == 3 ? parts : new String[] {value, "", ""};
    }

    private static List<Option> options(Field field, JsonNode answer, String value, Texts texts, String lang) {
        if (field.type() == FieldType.YES_NO) {
            return List.of(
                    Option.of("true", texts.get("forms.question.yes"), value.equals("true")),
                    Option.of("false", texts.get("forms.question.no"), value.equals("false")));
        }
        if (field.type() == FieldType.DECLARATION) {
            return List.of(Option.of("true", field.label().in(lang), value.equals("true")));
        }
        var options = new ArrayList<Option>();
        if (field.choices().size() > MOST_RADIOS) {
            options.add(Option.of("", texts.get("forms.question.choose"), value.isEmpty()));
        }
        for (Choice choice : field.choices()) {
            boolean chosen = choice.value().equals(value) || among(answer, choice.value());
            String hint = choice.hint() == null ? null : choice.hint().in(lang);
            options.add(Option.of(choice.value(), choice.label().in(lang), hint, chosen));
        }
        return options;
    }

    private static boolean among(JsonNode answer, String value) {
        return answer.isArray() && answer.valueStream().anyMatch(each -> value.equals(each.asString("")));
    }
}
