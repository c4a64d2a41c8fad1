package org.phigiay.portal.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.AgencySetting;
import org.phigiay.catalogue.Authorities;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Examples;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Paper;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.dialogue.Questions;
import org.phigiay.forms.FormRef;
import org.phigiay.forms.Forms;
import org.phigiay.guidance.FillingTime;
import org.phigiay.guidance.LifeEvents;
import org.phigiay.guidance.PlainScores;
import org.phigiay.guidance.Score;
import org.phigiay.guidance.Stated;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Unit;
import org.phigiay.portal.web.ProcedureView.Announced;
import org.phigiay.portal.web.ProcedureView.Asked;
import org.phigiay.portal.web.ProcedureView.Line;
import org.phigiay.portal.web.ProcedureView.Mistaken;
import org.phigiay.portal.web.ProcedureView.National;
import org.phigiay.portal.web.ProcedureView.Place;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;

/// Puts a procedure's page together. What the announcement leaves unsaid is said to be unsaid.
@org.springframework.stereotype.Component
class ProcedureViews {

    /// A national text with more letters than this stands on a page of its own.
    private static final int LONG = 9_000;

    private final HomeAgency home;
    private final Organisation organisation;
    private final Forms forms;
    private final LifeEvents events;
    private final PlainScores scores;
    private final RealCases real;
    private final Questions questions;
    private final Map<FormRef, Integer> minutes = new ConcurrentHashMap<>();

    ProcedureViews(
            HomeAgency home,
            Organisation organisation,
            Forms forms,
            LifeEvents events,
            PlainScores scores,
            RealCases real,
            Questions questions) {
        this.home = home;
        this.organisation = organisation;
        this.forms = forms;
        this.events = events;
        this.scores = scores;
        this.real = real;
        this.questions = questions;
    }

    ProcedureView show(Procedure procedure, Language language) {
        Texts texts = Texts.in(language);
        String lang = language.code();
        ProcedureVersion text = procedure.national();
        Guidance guidance = procedure.guidance();
        Guide guide = guidance == null ? null : guidance.guide();
        boolean written = procedure.fileable() && !procedure.generally();
        int minutes = written ? minutes(procedure.form()) : 0;
        return new ProcedureView(
                procedure.code().value(),
                procedure.plainTitle(lang),
                procedure.title(lang),
                facts(procedure, texts),
                procedure.fileable() ? "/thu-tuc/" + procedure.code() + "/nop" : null,
                procedure.generally(),
                minutes,
                guide == null ? 0 : guide.eligibility().size(),
                text.audience().in(lang),
                paragraphs(text.requirements()),
                text.results().stream().map(result -> result.name().in(lang)).toList(),
                guide == null ? "" : guide.declaration().in(lang),
                procedure.components().stream()
                        .map(paper -> asked(paper, guide, texts))
                        .toList(),
                guide == null ? List.of() : all(guide.counter(), lang),
                text.cases().stream()
                        .map(each -> announced(each, texts))
                        .filter(each ->
                                !each.papers().isEmpty() || !each.notes().isEmpty())
                        .toList(),
                guide != null,
                real.usual(procedure, texts),
                unsaidTime(procedure, texts),
                channels(procedure, texts),
                channelNotes(procedure, lang),
                guide == null ? List.of() : all(guide.steps(), lang),
                guide == null ? List.of() : all(guide.notes(), lang),
                places(procedure, language),
                procedure.settings().isEmpty() ? authorities(text.authorities(), texts) : List.of(),
                guide == null
                        ? List.of()
                        : guide.mistakes().stream()
                                .map(each -> new Mistaken(
                                        each.wrong().in(lang), each.right().in(lang)))
                                .toList(),
                real.others(procedure, texts),
                events.with(procedure.code()).stream()
                        .map(event -> new Way(event.title().in(lang), "/viec-doi/" + event.name()))
                        .toList(),
                national(text, texts, false),
                guidance == null
                        ? announcedPoints(text)
                        : Integer.valueOf(scores.of(guidance).points()),
                written ? scores.of(forms.definition(procedure.form())).points() : 0,
                questions.published(procedure.code(), null));
    }

