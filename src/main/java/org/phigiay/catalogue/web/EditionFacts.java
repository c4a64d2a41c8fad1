package org.phigiay.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Authorities;
import org.phigiay.catalogue.Case;
import org.phigiay.catalogue.Channel;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Guidance;
import org.phigiay.catalogue.Guide;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.catalogue.Stated;
import org.phigiay.shared.Bilingual;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;

/// An edition of a procedure as labelled lines; what says nothing is left out.
public final class EditionFacts {

    private final Language language;
    private final Texts texts;

    public EditionFacts(Language language) {
        this.language = language;
        this.texts = Texts.in(language);
    }

    /// Our guidance, as far as it is words and papers.
    public List<Fact> guidance(Guidance guidance) {
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

    /// The ways to file, with time and money.
    public List<Fact> channels(Procedure edition) {
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

    /// The announced text, whole.
    public List<Fact> national(ProcedureVersion text) {
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
