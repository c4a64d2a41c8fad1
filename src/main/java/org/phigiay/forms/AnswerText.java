package org.phigiay.forms;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;

/// Writes answers for people: dates as 14/03/1994, money with its unit, choices by their labels.
final class AnswerText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private AnswerText() {}

    /// The answer to a field, or an empty text.
    static String of(Field field, JsonNode answers, String language) {
        JsonNode answer = Answers.at(answers, field.id());
        if (answer.isMissingNode() || answer.isNull()) {
            return "";
        }
        return switch (field.type()) {
            case DATE -> AnswerCheck.date(answer).map(DAY::format).orElse(answer.asString(""));
            case MONEY -> answer.isNumber() ? money(whole(answer), language) : answer.asString("");
            case CALCULATED ->
                !answer.isNumber()
                        ? ""
                        : "money".equals(field.unit()) ? money(whole(answer), language) : Long.toString(whole(answer));
            case LIST -> {
                Field shortly = shortly(field);
                var all = new StringJoiner("\n");
                answer.forEach(each -> all.add(shortly == null ? "" : of(shortly, each, language)));
                yield all.toString();
            }
            case NUMBER -> answer.isNumber() ? Long.toString(whole(answer)) : answer.asString("");
            case YES_NO -> answer.isBoolean() ? yesNo(answer.asBoolean(), language) : answer.asString("");
            case CHOICE -> choice(field, answer.asString(""), answers, language);
            case CHOICES -> {
                var all = new StringJoiner("; ");
                answer.forEach(each -> all.add(choice(field, each.asString(""), answers, language)));
                yield all.toString();
            }
            case ADDRESS -> answer.isObject() ? address(answer) : answer.asString("");
            default -> answer.asString("");
        };
    }

    /// By what an item is known in one line: the first thing asked about it.
    static @Nullable Field shortly(Field list) {
        return list.fields().isEmpty() ? null : list.fields().getFirst();
    }

    /// As it was written out; an unfinished one as far as it goes.
    private static String address(JsonNode answer) {
        String text = answer.path(Addresses.TEXT).asString("");
        if (!text.isEmpty()) {
            return text;
        }
        var parts = new StringJoiner(", ");
        for (String part : new String[] {Addresses.LINE, Addresses.NAME}) {
            String value = answer.path(part).asString("");
            if (!value.isEmpty()) {
                parts.add(value);
            }
        }
        return parts.toString();
    }

    /// The answer as the result document prints it, in Vietnamese.
    static String printed(Field field, JsonNode answers) {
        if (field.type() == FieldType.CHOICE) {
            var said =
                    field.choice(Answers.at(answers, field.id()).asString("")).map(Choice::result);
            if (said.isPresent()) {
                return said.get().vi();
            }
        }
        return of(field, answers, "vi");
    }

    /// What was written beside "other" takes its place: the field `ethnicityOther` beside `ethnicity`.
    private static String choice(Field field, String value, JsonNode answers, String language) {
        String other = Answers.at(answers, field.id() + "Other").asString("");
        if ("other".equals(value) && !other.isEmpty()) {
            return other;
        }
        return field.choice(value).map(choice -> choice.label().in(language)).orElse(value);
    }

    /// JSON Schema counts 3.0 among the integers, and so do people.
    private static long whole(JsonNode number) {
        return number.decimalValue().longValue();
    }

    private static String yesNo(boolean yes, String language) {
        return Texts.in(Language.of(language)).get(yes ? "forms.question.yes" : "forms.question.no");
    }

    private static String money(long amount, String language) {
        String digits = String.format(Locale.ROOT, "%,d", amount);
        return language.startsWith("en") ? digits + " VND" : digits.replace(',', '.') + " đồng";
    }
}
