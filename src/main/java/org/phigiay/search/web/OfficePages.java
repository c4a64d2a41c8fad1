package org.phigiay.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.search.AskedCount;
import org.phigiay.search.Search;
import org.phigiay.search.Usage;
import org.phigiay.search.VocabularyEntry;
import org.phigiay.search.VocabularyKind;
import org.phigiay.search.Words;
import org.phigiay.search.web.OfficeViews.Form;
import org.phigiay.search.web.OfficeViews.Found;
import org.phigiay.search.web.OfficeViews.Lines;
import org.phigiay.search.web.OfficeViews.Overview;
import org.phigiay.search.web.OfficeViews.Question;
import org.phigiay.search.web.OfficeViews.Row;
import org.phigiay.search.web.OfficeViews.Trial;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// `/can-bo/danh-muc/tim-kiem`: what people ask and do not find, and the words by which questions are read.
@Controller
class OfficePages {

    private static final String HERE = "/can-bo/danh-muc/tim-kiem";
    private static final String WORDS = HERE + "/tu-ngu";
    private static final String EDIT = WORDS + "/sua";
    private static final int DAYS = 30;
    private static final int SHOWN = 100;

    private final Usage usage;
    private final Words words;
    private final Catalogue catalogue;
    private final Clock clock = Clock.system(Dates.ZONE);

    OfficePages(Usage usage, Words words, Catalogue catalogue) {
        this.usage = usage;
        this.words = words;
        this.catalogue = catalogue;
    }

    @GetMapping(HERE)
    String overview(Actor actor, HttpServletRequest request, Model model) {
        Texts texts = Texts.in(Languages.of(request));
        LocalDate since = LocalDate.now(clock).minusDays(DAYS);
        model.addAttribute(
                "view",
                new Overview(
                        usage.without(actor, since).stream()
                                .map(count -> question(actor, count, since, texts))
                                .toList(),
                        usage.often(actor, since).stream()
                                .map(count -> question(actor, count, since, texts))
                                .toList()));
        return "search/web/overview";
    }

    @GetMapping(WORDS)
    String words(
            Actor actor,
            @RequestParam(name = "tim", defaultValue = "") String part,
            HttpServletRequest request,
            Model model) {
        Texts texts = Texts.in(Languages.of(request));
        List<Words.Standing> all = words.all(actor, part);
        List<Row> rows = all.stream()
                .limit(SHOWN)
                .map(standing -> new Row(
                        texts.get("search.kind." + standing.entry().kind()),
                        standing.entry().phrase(),
                        standing.entry().meaning(),
                        texts.get("search.words.state-" + state(standing)),
                        edit(standing.entry())))
                .toList();
        model.addAttribute("view", new Lines(part, texts.get("search.words.count", all.size(), rows.size()), rows));
        return "search/web/words";
    }

    @GetMapping(EDIT)
    String form(
            Actor actor,
            @RequestParam(name = "loai", defaultValue = "") String kind,
            @RequestParam(name = "loi", defaultValue = "") String phrase,
            @RequestParam(name = "cau", defaultValue = "") String question,
            HttpServletRequest request,
            Model model) {
        Texts texts = Texts.in(Languages.of(request));
        if (phrase.isEmpty()) {
            words.all(actor, "\u0000");
            model.addAttribute("view", fresh(question, texts));
            return "search/web/edit";
        }
        Words.Standing standing = words.one(actor, kind(kind), phrase).orElseThrow(NotFound::new);
        model.addAttribute("view", form(standing, question, null, null, null, Errors.NONE, texts));
        return "search/web/edit";
    }

