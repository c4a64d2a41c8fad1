package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.phigiay.catalogue.Component;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.files.FileId;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.Answers;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.OncePerForm;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Bổ sung hồ sơ: shows exactly what was asked and takes just that: papers, corrected answers, a few words. A file that
/// came in stays, also when something else on the page has to be mended.
@Controller
@RequestMapping("/ho-so/{id}/bo-sung")
class SupplementPages {
    static final String KEPT = "kept";
    private static final int LONGEST = 1000;

    private final Dossiers dossiers;
    private final Forms forms;
    private final Uploads uploads;
    private final SupplementViews views;
    private final OncePerForm once;

    SupplementPages(Dossiers dossiers, Forms forms, Uploads uploads, SupplementViews views, OncePerForm once) {
        this.dossiers = dossiers;
        this.forms = forms;
        this.uploads = uploads;
        this.views = views;
        this.once = once;
    }

    @GetMapping
    String ask(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Dossier dossier = open(actor, id);
        Asked asked = views.asked(dossier);
        model.addAttribute(
                "view", views.view(dossier, asked, asked.answers(), List.of(), "", List.of(), Languages.of(request)));
        return "dossiers/web/supplement";
    }

    @PostMapping
    String supplement(
            Actor actor,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Dossier dossier = open(actor, id);
        Language language = Languages.of(request);
        Asked asked = views.asked(dossier);
        JsonNode answers = answers(asked, posted);
        List<AttachedFile> files = kept(posted);
        List<FieldError> errors = new ArrayList<>();
        for (Component component : asked.procedure().components()) {
            Uploads.Kept kept = uploads.keep(actor, component.code(), request);
            errors.addAll(kept.errors());
            kept.files().stream()
                    .map((StoredFile file) -> new AttachedFile(component.code(), file.id()))
                    .forEach(files::add);
        }
        String note = posted.getFirst("note") == null ? "" : posted.getFirst("note");
        if (note.length() > LONGEST) {
            errors.add(FieldError.of("note", "dossiers.words.too-long", LONGEST));
        }
        if (errors.isEmpty()) {
            boolean changed = !answers.equals(asked.answers());
            try {
                String to = once.submit(
                        actor,
                        request.getRequestURI(),
                        request.getParameterMap(),
                        Dossier.class,
                        after -> "/ho-so/" + after.id(),
                        () -> dossiers.act(
                                actor,
                                dossier.id(),
                                new DossierAction.Supplement(
                                        changed ? answers : null, files, note.isBlank() ? null : note.strip())));
                redirect.addFlashAttribute("flash", "dossiers.supplement.done");
                return "redirect:" + to;
            } catch (Invalid wrong) {
                wrong.errors().forEach(error -> errors.add(atAField(error)));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("view", views.view(dossier, asked, answers, files, note, errors, language));
        return "dossiers/web/supplement";
    }

    /// What is wrong with the whole is told at the note, where the least can be added.
    private static FieldError atAField(FieldError error) {
        return error.field().equals("files") ? new FieldError("note", error.message(), error.args()) : error;
    }

    private Dossier open(Actor actor, String id) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id));
        if (!dossiers.possible(actor, dossier).contains(DossierAction.Supplement.class)) {
            throw new NotAllowedNow(dossier.state().name(), List.of());
        }
        return dossier;
    }

    /// The answers with those of the pages that were shown.
    private JsonNode answers(Asked asked, MultiValueMap<String, String> posted) {
        ObjectNode answers = asked.answers().deepCopy().asObject();
        for (FormPage page : asked.form().route(asked.answers())) {
            if (posted.getOrDefault("page", List.of()).contains(page.id())) {
                JsonNode read = forms.read(page, posted);
                page.fields().stream()
                        .filter(field -> field.type() != FieldType.LIST)
                        .forEach(field -> {
                            if (Answers.has(read, field.id())) {
                                Answers.set(answers, field.id(), Answers.at(read, field.id()));
                            } else {
                                Answers.remove(answers, field.id());
                            }
                        });
            }
        }
        return forms.relevant(asked.form(), answers);
    }

    /// The files that came in with an earlier sending of this form; whose they are is asked when they are filed.
    private static List<AttachedFile> kept(MultiValueMap<String, String> posted) {
        List<AttachedFile> kept = new ArrayList<>();
        for (String each : posted.getOrDefault(KEPT, List.of())) {
            String[] parts = each.split(":", 2);
            if (parts.length == 2 && parts[1].matches("[0-9a-f-]{36}")) {
                kept.add(new AttachedFile(parts[0], new FileId(UUID.fromString(parts[1]))));
            }
        }
        return kept;
    }
}
