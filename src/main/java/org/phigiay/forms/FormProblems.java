package org.phigiay.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.shared.Bilingual;
import tools.jackson.databind.DatabindException;

/// Finds what is wrong in a definition, each with its place: names, texts, questions that lead nowhere,
/// values that
/// cannot be worked out.
final class FormProblems {

    private static final Pattern PAGE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Set<String> TAKEN = Set.of(
            "kiem-tra",
            "noi-nop",
            "sua",
            "nop",
            "bo",
            "nop-cho-ai",
            "dung-lai",
            "muc-luc",
            "bieu-mau-moi",
            "ghep",
            "hai-may");
    private static final Set<String> WHOM = Set.of("self", "guardian", "authorised", "organisation");
    private static final int MOST_PAGES = 80;
    private static final int MOST_FIELDS = 300;

    private final FormDefinition form;
    private final List<Problem> found = new ArrayList<>();
    /// Every path that can be named, with the index of the page that asks for it.
    private final Map<String, Asked> paths = new LinkedHashMap<>();

    private record Asked(Field field, int page) {}

    private FormProblems(FormDefinition form) {
        this.form = form;
    }

    @SuppressWarnings("ReferenceEquality") // parts that a file left out are null whatever the types say
    static List<Problem> of(FormDefinition form) {
        var problems = new FormProblems(form);
        problems.whole();
        if (problems.found.isEmpty()) {
            problems.names();
            problems.pages();
            problems.endings();
        }
        return List.copyOf(problems.found);
    }

    /// Where the reader stumbled, such as `pages.3.fields.0.type`.
    static Problem unreadable(DatabindException e) {
        String place = e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
        return place.isEmpty()
                ? Problem.of("", "forms.problem.unreadable")
                : Problem.of(place, "forms.problem.unreadableAt", place);
    }

    private void add(String place, String message, Object... args) {
        found.add(Problem.of(place, message, args));
    }

    private static boolean gone(@Nullable Object part) {
        return part == null;
    }

    private boolean blank(@Nullable Bilingual text) {
        return text == null || gone(text.vi()) || text.vi().isBlank();
    }

    private void whole() {
        if (gone(form.ref())
                || !NAME.matcher(form.ref().id().replace("-", "").replace(".", ""))
                        .matches()
                || form.ref().version() < 1) {
            add("ref", "forms.problem.ref");
        }
        if (gone(form.procedure())) {
            add("procedure", "forms.problem.procedure");
        }
        if (blank(form.title())) {
            add("title", "forms.problem.noTitle");
        }
        if (form.sections().isEmpty() || form.pages().isEmpty()) {
            add("", "forms.problem.empty");
        }
        if (form.pages().size() > MOST_PAGES || form.fields().count() > MOST_FIELDS) {
            add("", "forms.problem.tooLong", MOST_PAGES, MOST_FIELDS);
        }
        if (gone(form.result())) {
            add("result", "forms.problem.noResult");
        }
        if (gone(form.example())) {
            add("example", "forms.problem.noExample");
        }
        form.forWhom().stream()
                .filter(whom -> !WHOM.contains(whom))
                .forEach(whom -> add("forWhom", "forms.problem.forWhom", whom));
        if (form.forWhom().isEmpty()) {
            add("forWhom", "forms.problem.forNobody");
        }
    }

    /// Ids of sections, pages and fields, and where each path is asked.
    private void names() {
        var sections = new HashSet<String>();
        form.sections().forEach(section -> {
            if (!sections.add(section.id()) || blank(section.title())) {
                add("sections/" + section.id(), "forms.problem.section", section.id());
            }
        });
        var pages = new HashSet<String>();
        for (int i = 0; i < form.pages().size(); i++) {
            FormPage page = form.pages().get(i);
            if (gone(page.id()) || !PAGE.matcher(page.id()).matches() || TAKEN.contains(page.id())) {
                add(String.valueOf(page.id()), "forms.problem.pageId", String.valueOf(page.id()));
            } else if (!pages.add(page.id())) {
                add(page.id(), "forms.problem.pageTwice", page.id());
            }
            if (!sections.contains(page.section())) {
                add(page.id(), "forms.problem.noSection", String.valueOf(page.section()));
            }
            if (blank(page.title())) {
                add(page.id(), "forms.problem.noQuestion");
            }
            if (page.fields().isEmpty()) {
                add(page.id(), "forms.problem.noField");
            }
            String prefix = page.each() == null ? "" : page.each() + ".";
            for (Field field : page.fields()) {
                name(page, field, prefix, i);
            }
        }
    }

