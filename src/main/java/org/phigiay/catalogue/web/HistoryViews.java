package org.phigiay.catalogue.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Differences;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
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
    private final EditionFacts facts;

    HistoryViews(List<Procedure> editions, @Nullable Procedure inForce, Language language) {
        this.editions = editions;
        this.inForce = inForce;
        this.language = language;
        this.texts = Texts.in(language);
        this.dates = Dates.in(language);
        this.facts = new EditionFacts(language);
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
        String key = current(edition) ? "now" : upcoming(edition) ? "later" : replaced(edition) ? "replaced" : "past";
        return texts.get("catalogue.history.state." + key);
    }

    /// Its national text still applies, with newer guidance.
    private boolean replaced(Procedure edition) {
        return inForce != null
                && inForce.national().version() == edition.national().version();
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
            add(sections, "guidance", facts.guidance(guidance));
        }
        add(sections, "channels", facts.channels(edition));
        add(sections, "national", facts.national(edition.national()));
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
}
