package org.phigiay.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Due;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.Paper;
import org.phigiay.dossiers.Promises;
import org.phigiay.dossiers.Slips;
import org.phigiay.dossiers.WhoseDossier;
import org.phigiay.forms.AnswerSection;
import org.phigiay.forms.Draft;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.journal.Entry;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.processing.Processing;
import org.phigiay.processing.Results;
import org.phigiay.processing.StepKind;
import org.phigiay.processing.Task;
import org.phigiay.shared.Actor;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Span;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import org.springframework.stereotype.Component;

/// Puts together the page of one dossier for the person whose it is.
@Component
class MyDossier {
    private static final int MOST_READINGS = 50;

    private final Dossiers dossiers;
    private final Promises promises;
    private final WhoseDossier whose;
    private final ChainLines chain;
    private final Processing processing;
    private final Results results;
    private final Slips slips;
    private final Forms forms;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Telling telling;
    private final Transactions transactions;
    private final Clock clock = Clock.systemUTC();

    MyDossier(
            Dossiers dossiers,
            Promises promises,
            WhoseDossier whose,
            ChainLines chain,
            Processing processing,
            Results results,
            Slips slips,
            Forms forms,
            Catalogue catalogue,
            Organisation organisation,
            Telling telling,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.promises = promises;
        this.whose = whose;
        this.chain = chain;
        this.processing = processing;
        this.results = results;
        this.slips = slips;
        this.forms = forms;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.telling = telling;
        this.transactions = transactions;
    }

    MyDossierView view(Actor actor, Dossier known, Language language) {
        return transactions.read(actor, () -> build(actor, dossiers.find(known.id()), language));
    }

    private MyDossierView build(Actor actor, Dossier dossier, Language language) {
        Texts texts = Texts.in(language);
        Instant now = clock.instant();
        Task task = processing.openTask(dossier.id()).orElse(null);
        Set<Class<? extends DossierAction>> possible = Set.copyOf(dossiers.possible(actor, dossier));
        List<Moment> moments = new ArrayList<>();
        next(dossier, task, language).ifPresent(moments::add);
        List<Entry> entries = dossiers.timeline(dossier);
        moments.addAll(telling.own(entries, language));
        Optional<Agency> agency = organisation.agency(dossier.agency());
        FormDefinition form = forms.definition(new FormRef(dossier.formId(), dossier.formVersion()));
        List<Paper> papers = dossiers.papers(dossier.id());
        String home = "/ho-so/" + dossier.id();
        return new MyDossierView(
                home,
                telling.procedure(dossier.procedure(), dossier.procedureVersion(), language),
                telling.agency(dossier.agency(), language),
                agency.map(Agency::phone).orElse(""),
                dossier.anyCode(),
                dossier.requestCode(),
                texts.get("dossiers.state.citizen." + dossier.state().name()),
                Telling.tone(dossier.state()),
                line(dossier, language),
                dossier.dueAt() == null,
                span(dossier, now, language),
                moments,
                promises.reckoning(dossier).map(Due::lines).orElse(List.of()),
                dossier.state().waitsForCitizen() ? asked(dossier, form, language) : List.of(),
                possible.contains(DossierAction.Supplement.class),
                results.of(dossier.id())
                        .filter(found -> found.issuedFile() != null)
                        .isPresent(),
                Dossiers.ratable(dossier),
                dossier.rating(),
                possible.contains(DossierAction.Withdraw.class),
                AnswerSection.of(form, dossiers.latestAnswers(dossier.id()), attached(papers), null, language),
                papers.stream()
                        .map(paper -> new Way(
                                paper.name(), home + "/giay-to/" + paper.file().value()))
                        .toList(),
                documents(dossier, home, texts),
                readings(actor, dossier, language),
                whose.facts(dossier, language),
                chain.of(dossier, language));
    }

    private List<Way> documents(Dossier dossier, String home, Texts texts) {
        List<Way> documents = new ArrayList<>();
        documents.add(new Way(texts.get("portal.document.receipt"), home + "/bien-nhan"));
        slips.of(dossier)
                .forEach(form -> documents.add(new Way(texts.get("dossiers.slip." + form), home + "/phieu/" + form)));
        return documents;
    }