    private void name(FormPage page, Field field, String prefix, int at) {
        String place = page.id() + "/" + field.id();
        boolean named = Stream.of(field.id().split("\\.", -1))
                .allMatch(part -> NAME.matcher(part).matches());
        if (!named) {
            add(place, "forms.problem.fieldId", field.id());
            return;
        }
        Asked before = paths.put(prefix + field.id(), new Asked(field, at));
        if (before != null) {
            add(place, "forms.problem.fieldTwice", field.id());
        }
        for (Field inside : field.fields()) {
            name(page, inside, field.id() + ".", at);
        }
    }

    private void pages() {
        for (int i = 0; i < form.pages().size(); i++) {
            FormPage page = form.pages().get(i);
            String each = page.each();
            if (each != null) {
                Asked list = paths.get(each);
                if (list == null || list.field().type() != FieldType.LIST || list.page() >= i) {
                    add(page.id(), "forms.problem.each", each);
                }
            }
            if (page.list().isPresent() && (page.fields().size() > 1 || each != null)) {
                add(page.id(), "forms.problem.listAlone");
            }
            var fields = new FieldProblems(
                    page,
                    i,
                    paths.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, path -> path.getValue().field())),
                    found);
            page.fields().forEach(fields::look);
            for (Condition condition : page.showIf()) {
                condition(page.id(), condition, i);
            }
            impossible(page, i);
        }
        for (Map.Entry<String, Asked> path : paths.entrySet()) {
            if (path.getValue().field().formula() != null) {
                new FormulaProblems(
                                path.getKey(),
                                this::field,
                                this::surelyAsked,
                                problem -> add(
                                        form.pages().get(path.getValue().page()).id() + "/" + path.getKey(),
                                        problem.message(),
                                        problem.args().toArray()))
                        .look();
            }
        }
    }

    private Optional<Field> field(String path) {
        return Optional.ofNullable(paths.get(path)).map(Asked::field);
    }

    /// Whether whoever files has answered it in any case.
    private boolean surelyAsked(String path) {
        Asked asked = paths.get(path);
        return asked != null
                && !asked.field().optional()
                && form.pages().get(asked.page()).showIf().isEmpty();
    }

    private void condition(String place, Condition condition, int at) {
        Asked on = paths.get(condition.field());
        if (on == null) {
            add(place, "forms.problem.condition.unknown", condition.field());
            return;
        }
        if (on.page() >= at) {
            add(place, "forms.problem.condition.later", condition.field());
        }
        boolean nothing = condition.in().isEmpty()
                && condition.notIn().isEmpty()
                && condition.atLeast() == null
                && condition.atMost() == null
                && condition.answered() == null;
        if (nothing) {
            add(place, "forms.problem.condition.nothing", condition.field());
        }
        FieldType type = on.field().type();
        boolean number = type == FieldType.NUMBER || type == FieldType.MONEY || type == FieldType.CALCULATED;
        if ((condition.atLeast() != null || condition.atMost() != null) && !number) {
            add(place, "forms.problem.condition.number", condition.field());
        }
        Set<String> values = values(on.field());
        if (values == null) {
            if (!condition.in().isEmpty() || !condition.notIn().isEmpty()) {
                add(place, "forms.problem.condition.choice", condition.field());
            }
        } else {
            Stream.concat(condition.in().stream(), condition.notIn().stream())
                    .filter(value -> !values.contains(value))
                    .forEach(value -> add(place, "forms.problem.condition.value", value, condition.field()));
        }
    }

    /// The values a field can have, null when they cannot be listed.
    private static @Nullable Set<String> values(Field field) {
        return switch (field.type()) {
            case YES_NO -> Set.of("true", "false");
            case DECLARATION -> Set.of("true");
            case CHOICE, CHOICES -> field.choices().stream().map(Choice::value).collect(Collectors.toSet());
            default -> null;
        };
    }

    /// A page nobody can ever reach: its own conditions and those of the questions it builds on contradict
    /// each other.
    private void impossible(FormPage page, int at) {
        Map<String, Set<String>> left = new LinkedHashMap<>();
        Map<String, long[]> between = new LinkedHashMap<>();
        var open = new ArrayList<>(page.showIf());
        var seen = new HashSet<Condition>();
        while (!open.isEmpty()) {
            Condition condition = open.removeLast();
            Asked on = paths.get(condition.field());
            if (on == null || on.page() >= at || !seen.add(condition)) {
                continue;
            }
            open.addAll(form.pages().get(on.page()).showIf());
            if (Boolean.FALSE.equals(condition.answered())) {
                if (surelyAsked(condition.field()) && on.field().typed()) {
                    add(page.id(), "forms.problem.impossible", condition.field());
                    return;
                }
                continue;
            }
            Set<String> values = values(on.field());
            if (values != null && on.field().type() != FieldType.CHOICES) {
                Set<String> possible = left.computeIfAbsent(condition.field(), _ -> new HashSet<>(values));
                if (!condition.in().isEmpty()) {
                    possible.retainAll(condition.in());
                }
                possible.removeAll(condition.notIn());
                if (possible.isEmpty()) {
                    add(page.id(), "forms.problem.impossible", condition.field());
                    return;
                }
            }
            long[] range = between.computeIfAbsent(condition.field(), _ -> new long[] {
                least(on.field()),
                on.field().max() == null ? Long.MAX_VALUE : on.field().max()
            });
            if (condition.atLeast() != null) {
                range[0] = Math.max(range[0], condition.atLeast());
            }
            if (condition.atMost() != null) {
                range[1] = Math.min(range[1], condition.atMost());
            }
            boolean number = on.field().type() == FieldType.NUMBER
                    || on.field().type() == FieldType.MONEY
                    || on.field().type() == FieldType.CALCULATED;
            if (number && range[0] > range[1]) {
                add(page.id(), "forms.problem.impossible", condition.field());
                return;
            }
        }
    }

    private static long least(Field field) {
        if (field.min() != null) {
            return field.min();
        }
        return field.type() == FieldType.CALCULATED ? Long.MIN_VALUE : 0;
    }

    /// Rules, result sheet and chain speak of fields there are.
    private void endings() {
        for (int i = 0; i < form.rules().size(); i++) {
            String place = "rules/" + (i + 1);
            known(place, () -> "forms.problem.rule", form.rules().get(i).fields());
        }
        if (gone(form.result().kind()) || blank(form.result().title())) {
            add("result", "forms.problem.noResult");
        }
        form.result()
                .fields()
                .forEach(
                        line -> known("result/" + line.id(), () -> "forms.problem.resultLine", List.of(line.answer())));
        Set<String> lines =
                form.result().fields().stream().map(ResultSheet.ResultField::id).collect(Collectors.toSet());
        for (int i = 0; i < form.chain().size(); i++) {
            String place = "chain/" + (i + 1);
            ChainLink link = form.chain().get(i);
            if (gone(link.procedure()) || blank(link.title())) {
                add(place, "forms.problem.chain");
            }
            link.when()
                    .forEach(condition ->
                            condition(place, condition, form.pages().size()));
            link.answers().values().forEach(answer -> {
                if (answer.isString()) {
                    boolean person = paths.keySet().stream().anyMatch(path -> path.startsWith(answer.asString() + "."));
                    if (!person) {
                        known(place, () -> "forms.problem.chainAnswer", List.of(answer.asString()));
                    }
                } else if (answer.has("result")) {
                    if (!lines.contains(answer.path("result").asString(""))) {
                        add(
                                place,
                                "forms.problem.chainAnswer",
                                answer.path("result").asString(""));
                    }
                } else if (!answer.has("value")) {
                    add(place, "forms.problem.chain");
                }
            });
        }
    }

    private void known(String place, Supplier<String> message, List<String> fields) {
        fields.stream().filter(field -> !paths.containsKey(field)).forEach(field -> add(place, message.get(), field));
    }
}
