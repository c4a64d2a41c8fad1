package org.phigiay.imports.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.ProcedureHead;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.identity.People;
import org.phigiay.imports.Batch;
import org.phigiay.imports.Batch.BatchId;
import org.phigiay.imports.FindingKind;
import org.phigiay.imports.ImportRow;
import org.phigiay.imports.RowOutcome;
import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Figure;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.phigiay.ui.Way;
import org.springframework.stereotype.Component;

/// What the templates of imports receive.
@Component
class ImportViews {

    private final People people;

    ImportViews(People people) {
        this.people = people;
    }

    /// @param waiting imports that wait for a second person
    record Home(List<Figure> figures, int waiting) {}

    record Listing(List<BatchLine> batches, Errors errors) {}

    record BatchLine(String href, String file, String when, String who, String counts, String state, Tone tone) {}

    /// @param own whether the viewer read it in, so that somebody else has to publish
    record BatchView(
            String href,
            String file,
            String state,
            Tone tone,
            boolean open,
            boolean own,
            List<Figure> figures,
            List<Fact> facts,
            List<Filter> outcomes,
            List<Filter> kinds,
            String caption,
            List<RowLine> rows,
            @Nullable String next,
            @Nullable String first) {}

    record Filter(String href, String text, String count, boolean chosen) {}

    record RowLine(
            String href, String line, String code, String title, String outcome, Tone tone, List<String> findings) {}

    record RowView(
            String back,
            String line,
            String code,
            String title,
            String outcome,
            Tone tone,
            List<String> findings,
            List<Difference> differences,
            List<Fact> facts,
            @Nullable Way procedure) {}

    Home home(List<ProcedureHead> heads, int waiting, Language language) {
        Texts texts = Texts.in(language);
        long guided = heads.stream().filter(ProcedureHead::fileable).count();
        long online = heads.stream().filter(ProcedureHead::online).count();
        return new Home(
                List.of(
                        figure(heads.size(), "imports.home.procedures", "/thu-tuc", texts),
                        figure(online, "imports.home.online", "/thu-tuc", texts),
                        figure(guided, "imports.home.fileable", "/thu-tuc", texts)),
                waiting);
    }

    Listing list(List<Batch> batches, Errors errors, Language language) {
        Texts texts = Texts.in(language);
        return new Listing(
                batches.stream()
                        .map(batch -> new BatchLine(
                                href(batch.id()),
                                batch.fileName(),
                                at(batch.preparedAt(), language),
                                name(batch.preparedBy(), texts),
                                texts.get(
                                        "imports.counts",
                                        batch.rows(),
                                        batch.added(),
                                        batch.changed(),
                                        batch.unchanged(),
                                        batch.refused()),
                                texts.get("imports.state." + batch.state()),
                                tone(batch.state())))
                        .toList(),
                errors);
    }