    /// What comes next and who does it, by post.
    private Optional<Moment> next(Dossier dossier, @Nullable Task task, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        if (dossier.state().waitsForCitizen()) {
            return Optional.of(new Moment(null, texts.get("portal.next.supplement"), null));
        }
        if (task == null || task.paused()) {
            return Optional.empty();
        }
        String post = telling.post(task.post(), language);
        if (task.kind() == StepKind.RECEIVE) {
            return Optional.of(new Moment(
                    null,
                    texts.get("portal.next.receive"),
                    texts.get("portal.next.by", post, dates.moment(dossier.receptionDueAt()))));
        }
        String step = processing.table(task).step(task.step()).title(language.locale());
        Instant due = dossier.dueAt();
        boolean open = dossier.finishedAt() == null;
        String detail = open && due != null ? texts.get("portal.next.promised", post, dates.moment(due)) : post;
        return Optional.of(new Moment(null, step, detail));
    }

    private static String line(Dossier dossier, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        Instant finished = dossier.finishedAt();
        Instant due = dossier.dueAt();
        Instant paused = dossier.pausedAt();
        if (finished != null
                && due != null
                && (dossier.state() == DossierState.FINISHED || dossier.state() == DossierState.RETURNED)) {
            boolean sameDay = dates.day(finished).equals(dates.day(due));
            String key = finished.isAfter(due) ? "late" : sameDay ? "kept" : "early";
            return texts.get("portal.line." + key, dates.moment(due), dates.moment(finished));
        }
        return paused != null ? texts.get("portal.line.paused", dates.moment(paused)) : "";
    }

    private static @Nullable Span span(Dossier dossier, Instant now, Language language) {
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        Instant received = dossier.receivedAt();
        Instant due = dossier.dueAt();
        if (dossier.finishedAt() != null || dossier.state().waitsForCitizen()) {
            return null;
        }
        if (received == null || due == null) {
            String left = dates.until(dossier.receptionDueAt(), now);
            return new Span(
                    dossier.filedAt(), now, dossier.receptionDueAt(), texts.get("portal.clock.waiting", left), null);
        }
        return new Span(received, now, due, texts.get("portal.clock.running", dates.until(due, now)), null);
    }

    private List<String> asked(Dossier dossier, FormDefinition form, Language language) {
        Optional<Procedure> procedure = catalogue.version(dossier.procedure(), dossier.procedureVersion());
        return dossiers.decisions(dossier.id()).stream()
                .filter(decision -> decision.kind().equals("supplement"))
                .reduce((earlier, later) -> later)
                .map(decision -> decision.items().stream()
                        .map(item -> title(item, procedure, form, language)
                                + (item.note().isBlank() ? "" : ": " + item.note()))
                        .toList())
                .orElse(List.of());
    }

    private static String title(
            RequestSupplement.Item item, Optional<Procedure> procedure, FormDefinition form, Language language) {
        return procedure
                .flatMap(found -> found.component(item.component()))
                .map(component -> component.title(language.code()))
                .or(() ->
                        form.field(item.component()).map(field -> field.label().in(language.code())))
                .orElse(item.component());
    }

    private static List<Draft.Attached> attached(List<Paper> papers) {
        return papers.stream()
                .map(paper -> new Draft.Attached(paper.component(), paper.file(), paper.name()))
                .toList();
    }

    private List<List<String>> readings(Actor actor, Dossier dossier, Language language) {
        if (!dossier.applicant().equals(actor.person())) {
            return List.of();
        }
        Texts texts = Texts.in(language);
        Dates dates = Dates.in(language);
        return dossiers.readings(actor, dossier.id()).reversed().stream()
                .limit(MOST_READINGS)
                .map(entry -> List.of(
                        dates.shortMoment(entry.at()),
                        entry.post() == null
                                ? texts.get("portal.readings.official")
                                : telling.post(entry.post(), language),
                        purpose(entry, texts)))
                .toList();
    }

    private static String purpose(Entry entry, Texts texts) {
        String purpose = entry.purpose() == null ? "" : entry.purpose();
        return purpose.equals("process") ? texts.get("portal.readings.process") : purpose;
    }
}
