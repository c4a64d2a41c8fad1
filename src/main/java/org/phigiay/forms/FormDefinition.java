package org.phigiay.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;

/// Biểu mẫu điện tử: one version of a form. What may be wrong with one is found by [FormProblems], not here, so that an
/// author can look at an unfinished one.
///
/// @param procedure the procedure it belongs to
/// @param rules what several answers must be together
/// @param result what the result document prints from the answers
/// @param example a complete set of invented answers that may be filed on any day
/// @param forWhom for whom it can be filed: `self`, `guardian`, `authorised`, `organisation`
/// @param chain what is filed from the same answers once there is a result
public record FormDefinition(
        FormRef ref,
        ProcedureCode procedure,
        Bilingual title,
        List<Section> sections,
        List<FormPage> pages,
        List<Rule> rules,
        ResultSheet result,
        JsonNode example,
        List<String> forWhom,
        List<ChainLink> chain) {

    /// How many items a list takes where nothing is said.
    static final int MOST_ITEMS = 20;

    private static final List<String> USUALLY = List.of("self", "guardian", "authorised");
    private static final Pattern ITEM_PAGE = Pattern.compile("(.+)" + FormPage.ITEM + "(\\d{1,3})");
    private static final Pattern ITEM_FIELD = Pattern.compile("([^.]+)\\.(\\d{1,3})\\.(.+)");

    @SuppressWarnings("NullAway") // Jackson passes null for lists that are not there
    public FormDefinition {
        sections = sections == null ? List.of() : List.copyOf(sections);
        pages = pages == null ? List.of() : List.copyOf(pages);
        rules = rules == null ? List.of() : List.copyOf(rules);
        forWhom = forWhom == null ? USUALLY : List.copyOf(forWhom);
        chain = chain == null ? List.of() : List.copyOf(chain);
    }

    /// Every leaf field and every list, in the order of asking; the fields of items are not among them.
    public Stream<Field> fields() {
        return pages.stream().filter(page -> page.each() == null).flatMap(page -> page.fields().stream());
    }

    /// Every leaf field and every list, with the fields of the items these answers have.
    public Stream<Field> fields(JsonNode answers) {
        return pages.stream().flatMap(page -> expanded(page, answers)).flatMap(page -> page.fields().stream());
    }

    /// The field with this dotted path, also inside an item of a list.
    public Optional<Field> field(String id) {
        Optional<Field> plain = fields().filter(field -> field.id().equals(id)).findFirst();
        return plain.isPresent() ? plain : itemField(id);
    }

    private Optional<Field> itemField(String id) {
        return itemPages(id)
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.id().equals(id))
                .findFirst();
    }

    private Stream<FormPage> itemPages(String id) {
        Matcher item = ITEM_FIELD.matcher(id);
        if (!item.matches()) {
            return Stream.empty();
        }
        int index = Integer.parseInt(item.group(2));
        return lists().filter(list -> list.id().equals(item.group(1)))
                .flatMap(list -> pages.stream()
                        .filter(page -> list.id().equals(page.each()) || page.has(list.id()))
                        .map(page -> page.of(list, index)));
    }

    /// The lists it asks for.
    public Stream<Field> lists() {
        return fields().filter(field -> field.type() == FieldType.LIST);
    }

    /// The page with this id, also one for an item of a list.
    public Optional<FormPage> page(String id) {
        Optional<FormPage> plain =
                pages.stream().filter(page -> page.id().equals(id)).findFirst();
        if (plain.isPresent()) {
            return plain.filter(page -> page.each() == null);
        }
        Matcher item = ITEM_PAGE.matcher(id);
        if (!item.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(item.group(2));
        return pages.stream()
                .filter(page -> page.id().equals(item.group(1)))
                .findFirst()
                .flatMap(page -> listOf(page)
                        .filter(list -> number >= 1 && number <= most(list))
                        .map(list -> page.of(list, number - 1)));
    }

    /// The page that asks for a field.
    public Optional<FormPage> pageOf(String field) {
        Optional<FormPage> plain = pages.stream()
                .filter(page -> page.each() == null && page.has(field))
                .findFirst();
        return plain.isPresent()
                ? plain
                : itemPages(field).filter(page -> page.has(field)).findFirst();
    }

    /// The pages these answers lead through, in order: for a list a page for each item, then the list itself.
    public List<FormPage> route(JsonNode answers) {
        return pages.stream()
                .flatMap(page -> expanded(page, answers))
                .filter(page -> page.asked(answers))
                .toList();
    }

    /// The page after this one; empty after the last.
    public Optional<FormPage> after(FormPage page, JsonNode answers) {
        List<FormPage> route = route(answers);
        int at = place(route, page.id());
        if (at >= 0) {
            return at + 1 < route.size() ? Optional.of(route.get(at + 1)) : Optional.empty();
        }
        int base = base(page);
        boolean item = page.item() != null;
        return route.stream()
                .filter(next -> base(next) > base || (item && base(next) == base && next.item() == null))
                .findFirst();
    }

    /// The page before this one; empty before the first.
    public Optional<FormPage> before(FormPage page, JsonNode answers) {
        List<FormPage> route = route(answers);
        int at = place(route, page.id());
        if (at >= 0) {
            return at > 0 ? Optional.of(route.get(at - 1)) : Optional.empty();
        }
        int base = base(page);
        boolean item = page.item() != null;
        return route.stream()
                .filter(earlier -> base(earlier) < base || (item && base(earlier) == base))
                .reduce((first, second) -> second);
    }

    private static int place(List<FormPage> route, String id) {
        return IntStream.range(0, route.size())
                .filter(i -> route.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    private int base(FormPage page) {
        return place(pages, page.baseId());
    }

    /// The page itself, or one for every item that is asked.
    Stream<FormPage> expanded(FormPage page, JsonNode answers) {
        Optional<Field> list = listOf(page);
        if (list.isEmpty()) {
            return page.each() == null ? Stream.of(page) : Stream.empty();
        }
        Stream<FormPage> items =
                IntStream.range(0, count(list.get(), answers)).mapToObj(index -> page.of(list.get(), index));
        return page.each() == null ? Stream.concat(items, Stream.of(page)) : items;
    }

    /// How many items are asked: those there are, and those that there must be.
    private static int count(Field list, JsonNode answers) {
        JsonNode items = Answers.at(answers, list.id());
        int there = items.isArray() ? items.size() : 0;
        return Math.min(Math.max(there, least(list)), most(list));
    }

    static int least(Field list) {
        return list.min() == null ? 0 : Math.clamp(list.min(), 0, 100);
    }

    static int most(Field list) {
        return list.max() == null ? MOST_ITEMS : Math.clamp(list.max(), 0, 100);
    }

    /// The list a page is about: the one on it, or the one it is asked for each item of.
    Optional<Field> listOf(FormPage page) {
        String each = page.each();
        return each == null
                ? page.list()
                : lists().filter(list -> list.id().equals(each)).findFirst();
    }

    /// All rules for these answers: those written down, and for every person that number, birth date and sex agree.
    List<Rule> rules(JsonNode answers) {
        var all = new ArrayList<>(rules);
        Map<String, List<Field>> people = new LinkedHashMap<>();
        fields(answers).forEach(field -> {
            if (field.group() != null) {
                people.computeIfAbsent(field.group().id(), _ -> new ArrayList<>())
                        .add(field);
            }
        });
        people.forEach((id, facts) -> {
            String number = id + "." + PersonPart.PERSONAL_NUMBER.id();
            String born = id + "." + PersonPart.BIRTH_DATE.id();
            String sex = id + "." + PersonPart.SEX.id();
            if (facts.stream().anyMatch(fact -> fact.id().equals(number))) {
                Field.Group group = facts.getFirst().group();
                all.add(new Rule.PersonalNumberAgrees(
                        number,
                        facts.stream().anyMatch(fact -> fact.id().equals(born)) ? born : null,
                        facts.stream().anyMatch(fact -> fact.id().equals(sex)) ? sex : null,
                        group == null ? null : group.fixedSex()));
            }
        });
        return all;
    }

    /// The answers with every calculated value as it is on this day; what was given for one does not count.
    public JsonNode calculated(JsonNode answers, java.time.LocalDate today) {
        if (!answers.isObject() || fields().allMatch(Field::typed)) {
            return answers;
        }
        var with = answers.deepCopy().asObject();
        // In the order of asking, so that one may build on an earlier one; the definition has no loops.
        for (FormPage page : pages) {
            for (Field field : page.fields()) {
                Formula formula = field.formula();
                if (field.type() == FieldType.CALCULATED && formula != null) {
                    Answers.remove(with, field.id());
                    if (page.asked(with)) {
                        formula.value(with, today)
                                .ifPresent(value -> Answers.set(
                                        with,
                                        field.id(),
                                        tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(value)));
                    }
                }
            }
        }
        return with;
    }

    /// What a field is called in a message: with the item it belongs to.
    String label(Field field, String language) {
        Matcher item = ITEM_FIELD.matcher(field.id());
        String label = field.label().in(language);
        if (!item.matches()) {
            return label;
        }
        return lists().filter(list -> list.id().equals(item.group(1)))
                .findFirst()
                .map(list -> list.item() == null ? list.label() : list.item())
                .map(one -> label + " (" + one.in(language) + " " + (Integer.parseInt(item.group(2)) + 1) + ")")
                .orElse(label);
    }
}
