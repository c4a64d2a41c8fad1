package org.phigiay.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;

/// Biểu mẫu điện tử: one version of a form.
///
/// @param procedure the procedure it belongs to
/// @param rules what several answers must be together
/// @param result what the result document prints from the answers
/// @param example a complete set of invented answers that may be filed on any day
public record FormDefinition(
        FormRef ref,
        ProcedureCode procedure,
        Bilingual title,
        List<Section> sections,
        List<FormPage> pages,
        List<Rule> rules,
        ResultSheet result,
        JsonNode example) {

    /// @throws IllegalArgumentException when the definition contradicts itself
    public FormDefinition {
        sections = List.copyOf(sections);
        pages = List.copyOf(pages);
        rules = List.copyOf(rules);
        checkNames(sections, pages, rules, result);
    }

    /// Every field, in the order of asking.
    public Stream<Field> fields() {
        return pages.stream().flatMap(page -> page.fields().stream());
    }

    public Optional<Field> field(String id) {
        return fields().filter(field -> field.id().equals(id)).findFirst();
    }

    public Optional<FormPage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /// The page that asks for a field.
    public Optional<FormPage> pageOf(String field) {
        return pages.stream().filter(page -> page.has(field)).findFirst();
    }

    /// The pages these answers lead through, in order.
    public List<FormPage> route(JsonNode answers) {
        return pages.stream().filter(page -> page.asked(answers)).toList();
    }

    /// The page after this one; empty after the last.
    public Optional<FormPage> after(FormPage page, JsonNode answers) {
        return pages.stream()
                .skip(pages.indexOf(page) + 1L)
                .filter(next -> next.asked(answers))
                .findFirst();
    }

    /// The page before this one; empty before the first.
    public Optional<FormPage> before(FormPage page, JsonNode answers) {
        return pages.stream()
                .limit(Math.max(pages.indexOf(page), 0))
                .filter(earlier -> earlier.asked(answers))
                .reduce((first, second) -> second);
    }

    private static void checkNames(List<Section> sections, List<FormPage> pages, List<Rule> rules, ResultSheet result) {
        var known = new HashSet<String>();
        var pageIds = new HashSet<String>();
        for (FormPage page : pages) {
            require(pageIds.add(page.id()), "Two pages are called " + page.id());
            require(
                    sections.stream().anyMatch(section -> section.id().equals(page.section())),
                    "No section " + page.section());
            page.showIf()
                    .forEach(condition -> require(
                            known.contains(condition.field()),
                            page.id() + " depends on " + condition.field() + ", which is not asked before"));
            page.fields().forEach(field -> require(known.add(field.id()), "Two fields are called " + field.id()));
        }
        rules.stream()
                .flatMap(rule -> rule.fields().stream())
                .forEach(field -> require(known.contains(field), "A rule speaks of an unknown field " + field));
        result.fields()
                .forEach(line ->
                        require(known.contains(line.answer()), "The result prints an unknown field " + line.answer()));
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
