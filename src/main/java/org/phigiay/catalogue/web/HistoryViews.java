package org.phigiay.catalogue.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Authorities;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Differences;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.catalogue.Stated;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;

/// What the pages of a procedure's history receive.
final class HistoryViews {

    private final List<Procedure> editions;
    private final @Nullable Procedure inForce;
    private final Language language;
    private final Texts texts;
    private final Dates dates;

    HistoryViews(List<Procedure> editions, @Nullable Procedure inForce, Language language) {
        this.editions = editions;
        this.inForce = inForce;
        this.language = language;
        this.texts = Texts.in(language);
        this.dates = Dates.in(language);
    }

    /// @param entries newest first
    record History(String code, String title, String official, List<Entry> entries) {}

    /// @param state whether it applies now, in words
    /// @param published when it was published, in words; empty when unknown
    /// @param national what changed in the announced text
    /// @param guidance what changed in our guidance
    /// @param reason why the guidance was published below the limits of plain language, null when it was not
    /// @param first whether there was none before it
    record Entry(
            int edition,
            String href,
            String state,
            Tone tone,
            String published,
            String applies,
            String decision,
            List<Difference> national,
            List<Difference> guidance,
            @Nullable String reason,
            boolean first) {

        /// Whether it brings nothing new but joins texts that are both told elsewhere.
        public boolean joined() {
            return !first && national.isEmpty() && guidance.isEmpty();
        }
    }

    /// @param sections heading and facts
    record Edition(
            String code,
            String title,
            String official,
            int number,
            String state,
            Tone tone,
            boolean inForce,
            List<Section> sections) {}

    record Section(String title, List<Fact> facts) {}

    History history(Map<Integer, Instant> published, Map<Integer, String> reasons) {
        Procedure shown = inForce == null ? editions.getLast() : inForce;
        return new History(
                shown.code().value(),
                shown.plainTitle(language.code()),
                shown.title(language.code()),
                editions.stream()
                        .sorted(Comparator.comparingInt(Procedure::version).reversed())
                        .map(edition -> entry(edition, published.get(edition.version()), reasons))
                        .toList());
    }

    private Entry entry(Procedure edition, @Nullable Instant at, Map<Integer, String> reasons) {
        Guidance fresh = firstWith(edition, Procedure::guidance) ? edition.guidance() : null;
        return new Entry(
                edition.version(),
                href(edition),
                state(edition),
                tone(edition),
                at == null ? "" : texts.get("catalogue.history.published", dates.moment(at)),
                applies(edition),
                texts.get(
                        "catalogue.announced",
                        edition.national().announcement().number(),
                        edition.national().announcement().issuer()),
                nationalChanges(edition),
                fresh == null ? List.of() : guidanceChanges(edition, fresh),
                fresh == null ? null : reasons.get(fresh.version()),
                edition.version() == editions.getFirst().version());
    }

    /// What the national text changed, where this edition is the first with it.
    private List<Difference> nationalChanges(Procedure edition) {
        ProcedureVersion text = edition.national();
        if (!firstWith(edition, Procedure::national)) {
            return List.of();
        }
        return editions.stream()
                .map(Procedure::national)
                .filter(other -> other.version() < text.version())
                .max(Comparator.comparingInt(ProcedureVersion::version))
                .map(before -> Differences.between(before, text, language))
                .orElse(List.of());
    }

    private List<Difference> guidanceChanges(Procedure edition, Guidance guidance) {
        Optional<Guidance> before = editions.stream()
                .flatMap(other -> Optional.ofNullable(other.guidance()).stream())
                .filter(other -> other.version() < guidance.version())
                .max(Comparator.comparingInt(Guidance::version));
        boolean cameAlone =
                before.isEmpty() && edition.version() > editions.getFirst().version();
        return before.isPresent() || cameAlone
                ? Differences.between(before.orElse(null), guidance, language)
                : List.of();
    }

    private boolean firstWith(Procedure edition, java.util.function.Function<Procedure, @Nullable Object> part) {
        return editions.stream()
                .filter(other -> Objects.equals(part.apply(other), part.apply(edition)))
                .allMatch(other -> other.version() >= edition.version());
    }

    private String applies(Procedure edition) {
        String from = dates.day(edition.national().from());
        return edition.to() == null
                ? texts.get("catalogue.history.from", from)
                : texts.get("catalogue.history.from-to", from, dates.day(edition.to()));
    }

    private boolean current(Procedure edition) {
        return inForce != null && inForce.version() == edition.version();
    }

    private String state(Procedure edition) {
        return texts.get(
                "catalogue.history.state." + (current(edition) ? "now" : upcoming(edition) ? "later" : "past"));
    }

    private Tone tone(Procedure edition) {
        return current(edition) ? Tone.DONE : upcoming(edition) ? Tone.MOVING : Tone.WAITING;
    }

    private boolean upcoming(Procedure edition) {
        return inForce != null
                && edition.national().from().isAfter(inForce.national().from());
    }

    private String href(Procedure edition) {
        return "/thu-tuc/" + edition.code() + "/lich-su/" + edition.version();
    }

