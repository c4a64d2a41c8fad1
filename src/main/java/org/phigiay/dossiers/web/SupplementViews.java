package org.phigiay.dossiers.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.StatedDecision;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Field;
import org.phigiay.forms.FieldView;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Knowledge;
import org.phigiay.forms.QuestionView;
import org.phigiay.shared.FieldError;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Puts together what the page of a supplement shows.
@Component
class SupplementViews {
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Forms forms;
    private final Files files;

    SupplementViews(Dossiers dossiers, Catalogue catalogue, Forms forms, Files files) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.forms = forms;
        this.files = files;
    }

    /// @param pages ids of the pages whose questions are shown
    record SupplementView(
            String home,
            String action,
            String code,
            String reason,
            String clause,
            @Nullable LocalDate until,
            List<Item> items,
            List<String> pages,
            List<FieldView> fields,
            List<Upload> uploads,
            List<Upload> more,
            List<Kept> kept,
            String note,
            Errors errors,
            String once) {}

    /// What is missing, in words.
    record Item(String title, String note) {}

    record Upload(String name, String title) {}

    /// @param value what the form sends back so that the file is not lost
    record Kept(String value, String name) {}

    Asked asked(Dossier dossier) {
        Procedure procedure = catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .orElseThrow();
        StatedDecision last = dossiers.decisions(dossier.id()).stream()
                .filter(decision -> decision.kind().equals("supplement"))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new Asked(
                last,
                procedure,
                forms.definition(new FormRef(dossier.formId(), dossier.formVersion())),
                dossiers.latestAnswers(dossier.id()));
    }

    SupplementView view(
            Dossier dossier,
            Asked asked,
            JsonNode answers,
            List<AttachedFile> kept,
            String note,
            List<FieldError> errors,
            Language language) {
        String lang = language.code();
        List<FormPage> pages = pages(asked, errors);
        Set<String> wanted = asked.items().stream()
                .map(asked::component)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Upload> all = asked.procedure().components().stream()
                .map(component -> new Upload("files." + component.code(), component.title(lang)))
                .toList();
        StatedDecision decision = asked.decision();
        return new SupplementView(
                "/ho-so/" + dossier.id(),
                "/ho-so/" + dossier.id() + "/bo-sung",
                dossier.anyCode(),
                decision == null ? "" : decision.reason(),
                decision == null ? "" : decision.clause(),
                decision == null ? null : decision.until(),
                asked.items().stream()
                        .map(item -> new Item(title(asked, item.component(), lang), item.note()))
                        .toList(),
                pages.stream().map(FormPage::id).toList(),
                fields(asked, pages, answers, language),
                all.stream()
                        .filter(upload -> wanted.contains(upload.name().substring(6)))
                        .toList(),
                all.stream()
                        .filter(upload -> !wanted.contains(upload.name().substring(6)))
                        .toList(),
                kept.stream().flatMap(file -> kept(file).stream()).toList(),
                note,
                Errors.of(errors, Texts.in(language)),
                org.phigiay.shared.OncePerForm.newKey());
    }

    /// The pages asked for, and those on which a corrected answer makes something else wrong or missing.
    private static List<FormPage> pages(Asked asked, List<FieldError> errors) {
        List<FormPage> pages = new ArrayList<>(asked.pages());
        for (FieldError error : errors) {
            asked.form()
                    .pageOf(error.field())
                    .filter(page -> !pages.contains(page))
                    .ifPresent(pages::add);
        }
        return pages;
    }

    private List<FieldView> fields(Asked asked, List<FormPage> pages, JsonNode answers, Language language) {
        return pages.stream()
                .flatMap(page -> QuestionView.of(
                        asked.form(),
                        page,
                        answers,
                        Knowledge.NONE,
                        List.of(),
                        List.of(),
                        0,
                        new QuestionView.Links("", null),
                        forms.addresses(),
                        language)
                        .fields()
                        .stream())
                .filter(field -> field.field().component() == null)
                .toList();
    }

    private Optional<Kept> kept(AttachedFile file) {
        Optional<StoredFile> stored = files.find(file.file());
        return stored.map(found -> new Kept(file.component() + ":" + file.file().value(), found.name()));
    }

    private static String title(Asked asked, String component, String language) {
        return asked.procedure()
                .component(component)
                .map(found -> found.title(language))
                .or(() -> asked.form()
                        .field(component)
                        .map((Field field) -> field.label().in(language)))
                .orElse(component);
    }
}
