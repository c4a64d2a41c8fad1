package org.phigiay.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Draft.Attached;
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
/// @param overwritten labels of answers that another window had changed, empty when there are none
public record QuestionView(
        FormPage page,
        String title,
        int at,
        int of,
        Links links,
        long seen,
        List<FieldView> fields,
        Errors errors,
        String overwritten) {

    /// Where the page leads.
    ///
    /// @param action where it is posted to
    /// @param back the page before, null on the first
    public record Links(String action, @Nullable String back) {}

    public QuestionView {
        fields = List.copyOf(fields);
    }

    /// @param answers the answers so far, those of this page as they were typed
    /// @param account what the account knows, see [AccountFact#of]
    /// @param files all files of the draft
    /// @param errors from [Forms#checkPage] and the upload
    /// @param seen version of the draft
    /// @param overwritten from [Saved#overwritten()]
    /// @param addresses from [Forms#addresses()]; null for pages that ask for an address in one line
    public static QuestionView of(
            FormDefinition form,
            FormPage page,
            JsonNode answers,
            Map<AccountFact, String> account,
            List<Attached> files,
            List<FieldError> errors,
            long seen,
            List<String> overwritten,
            Links links,
            @Nullable Addresses addresses,
            Language language) {
        List<FormPage> route = form.route(answers);
        boolean alone = page.fields().size() == 1;
        String lang = language.code();
        return new QuestionView(
                page,
                page.title().in(lang),
                route.indexOf(page) + 1,
                route.size(),
                links,
                seen,
                page.fields().stream()
                        .map(field -> FieldView.of(field, alone, page, answers, account, files, addresses, language))
                        .toList(),
                Errors.of(errors, Texts.in(language)),
                overwritten.stream()
                        .map(field -> form.field(field).orElseThrow().label().in(lang))
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    /// The question is the label of its only field.
    public boolean alone() {
        return fields.size() == 1;
    }

    /// Something can be attached, so that the form must be multipart.
    public boolean multipart() {
        return fields.stream().anyMatch(field -> field.field().type() == FieldType.FILE);
    }

    public boolean prefilled() {
        return fields.stream().anyMatch(FieldView::prefilled);
    }
}