    Edition edition(Procedure edition) {
        var sections = new ArrayList<Section>();
        Guidance guidance = edition.guidance();
        if (guidance != null) {
            add(sections, "guidance", guidance(guidance));
        }
        add(sections, "channels", channels(edition));
        add(sections, "national", national(edition.national()));
        return new Edition(
                edition.code().value(),
                edition.plainTitle(language.code()),
                edition.title(language.code()),
                edition.version(),
                state(edition) + ". " + applies(edition),
                tone(edition),
                current(edition),
                sections);
    }

    private void add(List<Section> sections, String key, List<Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section(texts.get("catalogue.history.section." + key), facts));
        }
    }

    private List<Fact> guidance(Guidance guidance) {
        Guide guide = guidance.guide();
        var facts = new ArrayList<Fact>();
        fact(facts, "catalogue.diff.guidance.plainTitle", in(guidance.plainTitle()));
        fact(facts, "catalogue.fact.who", in(guide.who()));
        fact(facts, "catalogue.fact.papers", in(guide.papers()));
        fact(facts, "catalogue.steps", numbered(guide.steps()));
        fact(
                facts,
                "catalogue.diff.guidance.components",
                guidance.components().stream().map(this::paper).collect(Collectors.joining("\n")));
        fact(facts, "catalogue.counter", lines(guide.counter()));
        fact(facts, "catalogue.notes", lines(guide.notes()));
        fact(
                facts,
                "catalogue.diff.guidance.eligibility",
                guide.eligibility().stream()
                        .map(asked -> in(asked.question()) + " " + in(asked.otherwise()))
                        .collect(Collectors.joining("\n")));
        fact(
                facts,
                "catalogue.diff.guidance.mistakes",
                guide.mistakes().stream()
                        .map(mistake -> in(mistake.wrong()) + " → " + in(mistake.right()))
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private String paper(Component component) {
        String counts = Stated.counts(component.originals(), component.certified(), component.copies(), texts);
        return component.title(language.code()) + (counts.isEmpty() ? "" : " (" + counts + ")");
    }

    private List<Fact> channels(Procedure edition) {
        return edition.channels().stream()
                .map(channel -> Fact.of(
                        texts.get("catalogue.channel." + channel.kind()),
                        Stated.term(channel.term(), texts) + " · " + Stated.fee(channel.fee(), texts),
                        note(channel)))
                .toList();
    }

    private @Nullable String note(Channel channel) {
        return channel.note() == null ? null : in(channel.note());
    }

    private List<Fact> national(ProcedureVersion text) {
        var facts = new ArrayList<Fact>();
        fact(
                facts,
                "catalogue.diff.part.ANNOUNCEMENT",
                text.announcement().number() + "\n" + text.announcement().issuer());
        fact(facts, "catalogue.diff.part.FIELD", in(text.field()));
        fact(facts, "catalogue.diff.part.AUDIENCE", in(text.audience()));
        fact(
                facts,
                "catalogue.diff.part.LEVELS",
                text.levels().stream()
                        .map(level -> texts.get("catalogue.diff.level." + level))
                        .collect(Collectors.joining(", ")));
        fact(facts, "catalogue.diff.part.STEPS", text.steps());
        fact(
                facts,
                "catalogue.diff.part.PAPERS",
                text.cases().stream().map(this::papers).collect(Collectors.joining("\n")));
        fact(facts, "catalogue.diff.part.REQUIREMENTS", text.requirements());
        fact(
                facts,
                "catalogue.diff.part.RESULTS",
                text.results().stream().map(result -> in(result.name())).collect(Collectors.joining("\n")));
        authorities(facts, text.authorities());
        fact(
                facts,
                "catalogue.diff.part.LEGAL_BASIS",
                text.legalBasis().stream()
                        .map(law -> law.number() + " " + law.title())
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private void authorities(List<Fact> facts, Authorities authorities) {
        fact(facts, "catalogue.diff.authority.competent", authorities.competent());
        fact(facts, "catalogue.diff.authority.performing", authorities.performing());
        fact(facts, "catalogue.diff.authority.delegated", authorities.delegated());
        fact(facts, "catalogue.diff.authority.coordinating", authorities.coordinating());
        fact(facts, "catalogue.diff.authority.receiving", authorities.receiving());
        fact(facts, "catalogue.diff.authority.related", authorities.related());
    }

    private String papers(Case one) {
        String papers = one.papers().stream()
                .map(paper -> {
                    String counts = Stated.counts(paper.originals(), paper.certified(), paper.copies(), texts);
                    return "– " + paper.name() + (counts.isEmpty() ? "" : " (" + counts + ")");
                })
                .collect(Collectors.joining("\n"));
        return one.title().isBlank() ? papers : one.title() + ":\n" + papers;
    }

    private void fact(List<Fact> facts, String label, String value) {
        if (!value.isBlank()) {
            facts.add(Fact.of(texts.get(label), value));
        }
    }

    private String numbered(List<Bilingual> steps) {
        var lines = new ArrayList<String>();
        for (Bilingual step : steps) {
            lines.add((lines.size() + 1) + ". " + in(step));
        }
        return String.join("\n", lines);
    }

    private String lines(List<Bilingual> all) {
        return all.stream().map(this::in).collect(Collectors.joining("\n"));
    }

    private String in(Bilingual text) {
        return text.in(language.code());
    }
}
