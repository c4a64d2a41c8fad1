package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.forms.AnsweredQuestions;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Field;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.forms.QuestionView;
import org.phigiay.forms.Saved;
import org.phigiay.identity.ParkedPost;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One question a page. What is sent is saved before it is judged, so that nothing typed is lost, right or
/// wrong.
@Controller
@RequestMapping("/ho-so-nhap/{draft}")
class QuestionPages {
    private final Filings filings;
    private final Drafts drafts;
    private final Forms forms;
    private final ListPages lists;
    private final Uploads uploads;
    private final Binding binding;
    private final ObjectProvider<AnsweredQuestions> answered;

    QuestionPages(
            Filings filings,
            Drafts drafts,
            Forms forms,
            ListPages lists,
            Uploads uploads,
            Binding binding,
            ObjectProvider<AnsweredQuestions> answered) {
        this.filings = filings;
        this.drafts = drafts;
        this.forms = forms;
        this.lists = lists;
        this.uploads = uploads;
        this.binding = binding;
        this.answered = answered;
    }

    /// Where the person stopped.
    @GetMapping
    String goOn(Actor actor, @PathVariable String draft) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        return "redirect:" + (receipt != null ? receipt : filing.goOn());
    }

    @GetMapping("/{page}")
    String question(
            Actor actor,
            @PathVariable String draft,
            @PathVariable String page,
            HttpServletRequest request,
            Model model) {
        return ask(actor, filings.open(actor, draft, false), page, request, model);
    }

    @GetMapping("/" + Filing.CHANGE + "{page}")
    String change(
            Actor actor,
            @PathVariable String draft,
            @PathVariable String page,
            HttpServletRequest request,
            Model model) {
        return ask(actor, filings.open(actor, draft, true), page, request, model);
    }

    @PostMapping("/{page}")
    String answer(
            Actor actor,
            @PathVariable String draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return take(actor, filings.open(actor, draft, false), page, posted, request, response, redirect, model);
    }

    @PostMapping("/" + Filing.CHANGE + "{page}")
    String changed(
            Actor actor,
            @PathVariable String draft,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return take(actor, filings.open(actor, draft, true), page, posted, request, response, redirect, model);
    }

    private String ask(Actor actor, Filing filing, String id, HttpServletRequest request, Model model) {
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        FormPage page = page(filing, id);
        if (!page.asked(filing.answers())) {
            return "redirect:" + filing.goOn();
        }
        if (actor.guest() && asksForFiles(page)) {
            return signInForFiles(filing, page, Languages.of(request), model);
        }
        if (page.list().isPresent()) {
            return lists.show(filing, page, Languages.of(request), model);
        }
        JsonNode answers = filing.answers();
        if (request.getAttribute(ParkedPost.ATTRIBUTE) instanceof ParkedPost parked) {
            answers = with(answers, page, forms.read(page, new LinkedMultiValueMap<>(parked.fields())));
        }
        return draw(actor, filing, page, answers, List.of(), Languages.of(request), model);
    }

    private String take(
            Actor actor,
            Filing before,
            String id,
            MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        String receipt = before.receipt();
        if (receipt != null) {
            redirect.addFlashAttribute("flash", "dossiers.filing.filedElsewhere");
            return "redirect:" + receipt;
        }
        FormPage page = page(before, id);
        Language language = Languages.of(request);
        if (page.list().isPresent()) {
            return lists.take(actor, before, page, posted, response, redirect, language, model);
        }
        String wrong = posted.getFirst("wrong");
        if (wrong != null) {
            return deny(actor, before, page, wrong, posted);
        }
        Saved saved =
                drafts.save(actor, before.draft().id(), page, forms.read(page, posted), seen(posted, before.draft()));
        Filing filing = before.with(saved.draft());
        if (saved.listChanged()) {
            redirect.addFlashAttribute("flash", "dossiers.filing.listChanged");
            return "redirect:" + filing.goOn();
        }
        note(actor, before, filing, page);
        String removed = posted.getFirst("remove");
        if (removed != null) {
            drafts.detach(actor, filing.draft().id(), file(removed));
            redirect.addFlashAttribute("flash", "dossiers.filing.file.removed");
            return "redirect:" + filing.href(page);
        }
        String bound = posted.getFirst("bind");
        if (bound != null) {
            Draft draft = binding.bind(
                    actor, uploads.take(actor, filing.draft(), page, request).draft(), bound);
            redirect.addFlashAttribute("flash", "dossiers.filing.file.bound");
            return "redirect:" + filing.with(draft).href(page);
        }
        Uploads.Taken taken = uploads.take(actor, filing.draft(), page, request);
        filing = filing.with(taken.draft());
        if (!saved.clashes().isEmpty()) {
            return "redirect:" + filing.twoDevicesHref(page);
        }
        if (posted.containsKey("later")) {
            return "redirect:" + filing.leaveHref(page.id());
        }
        List<FieldError> errors = new ArrayList<>(taken.errors());
        errors.addAll(forms.checkPage(filing.form(), page, filing.draft().answers(), language.code()));
        missingFiles(filing, page, language).stream()
                .filter(missing ->
                        errors.stream().noneMatch(known -> known.field().equals(missing.field())))
                .forEach(errors::add);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return draw(actor, filing, page, filing.answers(), errors, language, model);
        }
        if (taken.added() > 0) {
            // The person sees that the paper has arrived, and may add the next page of it.
            redirect.addFlashAttribute("flash", "dossiers.filing.file.taken");
            return "redirect:" + filing.href(page);
        }
        return "redirect:" + filing.next(page, before.answers());
    }

    /// Notes which answers were taken over from what is known.
    private void note(Actor actor, Filing before, Filing now, FormPage page) {
        ObjectNode noted = filings.knowledge(actor, before).origins(page, before.answers(), now.answers());
        if (!noted.isEmpty()) {
            drafts.originate(actor, now.draft().id(), noted);
        }
    }

    /// What is known for a field is wrong: that is noted, what else was typed is kept, and the field is empty.
    private String deny(Actor actor, Filing filing, FormPage page, String wrong, MultiValueMap<String, String> posted) {
        Field field = page.fields().stream()
                .filter(each -> each.id().equals(wrong))
                .findFirst()
                .orElseThrow(NotFound::new);
        ObjectNode noted = filings.knowledge(actor, filing).denied(field, filing.answers());
        if (!noted.isEmpty()) {
            drafts.originate(actor, filing.draft().id(), noted);
        }
        ObjectNode typed = forms.read(page, posted);
        Answers.remove(typed, wrong);
        Saved saved = drafts.save(actor, filing.draft().id(), page, typed, seen(posted, filing.draft()));
        return "redirect:" + (saved.clashes().isEmpty() ? filing.href(page) : filing.twoDevicesHref(page));
    }

    /// Whether a guest can do nothing here but sign in: a file is needed, or there is nothing else to answer.
    private static boolean asksForFiles(FormPage page) {
        return page.fields().stream().anyMatch(field -> field.component() != null && !field.optional())
                || page.fields().stream().allMatch(field -> field.component() != null);
    }

    /// Papers are taken from people who have signed in: nobody fills our disks unseen, and no paper of a person
    /// lies about under nobody's name.
    private static String signInForFiles(Filing filing, FormPage page, Language language, Model model) {
        model.addAttribute("title", page.title().in(language.code()));
        model.addAttribute("back", filing.back(page));
        model.addAttribute("signIn", Filing.signInHref(filing.href(page)));
        model.addAttribute("skip", filing.next(page, filing.draft().answers()));
        return "dossiers/web/guestFiles";
    }

    private List<FieldError> missingFiles(Filing filing, FormPage page, Language language) {
        List<String> here = page.fields().stream()
                .map(Field::component)
                .filter(java.util.Objects::nonNull)
                .map(component -> "files." + component)
                .toList();
        if (here.isEmpty()) {
            return List.of();
        }
        return forms
                .checkFiles(
                        filing.form(), filing.draft().answers(), filing.draft().components(), language.code())
                .stream()
                .filter(error -> here.contains(error.field()))
                .toList();
    }

    private String draw(
            Actor actor,
            Filing filing,
            FormPage page,
            JsonNode answers,
            List<FieldError> errors,
            Language language,
            Model model) {
        model.addAttribute("newForm", filing.newFormHref());
        QuestionView view = QuestionView.of(
                filing.form(),
                page,
                answers,
                filings.knowledge(actor, filing),
                filing.draft().files(),
                errors,
                filing.draft().version(),
                filing.links(page),
                forms.addresses(),
                language);
        model.addAttribute("view", actor.guest() ? view.withoutFiles() : view);
        String asked = page.id().replaceFirst("~.*$", "");
        model.addAttribute(
                "asked",
                answered.stream()
                        .flatMap(each -> each.at(filing.draft().procedure(), asked).stream())
                        .toList());
        return "forms/web/question";
    }

    private static FormPage page(Filing filing, String id) {
        return filing.form().page(id).orElseThrow(NotFound::new);
    }

    private static JsonNode with(JsonNode answers, FormPage page, ObjectNode typed) {
        ObjectNode merged = answers.deepCopy().asObject();
        for (Field field : page.fields()) {
            if (Answers.has(typed, field.id())) {
                Answers.set(merged, field.id(), Answers.at(typed, field.id()));
            } else if (field.type() != FieldType.LIST) {
                Answers.remove(merged, field.id());
            }
        }
        return merged;
    }

    private static long seen(MultiValueMap<String, String> posted, Draft draft) {
        @Nullable String seen = posted.getFirst("seen");
        return seen != null && seen.matches("\\d{1,18}") ? Long.parseLong(seen) : draft.version();
    }

    private static FileId file(String text) {
        try {
            return new FileId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
