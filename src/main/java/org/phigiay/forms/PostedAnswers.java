package org.phigiay.forms;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what a browser posted for one page. It forgives every way of writing that has one meaning and refuses nothing:
/// refusing is the check's part.
final class PostedAnswers {

    private static final Pattern AMOUNT =
            Pattern.compile("(\\d[\\d.,\\s\\u00A0]{0,30}?)\\s*(nghìn|ngàn|triệu|tr|tỷ|tỉ)?\\s*(đồng|đ|vnđ|vnd)?");
    private static final Map<String, BigDecimal> TIMES = Map.of(
            "nghìn", new BigDecimal("1e3"),
            "ngàn", new BigDecimal("1e3"),
            "triệu", new BigDecimal("1e6"),
            "tr", new BigDecimal("1e6"),
            "tỷ", new BigDecimal("1e9"),
            "tỉ", new BigDecimal("1e9"));
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00A0.\\-]");

    private PostedAnswers() {}

    static ObjectNode read(FormPage page, MultiValueMap<String, String> posted) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        for (Field field : page.fields()) {
            switch (field.type()) {
                case DATE -> put(answers, field, date(field.id(), posted));
                case CHOICES -> choices(answers, field, posted.get(field.id()));
                case YES_NO, DECLARATION -> yesNo(answers, field, first(posted, field.id()));
                case MONEY, NUMBER -> number(answers, field, first(posted, field.id()));
                case LONG_TEXT -> put(answers, field, lines(raw(posted, field.id())));
                case PERSONAL_NUMBER -> put(answers, field, digits(first(posted, field.id())));
                case TAX_CODE -> put(answers, field, taxCode(first(posted, field.id())));
                case PHONE -> put(answers, field, phone(first(posted, field.id())));
                case TEXT, ADDRESS, EMAIL, CHOICE -> put(answers, field, first(posted, field.id()));
                case FILE, PERSON, LIST, CALCULATED -> {}
            }
        }
        return answers;
    }

    private static void put(ObjectNode answers, Field field, String value) {
        if (!value.isEmpty()) {
            Answers.set(answers, field.id(), answers.stringNode(value));
        }
    }

    private static void choices(ObjectNode answers, Field field, @Nullable List<String> values) {
        if (values != null) {
            ArrayNode array = answers.arrayNode();
            values.stream().map(PostedAnswers::storable).distinct().forEach(array::add);
            Answers.set(answers, field.id(), array);
        }
    }

    private static void yesNo(ObjectNode answers, Field field, String value) {
        switch (value) {
            case "true" -> Answers.set(answers, field.id(), answers.booleanNode(true));
            case "false" -> Answers.set(answers, field.id(), answers.booleanNode(false));
            default -> put(answers, field, value);
        }
    }

    private static void number(ObjectNode answers, Field field, String typed) {
        Matcher amount = AMOUNT.matcher(typed.toLowerCase(Locale.ROOT));
        if (amount.matches()) {
            BigDecimal times = TIMES.getOrDefault(amount.group(2) == null ? "" : amount.group(2), BigDecimal.ONE);
            BigDecimal whole = digits(amount.group(1), times).multiply(times);
            if (whole.stripTrailingZeros().scale() <= 0 && whole.precision() - whole.scale() <= 15) {
                Answers.set(answers, field.id(), answers.numberNode(whole.longValueExact()));
                return;
            }
        }
        put(answers, field, typed);
    }

    /// "50.000.000" has thousands in it; "1,5" before "triệu" has a decimal.
    private static BigDecimal digits(String typed, BigDecimal times) {
        String plain = typed.replaceAll("[\\s\\u00A0]", "");
        boolean decimal = times.compareTo(BigDecimal.ONE) > 0 && plain.matches("\\d+[.,]\\d{1,2}");
        return new BigDecimal(decimal ? plain.replace(',', '.') : plain.replaceAll("[.,]", ""));
    }

    private static String date(String id, MultiValueMap<String, String> posted) {
        var parts = new ArrayList<String>();
        for (String part : List.of(".day", ".month", ".year")) {
            parts.add(first(posted, id + part));
        }
        if (parts.stream().allMatch(String::isEmpty)) {
            return first(posted, id);
        }
        boolean numbers = parts.get(0).matches("\\d{1,2}")
                && parts.get(1).matches("\\d{1,2}")
                && parts.get(2).matches("\\d{4}");
        return numbers
                ? "%s-%2s-%2s"
                        .formatted(parts.get(2), parts.get(1), parts.get(0))
                        .replace(' ', '0')
                : String.join("/", parts);
    }

    private static String phone(String typed) {
        String plain = typed.replaceAll("[\\s\\u00A0.()\\-]", "");
        return plain.replaceFirst("^(\\+84|0084|84(?=\\d{9}$))", "0");
    }

    private static String digits(String typed) {
        return BETWEEN_DIGITS.matcher(typed).replaceAll("");
    }

    private static String taxCode(String typed) {
        String plain = digits(typed);
        return plain.matches("\\d{13}") ? plain.substring(0, 10) + "-" + plain.substring(10) : plain;
    }

    private static String lines(String typed) {
        return typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .strip();
    }

    private static String first(MultiValueMap<String, String> posted, String name) {
        return SPACES.matcher(raw(posted, name)).replaceAll(" ").strip();
    }

    private static String raw(MultiValueMap<String, String> posted, String name) {
        String value = posted.getFirst(name);
        return value == null ? "" : Normalizer.normalize(storable(value), Normalizer.Form.NFC);
    }

    /// What no database can keep becomes U+FFFD, which the check refuses: the sign U+0000 and halves of a pair.
    static String storable(String value) {
        if (value.indexOf('\0') < 0 && value.chars().noneMatch(sign -> Character.isSurrogate((char) sign))) {
            return value;
        }
        return value.codePoints()
                .map(sign -> sign == 0 || (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE)
                        ? '\uFFFD'
                        : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
