package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.Clash;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.Field;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Saved;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.NotFound;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
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

/// Two devices answered one question: the person sees both answers with their times and says which one stays.
@Controller
@RequestMapping("/ho-so-nhap/{draft}/" + Filing.TWO_DEVICES)
class TwoDevicesPages {
    private static final String HERE = "day";
    private static final String THERE = "kia";

    private final Filings filings;
    private final Drafts drafts;

    TwoDevicesPages(Filings filings, Drafts drafts) {
        this.filings = filings;
        this.drafts = drafts;
    }

    /// One question that has two answers.
    ///
    /// @param name name of the radios
    record Choosing(String name, String label, List<Option> options) {}

    record ChoiceView(String title, String action, String page, boolean changing, long seen, List<Choosing> choices) {}

    @GetMapping
    String ask(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "cau") String id,
            @RequestParam(name = "sua", defaultValue = "false") boolean changing,
            HttpServletRequest request,
            Model model) {
        Filing filing = filings.open(actor, draft, changing);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        FormPage page = filing.form().page(id).orElseThrow(NotFound::new);
        List<Clash> clashes = drafts.clashes(actor, filing.draft().id(), page);
        if (clashes.isEmpty()) {
            return "redirect:" + filing.href(page);
        }
        return show(filing, page, clashes, Set.of(), Errors.NONE, Languages.of(request), model);
    }

    @PostMapping
    String settle(
            Actor actor,
            @PathVariable String draft,
            @RequestParam(name = "cau") String id,
            @RequestParam(name = "sua", defaultValue = "false") boolean changing,
            @RequestParam(name = "seen", defaultValue = "0") String seen,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Filing filing = filings.open(actor, draft, changing);
        String receipt = filing.receipt();
        if (receipt != null) {
            redirect.addFlashAttribute("flash", "dossiers.filing.filedElsewhere");
            return "redirect:" + receipt;
        }
        Language language = Languages.of(request);
        FormPage page = filing.form().page(id).orElseThrow(NotFound::new);
        List<Clash> clashes = drafts.clashes(actor, filing.draft().id(), page);
        Set<String> here = new HashSet<>();
        List<FieldError> missing = new ArrayList<>();
        for (Clash clash : clashes) {
            String chosen = posted.getFirst(name(clash));
            if (HERE.equals(chosen)) {
                here.add(clash.field());
            } else if (!THERE.equals(chosen)) {
                missing.add(FieldError.of(name(clash), "dossiers.twoDevices.missing", label(page, clash, language)));
            }
        }
        if (!missing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Errors errors = Errors.of(missing, Texts.in(language));
            return show(filing, page, clashes, here, errors, language, model);
        }
        Saved saved = drafts.settle(
                actor, filing.draft().id(), page, here, seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
        if (!saved.clashes().isEmpty()) {
            return "redirect:" + filing.twoDevicesHref(page);
        }
        redirect.addFlashAttribute("flash", "dossiers.twoDevices.done");
        return "redirect:" + filing.with(saved.draft()).href(page);
    }

    private static String show(
            Filing filing,
            FormPage page,
            List<Clash> clashes,
            Set<String> here,
            Errors errors,
            Language language,
            Model model) {
        List<Choosing> choices = clashes.stream()
                .map(clash -> new Choosing(
                        name(clash),
                        label(page, clash, language),
                        options(filing, page, clash, here.contains(clash.field()), language)))
                .toList();
        model.addAttribute("errors", errors);
        model.addAttribute(
                "view",
                new ChoiceView(
                        page.title().in(language.code()),
                        filing.base() + Filing.TWO_DEVICES,
                        page.id(),
                        filing.changing(),
                        filing.draft().version(),
                        choices));
        return "dossiers/web/twoDevices";
    }

    private static List<Option> options(Filing filing, FormPage page, Clash clash, boolean here, Language language) {
        return List.of(
                Option.of(
                        HERE,
                        text(filing, page, clash, true, language),
                        when("dossiers.twoDevices.here", clash.hereAt(), language),
                        here),
                Option.of(
                        THERE,
                        text(filing, page, clash, false, language),
                        when("dossiers.twoDevices.there", clash.thereAt(), language),
                        false));
    }

    private static String text(Filing filing, FormPage page, Clash clash, boolean here, Language language) {
        String text = field(page, clash)
                .map(field -> Clash.text(
                        field,
                        here ? clash.here() : clash.there(),
                        filing.draft().answers(),
                        language.code()))
                .orElse("");
        return text.isEmpty() ? Texts.in(language).get("dossiers.twoDevices.empty") : text;
    }

    private static String when(String key, @Nullable Instant at, Language language) {
        Texts texts = Texts.in(language);
        return at == null
                ? texts.get(key)
                : texts.get(key + ".at", Dates.in(language).moment(at));
    }

    private static String label(FormPage page, Clash clash, Language language) {
        return field(page, clash)
                .map(field -> field.label().in(language.code()))
                .orElseGet(() -> page.title().in(language.code()));
    }

    private static Optional<Field> field(FormPage page, Clash clash) {
        return page.fields().stream()
                .filter(field -> field.id().equals(clash.field()))
                .findFirst();
    }

    private static String name(Clash clash) {
        return "chon-" + clash.field().replace('.', '-');
    }
}
