package org.phigiay.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.phigiay.shared.Bilingual;

/// What is wrong with the fields of one page.
final class FieldProblems {

    private final FormPage page;
    private final int at;
    private final Map<String, Field> paths;
    private final List<Problem> found;
    private final Set<String> components = new HashSet<>();

    FieldProblems(FormPage page, int at, Map<String, Field> paths, List<Problem> found) {
        this.page = page;
        this.at = at;
        this.paths = paths;
        this.found = found;
    }

    private void add(Field field, String message, Object... args) {
        found.add(Problem.of(page.id() + "/" + field.id(), message, args));
    }

    void look(Field field) {
        Bilingual label = field.label();
        if (label == null || label.vi() == null || label.vi().isBlank()) {
            add(field, "forms.problem.noLabel", field.id());
            return;
        }
        Long min = field.min();
        Long max = field.max();
        if ((min != null && max != null && min > max) || (min != null && min < 0) || (max != null && max < 0)) {
            add(field, "forms.problem.range", field.id());
        }
        switch (field.type()) {
            case CHOICE, CHOICES -> choices(field);
            case FILE -> file(field);
            case LIST -> list(field);
            case CALCULATED -> {
                String unit = field.unit();
                if (field.formula() == null
                        || unit == null
                        || !Set.of("money", "number").contains(unit)) {
                    add(field, "forms.problem.noFormula", field.id());
                }
                if (page.each() != null) {
                    add(field, "forms.problem.formulaInList", field.id());
                }
            }
            // A person is left over only when none of its parts is known.
            case PERSON -> add(field, "forms.problem.person", field.id());
            default -> {
                if (field.formula() != null || !field.fields().isEmpty() || field.component() != null) {
                    add(field, "forms.problem.foreignParts", field.id());
                }
            }
        }
        prefill(field);
    }

    private void choices(Field field) {
        var values = new HashSet<String>();
        if (field.choices().isEmpty()) {
            add(field, field.list() == null ? "forms.problem.noChoices" : "forms.problem.noList", field.id());
        }
        for (Choice choice : field.choices()) {
            if (choice.value() == null || choice.value().isBlank() || !values.add(choice.value())) {
                add(field, "forms.problem.choiceTwice", field.id(), String.valueOf(choice.value()));
            }
            if (choice.label() == null
                    || choice.label().vi() == null
                    || choice.label().vi().isBlank()) {
                add(field, "forms.problem.choiceLabel", field.id(), String.valueOf(choice.value()));
            }
        }
    }

    private void file(Field field) {
        String component = field.component();
        if (component == null || component.isBlank()) {
            add(field, "forms.problem.noComponent", field.id());
        } else if (!components.add(component)) {
            add(field, "forms.problem.componentTwice", component);
        }
        if (page.each() != null) {
            add(field, "forms.problem.fileInList", field.id());
        }
    }

    private void list(Field field) {
        if (field.fields().isEmpty() || field.item() == null) {
            add(field, "forms.problem.list", field.id());
        }
        if (field.max() != null && field.max() > Answers.MOST_ITEMS / 2) {
            add(field, "forms.problem.listTooLong", Answers.MOST_ITEMS / 2);
        }
        for (Field inside : field.fields()) {
            switch (inside.type()) {
                case LIST, CALCULATED -> add(inside, "forms.problem.listInList", inside.id());
                case FILE -> add(inside, "forms.problem.fileInList", inside.id());
                default -> look(inside);
            }
        }
    }

    private void prefill(Field field) {
        Prefill prefill = field.prefill();
        if (prefill == null) {
            return;
        }
        long sources = Stream.of(prefill.account(), prefill.value(), prefill.answer(), prefill.result())
                .filter(java.util.Objects::nonNull)
                .count();
        String answer = prefill.answer();
        if (sources != 1) {
            add(field, "forms.problem.prefill", field.id());
        } else if (answer != null && (!paths.containsKey(answer) || at == 0)) {
            add(field, "forms.problem.prefillUnknown", answer);
        }
        prefill.when().stream()
                .filter(condition -> !paths.containsKey(condition.field()))
                .forEach(condition -> add(field, "forms.problem.condition.unknown", condition.field()));
    }
}