    /// Null when the announcement tells no steps.
    private @Nullable Integer announcedPoints(ProcedureVersion text) {
        Score score = scores.of(text);
        return score.measured() ? score.points() : null;
    }

    /// Counted once for each version of a form: a version never changes.
    private int minutes(FormRef form) {
        return minutes.computeIfAbsent(form, ref -> FillingTime.of(forms.definition(ref)));
    }

    /// The whole national text, however long.
    static National national(ProcedureVersion text, Texts texts, boolean whole) {
        boolean elsewhere =
                !whole && text.steps().length() + text.requirements().length() > LONG;
        return new National(
                elsewhere ? List.of() : paragraphs(text.steps()),
                elsewhere ? List.of() : paragraphs(text.requirements()),
                elsewhere,
                text.legalBasis(),
                text.announcement().number().isBlank()
                        ? texts.get("portal.need.announced-unsaid")
                        : texts.get(
                                "catalogue.announced",
                                text.announcement().number(),
                                text.announcement().issuer()),
                text.field().in(texts.language().code()),
                text.keywords());
    }

    private List<Fact> facts(Procedure procedure, Texts texts) {
        String lang = texts.language().code();
        Guide guide = procedure.guidance() == null ? null : procedure.guidance().guide();
        String audience = procedure.national().audience().in(lang);
        return List.of(
                Fact.of(
                        texts.get("catalogue.fact.who"),
                        guide != null
                                ? guide.who().in(lang)
                                : audience.isBlank() ? texts.get("catalogue.unsaid") : audience),
                Fact.of(
                        texts.get("catalogue.fact.time"),
                        Stated.time(procedure, texts).orElseGet(() -> unsaidTime(procedure, texts))),
                Fact.of(
                        texts.get("catalogue.fact.money"),
                        Stated.cost(procedure, texts).orElseGet(() -> unsaidCost(procedure, texts))),
                Fact.of(
                        texts.get("catalogue.fact.papers"),
                        guide == null
                                ? papersInOneLine(procedure, texts)
                                : guide.papers().in(lang)));
    }

    private static String papersInOneLine(Procedure procedure, Texts texts) {
        long count = procedure.national().cases().stream()
                .flatMap(each -> each.papers().stream())
                .filter(paper -> !paper.note())
                .count();
        long cases = procedure.national().cases().stream()
                .filter(each -> !each.title().isBlank())
                .count();
        if (count == 0) {
            return texts.get("portal.need.papers-unsaid");
        }
        return cases > 1
                ? texts.get("portal.need.papers-in-cases", count, cases)
                : texts.get("portal.need.papers-counted", count);
    }

    /// Empty when every channel states its time.
    private String unsaidTime(Procedure procedure, Texts texts) {
        boolean said = procedure.channels().stream().anyMatch(channel -> channel.term() != null);
        return said ? "" : texts.get("portal.need.time-unsaid", desk(texts));
    }

    private String unsaidCost(Procedure procedure, Texts texts) {
        boolean doubtful = procedure.channels().stream().anyMatch(Stated::doubtful);
        return texts.get(doubtful ? "portal.need.cost-doubtful" : "portal.need.cost-unsaid", desk(texts));
    }

    private String desk(Texts texts) {
        return home.get()
                .map(agency -> texts.get(
                        "portal.need.desk", agency.name(texts.language().code()), agency.phone()))
                .orElseGet(() -> texts.get("portal.need.desk-unnamed"));
    }

    private static List<List<String>> channels(Procedure procedure, Texts texts) {
        boolean ours =
                procedure.guidance() != null && !procedure.guidance().channels().isEmpty();
        return procedure.channels().stream()
                .map(channel -> List.of(
                        texts.get("catalogue.channel." + channel.kind()),
                        channel.term() == null ? texts.get("catalogue.unsaid") : Stated.term(channel.term(), texts),
                        fee(channel, ours, texts)))
                .distinct()
                .toList();
    }