    /// @param act `thu` tries, `luu` saves, `tat` switches off, `bat` switches on again
    @PostMapping(EDIT)
    String change(
            Actor actor,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "phrase", defaultValue = "") String typedPhrase,
            @RequestParam(name = "meaning", defaultValue = "") String typedMeaning,
            @RequestParam(name = "question", defaultValue = "") String question,
            @RequestParam(name = "version", defaultValue = "0") int version,
            @RequestParam(name = "removed", defaultValue = "false") boolean wasRemoved,
            @RequestParam(name = "fixed", defaultValue = "false") boolean fixed,
            @RequestParam(name = "act", defaultValue = "thu") String act,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Model model) {
        Texts texts = Texts.in(Languages.of(request));
        String phrase = typedPhrase.strip().replaceAll("\\s+", " ");
        String meaning = typedMeaning.strip().replaceAll("\\s+", " ");
        boolean removed = act.equals("tat") || (wasRemoved && !act.equals("bat"));
        try {
            var entry = new VocabularyEntry(
                    kind.isEmpty() ? missing() : kind(kind),
                    phrase,
                    kind(kind) == VocabularyKind.FILLER ? "" : meaning);
            if (act.equals("thu")) {
                Search.Compared compared = words.trial(actor, question, entry, removed);
                model.addAttribute(
                        "view",
                        typed(
                                fixed,
                                entry,
                                removed,
                                version,
                                question,
                                trial(question, compared, texts),
                                null,
                                Errors.NONE,
                                actor,
                                texts));
                return "search/web/edit";
            }
            if (!fixed && words.one(actor, entry.kind(), phrase).isPresent()) {
                throw Invalid.of("phrase", "search.words.there");
            }
            switch (words.put(actor, entry, removed, version)) {
                case Words.Done _ -> {
                    redirect.addFlashAttribute("flash", "search.words.saved");
                    return "redirect:" + edit(entry)
                            + (question.isBlank()
                                    ? ""
                                    : "&"
                                            + UriComponentsBuilder.newInstance()
                                                    .queryParam("cau", "{question}")
                                                    .encode()
                                                    .build(question)
                                                    .getRawQuery());
                }
                case Words.Meanwhile meanwhile -> {
                    Words.Standing theirs = meanwhile.theirs();
                    String shown = theirs.entry().meaning()
                            + (theirs.removed() ? " " + texts.get("search.words.theirs-removed") : "");
                    model.addAttribute(
                            "view",
                            typed(
                                    true,
                                    entry,
                                    removed,
                                    theirs.version(),
                                    question,
                                    null,
                                    shown,
                                    Errors.NONE,
                                    actor,
                                    texts));
                    return "search/web/edit";
                }
            }
        } catch (Invalid invalid) {
            var entry = new VocabularyEntry(kind.isEmpty() ? VocabularyKind.EVERYDAY : kind(kind), phrase, meaning);
            model.addAttribute(
                    "view",
                    typed(
                            fixed,
                            entry,
                            removed,
                            version,
                            question,
                            null,
                            null,
                            Errors.of(invalid, texts),
                            actor,
                            texts));
            return "search/web/edit";
        }
    }

    private Form typed(
            boolean fixed,
            VocabularyEntry entry,
            boolean removed,
            int version,
            String question,
            @Nullable Trial trial,
            @Nullable String theirs,
            Errors errors,
            Actor actor,
            Texts texts) {
        String shipped = fixed
                ? words.one(actor, entry.kind(), entry.phrase())
                        .map(Words.Standing::shipped)
                        .orElse(null)
                : null;
        return new Form(
                EDIT,
                fixed,
                entry.kind().key(),
                texts.get("search.kind." + entry.kind()),
                kinds(entry.kind(), texts),
                entry.phrase(),
                entry.meaning(),
                removed,
                version,
                shipped,
                theirs,
                question,
                trial,
                errors);
    }

    private static Form form(
            Words.Standing standing,
            String question,
            @Nullable Trial trial,
            @Nullable String theirs,
            @Nullable String typed,
            Errors errors,
            Texts texts) {
        VocabularyEntry entry = standing.entry();
        return new Form(
                EDIT,
                true,
                entry.kind().key(),
                texts.get("search.kind." + entry.kind()),
                kinds(entry.kind(), texts),
                entry.phrase(),
                typed == null ? entry.meaning() : typed,
                standing.removed(),
                standing.version(),
                standing.shipped(),
                theirs,
                question,
                trial,
                errors);
    }

    private static Form fresh(String question, Texts texts) {
        return new Form(
                EDIT,
                false,
                VocabularyKind.EVERYDAY.key(),
                texts.get("search.kind." + VocabularyKind.EVERYDAY),
                kinds(VocabularyKind.EVERYDAY, texts),
                question,
                "",
                false,
                0,
                null,
                null,
                question,
                null,
                Errors.NONE);
    }

    private Trial trial(String question, Search.Compared compared, Texts texts) {
        return new Trial(
                question, found(compared.now(), compared.now(), texts), found(compared.then(), compared.now(), texts));
    }

    private static List<Found> found(List<ProcedureHead> heads, List<ProcedureHead> before, Texts texts) {
        List<ProcedureCode> earlier = before.stream().map(ProcedureHead::code).toList();
        var found = new ArrayList<Found>();
        for (int i = 0; i < heads.size(); i++) {
            ProcedureHead head = heads.get(i);
            int was = earlier.indexOf(head.code());
            String mark = was < 0 ? "+" : was > i ? "↑" : was < i ? "↓" : "";
            found.add(new Found(
                    head.title().in(texts.language().code()),
                    "/thu-tuc/" + head.code().value(),
                    mark));
        }
        return found;
    }

    private Question question(Actor actor, AskedCount count, LocalDate since, Texts texts) {
        String language = texts.language().code();
        List<String> chosen = usage.chosen(actor, since, count.question()).stream()
                .map(choice -> texts.get(
                        "search.office.chosen-one",
                        catalogue
                                .head(new ProcedureCode(choice.procedure()))
                                .map(head -> head.plainTitle().in(language))
                                .orElse(choice.procedure()),
                        choice.times()))
                .toList();
        return new Question(
                count.question(),
                String.valueOf(count.times()),
                String.valueOf(count.fitting()),
                Dates.in(texts.language()).day(count.last()),
                chosen,
                UriComponentsBuilder.fromPath(EDIT)
                        .queryParam("cau", "{question}")
                        .encode()
                        .build(count.question())
                        .toString());
    }

    private static String edit(VocabularyEntry entry) {
        return UriComponentsBuilder.fromPath(EDIT)
                .queryParam("loai", entry.kind().key())
                .queryParam("loi", "{phrase}")
                .encode()
                .build(entry.phrase())
                .toString();
    }

    private static String state(Words.Standing standing) {
        if (standing.removed()) {
            return "removed";
        }
        if (standing.version() == 0) {
            return "shipped";
        }
        return standing.shipped() == null ? "own" : "changed";
    }

    private static List<Option> kinds(VocabularyKind chosen, Texts texts) {
        return Arrays.stream(VocabularyKind.values())
                .sorted((a, b) -> b == VocabularyKind.EVERYDAY ? 1 : a == VocabularyKind.EVERYDAY ? -1 : 0)
                .map(kind -> Option.of(kind.key(), texts.get("search.kind." + kind), kind == chosen))
                .toList();
    }

    private static VocabularyKind missing() {
        throw Invalid.of("kind", "search.words.kind-missing");
    }

    private static VocabularyKind kind(String key) {
        try {
            return VocabularyKind.valueOf(key.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
