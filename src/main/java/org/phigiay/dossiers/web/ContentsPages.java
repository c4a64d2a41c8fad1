package org.phigiay.dossiers.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.phigiay.dossiers.Paper;
import org.phigiay.forms.Answers;
import org.phigiay.forms.Field;
import org.phigiay.forms.FieldType;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Section;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Task;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Mục lục: every question of a filing under way with where it stands, so that a long form can be answered in parts and
/// in any order.
@Controller
class ContentsPages {
    private final Filings filings;
    private final Forms forms;
    private final ForWhom forWhom;

    ContentsPages(Filings filings, Forms forms, ForWhom forWhom) {
        this.filings = filings;
        this.forms = forms;
        this.forWhom = forWhom;
    }

    record Part(String title, List<Task> tasks) {}

    record ContentsView(String procedure, String back, String check, int done, int all, List<Part> parts) {}

    @GetMapping("/ho-so-nhap/{draft}/" + Filing.CONTENTS)
    String contents(Actor actor, @PathVariable String draft, HttpServletRequest request, Model model) {
        Filing filing = filings.open(actor, draft, false);
        String receipt = filing.receipt();
        if (receipt != null) {
            return "redirect:" + receipt;
        }
        Language language = Languages.of(request);
        Texts texts = Texts.in(language);
        String lang = language.code();
        List<FormPage> route = filing.form().route(filing.answers());
        Set<String> wrong = wrong(filing, lang);
        List<Part> parts = new ArrayList<>();
        if (filing.asksForWhom()) {
            boolean told = forWhom.problems(actor, filing).isEmpty();
            parts.add(new Part(
                    texts.get("dossiers.party.question"),
                    List.of(new Task(
                            texts.get("dossiers.contents.forWhom"),
                            null,
                            filing.forWhomHref(ForWhomPages.KIND),
                            texts.get("dossiers.contents." + (told ? "done" : "wrong")),
                            told ? null : Tone.ASKS))));
        }
        int done = 0;
        for (Section section : filing.form().sections()) {
            List<Task> tasks = new ArrayList<>();
            for (FormPage page : route) {
                if (page.section().equals(section.id())) {
                    boolean right = page.fields().stream().noneMatch(field -> wrong.contains(name(field)));
                    boolean open = !right && page.fields().stream().noneMatch(field -> answered(filing, field));
                    done += right ? 1 : 0;
                    tasks.add(new Task(
                            page.title().in(lang),
                            null,
                            filing.href(page),
                            texts.get("dossiers.contents." + (right ? "done" : open ? "open" : "wrong")),
                            right ? null : open ? Tone.WAITING : Tone.ASKS));
                }
            }
            if (!tasks.isEmpty()) {
                parts.add(new Part(section.title().in(lang), tasks));
            }
        }
        model.addAttribute(
                "view",
                new ContentsView(
                        filing.procedure().plainTitle(lang),
                        filing.goOn(),
                        filing.checkHref(),
                        done,
                        route.size(),
                        parts));
        return "dossiers/web/contents";
    }

    private static String name(Field field) {
        return field.component() == null ? field.id() : "files." + field.component();
    }

    private static boolean answered(Filing filing, Field field) {
        return field.type() == FieldType.FILE
                ? filing.draft().components().contains(field.component())
                : Answers.has(filing.answers(), field.id());
    }

    /// The fields that could not be filed as they are.
    private Set<String> wrong(Filing filing, String language) {
        Set<String> wrong = new HashSet<>();
        forms.check(filing.form(), forms.relevant(filing.form(), filing.answers()), language)
                .forEach(error -> wrong.add(error.field()));
        forms.checkFiles(filing.form(), filing.answers(), filing.draft().components(), language).stream()
                .filter(error -> !error.field().equals("files." + Paper.AUTHORITY))
                .forEach(error -> wrong.add(error.field()));
        return wrong;
    }
}