    private static String fee(Channel channel, boolean ours, Texts texts) {
        Fee fee = channel.fee();
        if (fee == null) {
            return texts.get("catalogue.unsaid");
        }
        String said = Stated.fee(fee, texts);
        if (ours || !Stated.doubtful(channel)) {
            return said;
        }
        return texts.get(fee.free() ? "portal.need.fee-with-note" : "portal.need.fee-too-small", said);
    }

    private static List<String> channelNotes(Procedure procedure, String lang) {
        Set<String> notes = new LinkedHashSet<>();
        for (Channel channel : procedure.channels()) {
            if (channel.note() != null && !channel.note().in(lang).isBlank()) {
                notes.add(channel.note().in(lang));
            }
        }
        return List.copyOf(notes);
    }

    static Asked asked(Component component, @Nullable Guide guide, Texts texts) {
        String lang = texts.language().code();
        Examples examples = guide == null ? null : guide.examples().get(component.code());
        return new Asked(
                component.title(lang),
                count(component.originals(), component.certified(), component.copies(), texts),
                component.required(),
                in(component.applies(), lang),
                in(component.heldBy(), lang),
                examples == null ? null : examples.right().in(lang),
                examples == null ? null : examples.wrong().in(lang));
    }

    static Announced announced(Case each, Texts texts) {
        List<Line> papers = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Paper paper : each.papers()) {
            if (paper.note()) {
                notes.add(paper.name());
            } else {
                papers.add(new Line(
                        paper.name(),
                        count(paper.originals(), paper.certified(), paper.copies(), texts),
                        paper.formFile()));
            }
        }
        return new Announced(each.title(), papers, notes);
    }

    static String count(int originals, int certified, int copies, Texts texts) {
        List<String> counts = new ArrayList<>();
        count(counts, "originals", originals, texts);
        count(counts, "certified", certified, texts);
        count(counts, "copies", copies, texts);
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, String kind, int amount, Texts texts) {
        if (amount > 0) {
            counts.add(texts.get("catalogue.count." + kind, amount));
        }
    }

    /// The portal's own agency first: it is the nearest to whoever reads its page.
    List<Place> places(Procedure procedure, Language language) {
        Optional<Agency> own = home.get();
        return procedure.settings().stream()
                .sorted(Comparator.comparing((AgencySetting setting) -> own.map(Agency::code)
                                .filter(setting.agency()::equals)
                                .isEmpty())
                        .thenComparing(setting -> setting.agency().value()))
                .flatMap(setting -> organisation.agency(setting.agency()).stream()
                        .map(agency -> place(agency, organisation.unit(setting.unit()), language)))
                .toList();
    }

    private static Place place(Agency agency, Optional<Unit> unit, Language language) {
        String lang = language.code();
        return new Place(
                agency.name(lang),
                unit.map(found -> found.name(lang)).orElse(""),
                agency.address(),
                agency.phone(),
                agency.phone().replaceAll("[^+0-9]", ""),
                agency.hours().in(lang));
    }

    private static List<Fact> authorities(Authorities announced, Texts texts) {
        return Stream.of(
                        fact("performing", announced.performing(), texts),
                        fact("receiving", announced.receiving(), texts),
                        fact("competent", announced.competent(), texts),
                        fact("delegated", announced.delegated(), texts),
                        fact("coordinating", announced.coordinating(), texts))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fact> fact(String key, String value, Texts texts) {
        return value.isBlank()
                ? Optional.empty()
                : Optional.of(Fact.of(texts.get("portal.need.authority." + key), value));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> all(List<Bilingual> texts, String lang) {
        return texts.stream().map(text -> text.in(lang)).toList();
    }

    private static @Nullable String in(@Nullable Bilingual text, String lang) {
        return text == null ? null : text.in(lang);
    }
}
