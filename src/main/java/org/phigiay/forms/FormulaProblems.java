package org.phigiay.forms;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is wrong with the way one value is calculated: it names what is not there, goes in a circle, or may divide by
/// nothing.
final class FormulaProblems {

    private static final Set<FieldType> NUMBERS = Set.of(FieldType.NUMBER, FieldType.MONEY, FieldType.CALCULATED);

    private static final int DEEPEST = 30;

    private final String path;
    private final Function<String, Optional<Field>> field;
    private final Predicate<String> surelyAsked;
    private final Consumer<Problem> found;

    FormulaProblems(
            String path,
            Function<String, Optional<Field>> field,
            Predicate<String> surelyAsked,
            Consumer<Problem> found) {
        this.path = path;
        this.field = field;
        this.surelyAsked = surelyAsked;
        this.found = found;
    }

    private void add(String message, Object... args) {
        found.accept(Problem.of(path, message, args));
    }

    void look() {
        Formula formula = formula(path);
        if (formula == null) {
            return;
        }
        formula.all().forEach(this::operand);
        if (circle()) {
            add("forms.problem.formula.loop", path);
            return;
        }
        formula.all().forEach(each -> {
            if (each instanceof Formula.Quotient(Formula _, Formula by) && !positive(by, 0)) {
                add("forms.problem.formula.zero", path);
            }
        });
    }

    private @org.jspecify.annotations.Nullable Formula formula(String of) {
        return field.apply(of).map(Field::formula).orElse(null);
    }

    private void operand(Formula formula) {
        switch (formula) {
            case Formula.Answer(String of) -> typed(of, NUMBERS);
            case Formula.SumOf(String of) -> {
                typed(of, NUMBERS);
                boolean list = of.indexOf('.') > 0
                        && field.apply(of.substring(0, of.indexOf('.')))
                                .filter(found -> found.type() == FieldType.LIST)
                                .isPresent();
                if (!list) {
                    add("forms.problem.formula.unknown", of);
                }
            }
            case Formula.Count(String of) -> typed(of, Set.of(FieldType.LIST));
            case Formula.Age(String of) -> typed(of, Set.of(FieldType.DATE));
            default -> {}
        }
    }

    private void typed(String of, Set<FieldType> types) {
        Optional<Field> operand = field.apply(of);
        if (operand.isEmpty()) {
            add("forms.problem.formula.unknown", of);
        } else if (!types.contains(operand.get().type())) {
            add("forms.problem.formula.type", of);
        }
    }

    private boolean circle() {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(paths(path));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(path)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(paths(next));
            }
        }
        return false;
    }

    private List<String> paths(String of) {
        Formula formula = formula(of);
        return formula == null ? List.of() : formula.paths();
    }

    /// Whether the value is above zero whatever people answer.
    ///
    /// @param depth how many values it builds on so far; one that goes in a circle ends here
    private boolean positive(Formula formula, int depth) {
        return switch (formula) {
            case Formula.Constant(long value) -> value > 0;
            case Formula.Answer(String of) -> positiveAnswer(of, depth);
            case Formula.Count(String list) ->
                surelyAsked.test(list)
                        && field.apply(list)
                                .filter(of -> FormDefinition.least(of) > 0)
                                .isPresent();
            case Formula.Product(List<Formula> of) -> of.stream().allMatch(each -> positive(each, depth));
            case Formula.Sum(List<Formula> of) -> of.stream().allMatch(each -> positive(each, depth));
            default -> false;
        };
    }

    private boolean positiveAnswer(String of, int depth) {
        Formula inner = formula(of);
        if (inner != null) {
            return depth < DEEPEST && positive(inner, depth + 1);
        }
        return surelyAsked.test(of)
                && field.apply(of).map(Field::min).filter(min -> min > 0).isPresent();
    }
}