    BatchView batch(
            Actor actor,
            Batch batch,
            Map<FindingKind, Integer> kinds,
            @Nullable RowOutcome outcome,
            @Nullable FindingKind kind,
            List<ImportRow> rows,
            boolean more,
            boolean further,
            Language language) {
        Texts texts = Texts.in(language);
        String here = href(batch.id());
        String filtered = here + "?xem=" + (outcome == null ? "" : outcome) + "&luu-y=" + (kind == null ? "" : kind);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                texts.get("imports.prepared"),
                texts.get("imports.by", at(batch.preparedAt(), language), name(batch.preparedBy(), texts))));
        PersonId publisher = batch.publishedBy();
        Instant published = batch.publishedAt();
        if (publisher != null && published != null) {
            facts.add(Fact.of(
                    texts.get("imports.published"),
                    texts.get("imports.by", at(published, language), name(publisher, texts))));
        }
        facts.add(Fact.of("SHA-256", batch.sha256()));
        return new BatchView(
                here,
                batch.fileName(),
                texts.get("imports.state." + batch.state()),
                tone(batch.state()),
                batch.state() == Batch.State.PREPARED,
                batch.preparedBy().equals(actor.person()),
                figures(batch, here, texts),
                facts,
                outcomes(batch, here, outcome, texts),
                kinds.entrySet().stream()
                        .map(each -> new Filter(
                                here + "?luu-y=" + each.getKey(),
                                texts.get("imports.kind." + each.getKey()),
                                String.valueOf(each.getValue()),
                                each.getKey() == kind))
                        .toList(),
                caption(outcome, kind, texts),
                rows.stream().map(row -> line(here, row, texts)).toList(),
                more ? filtered + "&sau=" + rows.getLast().line() : null,
                further ? filtered : null);
    }

    RowView row(BatchId batch, ImportRow row, List<Difference> differences, Language language) {
        Texts texts = Texts.in(language);
        ProcedureVersion text = row.text();
        var facts = new ArrayList<Fact>();
        if (text != null) {
            facts.add(Fact.of(
                    texts.get("imports.row.decision"), text.announcement().number()));
            facts.add(Fact.of(texts.get("imports.row.field"), text.field().in(language.code())));
            facts.add(Fact.of(texts.get("imports.row.audience"), text.audience().in(language.code())));
        }
        return new RowView(
                href(batch),
                String.valueOf(row.line()),
                row.code(),
                row.title(),
                texts.get("imports.outcome." + row.outcome()),
                tone(row.outcome()),
                findings(row, texts),
                differences,
                facts,
                row.outcome() == RowOutcome.REFUSED
                        ? null
                        : new Way(texts.get("imports.row.page"), "/thu-tuc/" + row.code()));
    }

    private static List<Figure> figures(Batch batch, String here, Texts texts) {
        return List.of(
                figure(batch.rows(), "imports.figure.rows", here, texts),
                figure(batch.added(), "imports.figure.new", here + "?xem=NEW", texts),
                figure(batch.changed(), "imports.figure.changed", here + "?xem=CHANGED", texts),
                figure(batch.unchanged(), "imports.figure.unchanged", here + "?xem=UNCHANGED", texts),
                figure(batch.refused(), "imports.figure.refused", here + "?xem=REFUSED", texts));
    }

    private static List<Filter> outcomes(Batch batch, String here, @Nullable RowOutcome chosen, Texts texts) {
        var all = new ArrayList<Filter>();
        all.add(new Filter(here, texts.get("imports.all"), String.valueOf(batch.rows()), chosen == null));
        for (RowOutcome outcome : RowOutcome.values()) {
            int count = switch (outcome) {
                case NEW -> batch.added();
                case CHANGED -> batch.changed();
                case UNCHANGED -> batch.unchanged();
                case REFUSED -> batch.refused();
            };
            all.add(new Filter(
                    here + "?xem=" + outcome,
                    texts.get("imports.outcome." + outcome),
                    String.valueOf(count),
                    outcome == chosen));
        }
        return all;
    }

    private static String caption(@Nullable RowOutcome outcome, @Nullable FindingKind kind, Texts texts) {
        if (kind != null) {
            return texts.get("imports.kind." + kind);
        }
        return outcome == null ? texts.get("imports.all") : texts.get("imports.outcome." + outcome);
    }

    private static RowLine line(String here, ImportRow row, Texts texts) {
        return new RowLine(
                here + "/dong/" + row.line(),
                String.valueOf(row.line()),
                row.code(),
                row.title(),
                texts.get("imports.outcome." + row.outcome()),
                tone(row.outcome()),
                row.findings().stream()
                        .map(finding -> texts.get("imports.kind." + finding.kind()))
                        .distinct()
                        .toList());
    }

    private static List<String> findings(ImportRow row, Texts texts) {
        return row.findings().stream()
                .map(finding -> texts.get(finding.kind().key(), finding.detail()))
                .toList();
    }

    private static Figure figure(long number, String key, String href, Texts texts) {
        String digits = String.format(Locale.ROOT, "%,d", number);
        return new Figure(texts.language() == Language.VI ? digits.replace(',', '.') : digits, texts.get(key), href);
    }

    private String name(PersonId person, Texts texts) {
        return person.equals(PersonId.SYSTEM)
                ? texts.get("imports.operator")
                : people.find(person).map(each -> each.name()).orElse("");
    }

    private static String at(Instant moment, Language language) {
        return Dates.in(language).moment(moment);
    }

    private static Tone tone(Batch.State state) {
        return switch (state) {
            case READING, PREPARED -> Tone.ASKS;
            case PUBLISHED -> Tone.DONE;
            case DISCARDED -> Tone.WAITING;
        };
    }

    private static Tone tone(RowOutcome outcome) {
        return switch (outcome) {
            case NEW -> Tone.DONE;
            case CHANGED -> Tone.MOVING;
            case UNCHANGED -> Tone.WAITING;
            case REFUSED -> Tone.LATE;
        };
    }

    private static String href(BatchId id) {
        return ImportPages.PATH + "/" + id;
    }
}
