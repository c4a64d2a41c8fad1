package org.phigiay.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;

/// One section of a summary of answers, for the template `forms.answers`.
public record AnswerSection(String title, List<Fact> facts) {

    /// The sections that have something in them.
    ///
    /// @param files what is attached; named beside the questions that ask for them
    /// @param change address before the page's id under which an answer can be changed, null when it cannot
    public static List<AnswerSection> of(
            FormDefinition form, JsonNode answers, List<Attached> files, @Nullable String change, Language language) {
        String lang = language.code();
        String none = Texts.in(language).get("forms.answers.none");
        var sections = new ArrayList<AnswerSection>();
        for (Section section : form.sections()) {
            var facts = new ArrayList<Fact>();
            for (FormPage page : form.route(answers)) {
                if (page.section().equals(section.id())) {
                    page.fields().stream()
                            .filter(field -> field.type() != FieldType.DECLARATION)
                            .forEach(field -> facts.add(new Fact(
                                    form.label(field, lang),
                                    text(field, answers, files, none, lang),
                                    null,
                                    change == null || !field.typed() ? null : change + page.id())));
                }
            }
            if (!facts.isEmpty()) {
                sections.add(new AnswerSection(section.title().in(lang), facts));
            }
        }
        return sections;
    }

    private static String text(Field field, JsonNode answers, List<Attached> files, String none, String lang) {
        String text = field.component() == null
                ? AnswerText.of(field, answers, lang)
                : files.stream()
                        .filter(file -> file.component().equals(field.component()))
                        .map(Attached::name)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("");
        return text.isEmpty() ? none : text;
    }
}
