package org.phigiay.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.LegalBasis;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What an official may ask for, and on which law: the published papers, the questions of the form, the legal bases of
/// the procedure.
@Component
public class Asking {
    private final Catalogue catalogue;
    private final Forms forms;
    private final Dossiers dossiers;

    Asking(Catalogue catalogue, Forms forms, Dossiers dossiers) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.dossiers = dossiers;
    }

    /// One thing that can be asked for.
    ///
    /// @param name component or field, as the request names it
    /// @param hint what is there of it already
    public record Wanted(
            String name, String label, @Nullable String hint, boolean chosen, String note) {}

    List<Wanted> papers(Dossier dossier, Typed typed, Language language) {
        Texts texts = Texts.in(language);
        List<Paper> there = dossiers.papers(dossier.id());
        return procedure(dossier).stream()
                .flatMap(procedure -> procedure.components().stream())
                .map(component -> {
                    long files = there.stream()
                            .filter(paper -> paper.component().equals(component.code()))
                            .count();
                    String hint = files > 0
                            ? texts.get("desk.ask.files", files)
                            : texts.get(component.required() ? "desk.ask.missing" : "desk.ask.none");
                    return wanted(component.code(), component.title(language.code()), hint, typed);
                })
                .toList();
    }

    List<Wanted> questions(Dossier dossier, Typed typed, Language language) {
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        return form.route(dossiers.latestAnswers(dossier.id())).stream()
                .flatMap(page -> page.fields().stream())
                .filter(field -> field.type() != FieldType.FILE && field.type() != FieldType.DECLARATION)
                .map(field -> wanted(field.id(), field.label().in(language.code()), null, typed))
                .toList();
    }

    /// Required papers for which no file is there.
    List<String> missing(Dossier dossier, Language language) {
        Set<String> there =
                dossiers.papers(dossier.id()).stream().map(Paper::component).collect(Collectors.toSet());
        return procedure(dossier).stream()
                .flatMap(procedure -> procedure.components().stream())
                .filter(component -> component.required() && !there.contains(component.code()))
                .map(component -> component.title(language.code()))
                .toList();
    }

    /// The laws on which the procedure stands, and "another", which is typed.
    List<Option> bases(Dossier dossier, Typed typed, Texts texts) {
        List<Option> options = new ArrayList<>();
        List<LegalBasis> bases = procedure(dossier)
                .map(procedure -> procedure.national().legalBasis())
                .orElse(List.of());
        String chosen =
                typed.or("basis", bases.isEmpty() ? "" : bases.getFirst().number());
        bases.forEach(basis -> options.add(Option.of(
                basis.number(),
                basis.number() + ": " + basis.title(),
                basis.number().equals(chosen))));
        options.add(Option.of("", texts.get("desk.basis.other"), chosen.isEmpty()));
        return options;
    }

    /// The things ticked, each with its note.
    static List<RequestSupplement.Item> items(Typed typed) {
        return typed.all("items").stream()
                .distinct()
                .map(name -> new RequestSupplement.Item(name, typed.get("note." + name)))
                .toList();
    }

    /// `Điều 22, Nghị định 123/2015/NĐ-CP`; empty when no article was named.
    static String clause(Typed typed) {
        String article = typed.get("clause");
        String basis = typed.get("basis");
        return article.isEmpty() || basis.isEmpty() ? article : article + ", " + basis;
    }

    private static Wanted wanted(String name, String label, @Nullable String hint, Typed typed) {
        return new Wanted(name, label, hint, typed.has("items", name), typed.get("note." + name));
    }

    private Optional<Procedure> procedure(Dossier dossier) {
        return catalogue.version(dossier.procedure(), dossier.procedureVersion());
    }
}
