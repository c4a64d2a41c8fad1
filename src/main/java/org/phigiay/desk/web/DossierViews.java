package org.phigiay.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Clock;
import org.phigiay.calendar.Line;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Promises;
import org.phigiay.dossiers.Slips;
import org.phigiay.dossiers.WhoseDossier;
import org.phigiay.forms.AnswerLine;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.processing.Processing;
import org.phigiay.processing.ResultDocument;
import org.phigiay.processing.Results;
import org.phigiay.processing.Step;
import org.phigiay.processing.StepTable;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Span;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import tools.jackson.databind.JsonNode;

/// Gathers what the page of a dossier shows. The dossier has been read, and the reading noted, before.
@org.springframework.stereotype.Component
class DossierViews {
    private final Dossiers dossiers;
    private final Processing processing;
    private final Results results;
    private final Slips slips;
    private final Catalogue catalogue;
    private final Forms forms;
    private final Histories histories;
    private final WorkRows rows;
    private final Promises promises;
    private final WhoseDossier whose;
    private final ChainLines chain;

    DossierViews(
            Dossiers dossiers,
            Processing processing,
            Results results,
            Slips slips,
            Catalogue catalogue,
            Forms forms,
            Histories histories,
            WorkRows rows,
            Promises promises,
            WhoseDossier whose,
            ChainLines chain) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.results = results;
        this.slips = slips;
        this.catalogue = catalogue;
        this.forms = forms;
        this.histories = histories;
        this.rows = rows;
        this.promises = promises;
        this.whose = whose;
        this.chain = chain;
    }

    DossierView of(Actor actor, Dossier dossier, Language language) {
        Texts texts = Texts.in(language);
        @Nullable
        Procedure procedure = catalogue
                .version(dossier.procedure(), dossier.procedureVersion())
                .orElse(null);
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        JsonNode answers = dossiers.latestAnswers(dossier.id());
        List<Paper> papers = dossiers.papers(dossier.id());
        @Nullable Task task = processing.openTask(dossier.id()).orElse(null);
        @Nullable StepTable table = task == null ? null : processing.table(task);
        return new DossierView(
                dossier,
                rows.title(dossier, language),
                (procedure == null ? "" : procedure.title() + " · ") + dossier.procedure(),
                texts.get("dossiers.state." + dossier.state()),
                WorkRows.tone(dossier.state()),
                facts(dossier, language),
                parts(forms.lines(form, answers, language.code()), dossiers.origins(dossier.id()), language, texts),
                papers.stream()
                        .map(paper -> sheet(dossier, paper, procedure, language))
                        .toList(),
                procedure == null ? List.of() : missing(procedure, papers, language),
                histories.of(dossier, task, table, language),
                clock(dossier, texts, Dates.in(language)),
                dossier.receivedAt() != null,
                reckoning(dossier),
                documents(dossier, texts),
                task == null || table == null ? List.of() : steps(table, task, language),
                table == null ? "" : table.decision(),
                Deed.of(processing.names(actor, dossier)).stream()
                        .map(deed -> new Way(deed.label(texts), deed.href(dossier.id())))
                        .toList(),
                actor.purpose(),
                chain.of(dossier, language));
    }

    private List<Fact> facts(Dossier dossier, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        List<Fact> facts = new ArrayList<>(whose.facts(dossier, language));
        if (facts.isEmpty()) {
            facts.add(Fact.of(texts.get("desk.fact.applicant"), dossier.applicantName()));
        } else {
            facts.add(Fact.of(texts.get("desk.fact.proof"), whose.proof(dossier, language)));
        }
        facts.add(Fact.of(
                texts.get("desk.fact.channel"),
                texts.get("dossiers.channel." + dossier.channel()),
                texts.get("dossiers.representation." + dossier.representation())));
        facts.add(Fact.of(texts.get("desk.fact.filed"), dates.moment(dossier.filedAt())));
        facts.add(Fact.of(texts.get("desk.fact.request-code"), dossier.requestCode()));
        return facts;
    }

    private static List<DossierView.Part> parts(
            List<AnswerLine> lines, JsonNode origins, Language language, Texts texts) {
        Map<String, List<Fact>> parts = new LinkedHashMap<>();
        for (AnswerLine line : lines) {
            parts.computeIfAbsent(line.section().title().in(language.code()), _ -> new ArrayList<>())
                    .add(Fact.of(
                            line.label(),
                            line.text().isEmpty() ? texts.get("desk.not-answered") : line.text(),
                            origin(origins.path(line.field().id()), texts)));
        }
        return parts.entrySet().stream()
                .map(part -> new DossierView.Part(part.getKey(), part.getValue()))
                .toList();
    }

    /// Where an answer was taken from, or that its giver called what was known wrong; null when it was simply typed.
    private static @Nullable String origin(JsonNode origin, Texts texts) {
        String source = origin.path("source").asString("");
        if (source.isEmpty()) {
            return null;
        }
        String from = texts.or("desk.origin." + source, "", origin.path("ref").asString(""));
        JsonNode known = origin.path("value");
        return origin.path("wrong").asBoolean(false)
                ? texts.get("desk.origin.wrong", known.isString() ? known.asString() : "", from)
                : from.isEmpty() ? null : from;
    }

    private static DossierView.Sheet sheet(
            Dossier dossier, Paper paper, @Nullable Procedure procedure, Language language) {
        Texts texts = Texts.in(language);
        boolean authority = paper.component().equals(Paper.AUTHORITY);
        String title = procedure == null || authority
                ? authority ? texts.get("dossiers.party.authority") : paper.component()
                : procedure
                        .component(paper.component())
                        .map(component -> component.title(language.code()))
                        .orElse(paper.component());
        return new DossierView.Sheet(
                title,
                paper.name(),
                kind(paper.mediaType(), texts),
                size(paper.size(), language),
                texts.get(
                        paper.filing() == 1 ? "desk.paper.filed" : "desk.paper.supplemented",
                        Dates.in(language).shortMoment(paper.at())),
                "/can-bo/ho-so/" + dossier.id() + "/giay-to/" + paper.file().value(),
                PaperPages.picture(paper.mediaType()));
    }

    /// Required components for which no paper is there.
    private static List<String> missing(Procedure procedure, List<Paper> papers, Language language) {
        Set<String> there = papers.stream().map(Paper::component).collect(Collectors.toSet());
        return procedure.components().stream()
                .filter(Component::required)
                .filter(component -> !there.contains(component.code()))
                .map(component -> component.title(language.code()))
                .toList();
    }

    private static Span clock(Dossier dossier, Texts texts, Dates dates) {
        Instant received = dossier.receivedAt();
        Instant from = received == null ? dossier.filedAt() : received;
        Instant due = received == null || dossier.dueAt() == null ? dossier.receptionDueAt() : dossier.dueAt();
        Instant ended = dossier.finishedAt();
        boolean waits = dossier.state().waitsForCitizen();
        Instant now = ended != null ? ended : dossier.pausedAt() != null ? dossier.pausedAt() : Instant.now();
        String words;
        if (ended != null) {
            words = texts.get(ended.isAfter(due) ? "desk.clock.ended-late" : "desk.clock.ended-in-time");
        } else {
            String left = dates.until(due, now);
            words = texts.get(received == null ? "desk.clock.reception" : "desk.clock.promise", left);
        }
        return new Span(from, now, due, words, ended == null && waits ? texts.get("desk.clock.paused") : null);
    }

    private List<Line> reckoning(Dossier dossier) {
        @Nullable Clock clock = promises.clock(dossier);
        return clock == null ? List.of() : clock.lines();
    }

    private List<Way> documents(Dossier dossier, Texts texts) {
        String here = "/can-bo/ho-so/" + dossier.id();
        List<Way> ways = new ArrayList<>();
        for (int form : slips.of(dossier)) {
            ways.add(new Way(texts.get("dossiers.slip." + form), here + "/phieu/" + form));
        }
        @Nullable ResultDocument result = results.of(dossier.id()).orElse(null);
        if (result != null && result.issuedFile() != null) {
            ways.add(new Way(texts.get("desk.result", result.numberAndSymbol()), here + "/ket-qua"));
        } else if (result != null) {
            ways.add(new Way(texts.get("desk.draft"), here + "/du-thao"));
        }
        return ways;
    }

    private List<DossierView.StepLine> steps(StepTable table, Task task, Language language) {
        return table.steps().stream()
                .sorted(Comparator.comparing(Step::number))
                .map(step -> new DossierView.StepLine(
                        step.number(),
                        step.title(language.locale()),
                        histories.post(step.post(), language),
                        step.number() < task.step() ? "done" : step.number() == task.step() ? "now" : "next"))
                .toList();
    }

    private static String kind(String mediaType, Texts texts) {
        return texts.or("desk.kind." + mediaType.replace('/', '-'), mediaType);
    }

    private static String size(long bytes, Language language) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1000) + " kB"
                : String.format(language.locale(), "%.1f MB", bytes / 1_000_000.0);
    }
}
