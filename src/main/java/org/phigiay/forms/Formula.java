package org.phigiay.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// Cách tính: how a calculated value comes from the answers. Values are whole numbers; a value that lacks an operand is
/// no value.
@JsonDeserialize(using = Formula.Reader.class)
public sealed interface Formula {

    /// A fixed number.
    record Constant(long value) implements Formula {}

    /// The number answered to a field.
    ///
    /// @param path dotted path of a leaf field
    record Answer(String path) implements Formula {}

    record Sum(List<Formula> of) implements Formula {
        public Sum {
            of = List.copyOf(of);
        }
    }

    record Product(List<Formula> of) implements Formula {
        public Product {
            of = List.copyOf(of);
        }
    }

    record Difference(Formula from, Formula less) implements Formula {}

    /// Rounded to a whole number, a half upwards. Dividing by zero gives no value.
    record Quotient(Formula of, Formula by) implements Formula {}

    /// The sum over the items of a list.
    ///
    /// @param path `members.share`: the list, then the field of an item
    record SumOf(String path) implements Formula {}

    /// How many items a list has.
    record Count(String list) implements Formula {}

    /// Whole years from a day to today.
    ///
    /// @param path of a date
    record Age(String path) implements Formula {}

    /// What the answers give on this day.
    default Optional<Long> value(JsonNode answers, LocalDate today) {
        try {
            return exact(answers, today).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> exact(JsonNode answers, LocalDate today) {
        return switch (this) {
            case Constant(long value) -> Optional.of(BigDecimal.valueOf(value));
            case Answer(String path) -> number(Answers.at(answers, path));
            case Sum(List<Formula> of) -> all(of, answers, today, BigDecimal.ZERO, BigDecimal::add);
            case Product(List<Formula> of) -> all(of, answers, today, BigDecimal.ONE, BigDecimal::multiply);
            case Difference(Formula from, Formula less) ->
                from.exact(answers, today)
                        .flatMap(a -> less.exact(answers, today).map(a::subtract));
            case Quotient(Formula of, Formula by) ->
                of.exact(answers, today)
                        .flatMap(a -> by.exact(answers, today)
                                .filter(b -> b.signum() != 0)
                                .map(b -> a.divide(b, 0, RoundingMode.HALF_UP)));
            case SumOf(String path) -> sumOf(path, answers);
            case Count(String list) -> {
                JsonNode items = Answers.at(answers, list);
                yield Optional.of(BigDecimal.valueOf(items.isArray() ? items.size() : 0));
            }
            case Age(String path) ->
                AnswerCheck.date(Answers.at(answers, path))
                        .filter(born -> !born.isAfter(today))
                        .map(born -> BigDecimal.valueOf(ChronoUnit.YEARS.between(born, today)));
        };
    }

    private static Optional<BigDecimal> all(
            List<Formula> of,
            JsonNode answers,
            LocalDate today,
            BigDecimal start,
            java.util.function.BinaryOperator<BigDecimal> with) {
        BigDecimal value = start;
        for (Formula each : of) {
            Optional<BigDecimal> operand = each.exact(answers, today);
            if (operand.isEmpty()) {
                return Optional.empty();
            }
            value = with.apply(value, operand.get());
        }
        return Optional.of(value);
    }

    private static Optional<BigDecimal> sumOf(String path, JsonNode answers) {
        int dot = path.indexOf('.');
        JsonNode items = Answers.at(answers, dot < 0 ? path : path.substring(0, dot));
        BigDecimal sum = BigDecimal.ZERO;
        if (items.isArray()) {
            for (JsonNode item : items) {
                sum = sum.add(number(Answers.at(item, path.substring(dot + 1))).orElse(BigDecimal.ZERO));
            }
        }
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> number(JsonNode answer) {
        return answer.isNumber() ? Optional.of(answer.decimalValue()) : Optional.empty();
    }

    /// The paths this formula reads: leaf fields, lists, and `list.field` of items.
    default List<String> paths() {
        return switch (this) {
            case Constant _ -> List.of();
            case Answer(String path) -> List.of(path);
            case SumOf(String path) -> List.of(path);
            case Count(String list) -> List.of(list);
            case Age(String path) -> List.of(path);
            default -> parts().stream().flatMap(part -> part.paths().stream()).toList();
        };
    }

    /// The operands that are formulas themselves.
    default List<Formula> parts() {
        return switch (this) {
            case Sum(List<Formula> of) -> of;
            case Product(List<Formula> of) -> of;
            case Difference(Formula from, Formula less) -> List.of(from, less);
            case Quotient(Formula of, Formula by) -> List.of(of, by);
            default -> List.of();
        };
    }

    /// This formula and every one inside it.
    default Stream<Formula> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Formula::all));
    }

    /// Reads `12`, `"path"` or `{"sum": [...]}`.
    class Reader extends ValueDeserializer<Formula> {
        @Override
        public Formula deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            return read(context.readTree(parser), context);
        }

        private static Formula read(JsonNode node, DeserializationContext context) {
            if (node.isIntegralNumber() && node.canConvertToLong()) {
                return new Constant(node.asLong());
            }
            if (node.isString()) {
                return new Answer(node.asString());
            }
            if (node.isObject() && node.size() == 1) {
                var only = node.properties().iterator().next();
                JsonNode of = only.getValue();
                switch (only.getKey()) {
                    case "sum" -> {
                        return new Sum(several(of, 1, Integer.MAX_VALUE, context));
                    }
                    case "product" -> {
                        return new Product(several(of, 1, Integer.MAX_VALUE, context));
                    }
                    case "difference" -> {
                        List<Formula> two = several(of, 2, 2, context);
                        return new Difference(two.getFirst(), two.getLast());
                    }
                    case "quotient" -> {
                        List<Formula> two = several(of, 2, 2, context);
                        return new Quotient(two.getFirst(), two.getLast());
                    }
                    case "sumOf" -> {
                        return new SumOf(of.asString(""));
                    }
                    case "count" -> {
                        return new Count(of.asString(""));
                    }
                    case "age" -> {
                        return new Age(of.asString(""));
                    }
                    default -> {}
                }
            }
            return context.reportInputMismatch(Formula.class, "Not a formula: %s", node);
        }

        private static List<Formula> several(JsonNode node, int least, int most, DeserializationContext context) {
            if (!node.isArray() || node.size() < least || node.size() > most) {
                return context.reportInputMismatch(Formula.class, "A wrong number of operands: %s", node);
            }
            var all = new ArrayList<Formula>();
            node.forEach(each -> all.add(read(each, context)));
            return all;
        }
    }
}
