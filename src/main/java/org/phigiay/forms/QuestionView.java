package org.phigiay.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft.Attached;
import org.phigiay.shared.Bilingual;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import tools.jackson.databind.JsonNode;

/// One question page, for the view `forms/web/question` (model attribute `view`).
///
/// The page posts to `action`: the fields of the page (see [Forms#read]), `seen` (version of the draft), `later=true`
/// when
/// the person saves and leaves, `remove=<file id>` when a file is taken away, and files as `files.<component>`.
///
/// @param at, of place on the route, from 1
public record QuestionView(
        FormDefinition form,
        FormPage page,
        String title,
        int at,
        int of,
        Links links,
        long seen,
        List<FieldView> fields,
        Errors errors) {

    /// Where the page leads.
    ///
    /// @param action where it is posted to
    /// @param back the page before, null on the first
    /// @param ask where an officer can be asked about this question, null where nobody can be
    /// @param contents the list of all questions, null where there is none
    public record Links(
            String action,
            @Nullable String back,
            @Nullable String ask,
            @Nullable String contents) {

        public Links(String action, @Nullable String back) {
            this(action, back, null, null);
        }
    }

    public QuestionView {
        fields = List.copyOf(fields);
    }

    /// @param answers the answers so far, those of this page as they were typed
    /// @param knowledge what need not be asked
    /// @param files all files of the draft
    /// @param errors from [Forms#checkPage] and the upload
    /// @param seen version of the draft
    /// @param addresses from [Forms#addresses()]; null for pages that ask for an address in one line
    public static QuestionView of(
            FormDefinition form,
            FormPage page,
            JsonNode answers,
            Knowledge knowledge,
            List<Attached> files,
            List<FieldError> errors,
            long seen,
            Links links,
            @Nullable Addresses addresses,
            Language language) {
        List<FormPage> route = form.route(answers);
        boolean alone = page.fields().size() == 1 && page.fields().getFirst().typed();
        String lang = language.code();
        return new QuestionView(
                form,
                page,
                page.title().in(lang),
                route.indexOf(page) + 1,
                route.size(),
                links,
                seen,
                page.fields().stream()
                        .map(field -> FieldView.of(field, alone, page, answers, knowledge, files, addresses, language))
                        .toList(),
                Errors.of(errors, Texts.in(language)));
    }

    /// The same without the papers, for somebody who has not signed in: they are sent later.
    public QuestionView withoutFiles() {
        return new QuestionView(
                form,
                page,
                title,
                at,
                of,
                links,
                seen,
                fields.stream()
                        .filter(field -> field.field().type() != FieldType.FILE)
                        .toList(),
                errors);
    }

    /// The question is the label of its only field.
    public boolean alone() {
        return fields.size() == 1 && fields.getFirst().field().typed();
    }

    /// Something can be attached, so that the form must be multipart.
    public boolean multipart() {
        return fields.stream().anyMatch(field -> field.field().type() == FieldType.FILE);
    }

    /// Who will read the answers, and on which paper they are printed: one sentence each.
    public List<String> readers(Texts texts, String language) {
        List<String> sentences = new ArrayList<>();
        Bilingual said = page.readers();
        sentences.add(said == null ? texts.get("forms.question.readers") : said.in(language));
        String printed = form.result().fields().stream()
                .filter(line -> page.has(line.answer()))
                .map(line -> line.label().in(language))
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        if (!printed.isEmpty()) {
            sentences.add(
                    texts.get("forms.question.printed", form.result().title().in(language), printed));
        }
        return sentences;
    }
}
