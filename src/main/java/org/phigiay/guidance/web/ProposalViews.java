package org.phigiay.guidance.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Differences;
import org.phigiay.catalogue.GuidanceStanding;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.catalogue.web.EditionFacts;
import org.phigiay.guidance.Proposal;
import org.phigiay.guidance.Proposals.Outcome.Overtaken;
import org.phigiay.guidance.ProposedText;
import org.phigiay.guidance.Score;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.shared.Actor;
import org.phigiay.shared.PersonId;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What the pages of one guidance in the making receive.
@Component
class ProposalViews {

    static final String HOME = "/can-bo/danh-muc/huong-dan";

    private final Catalogue catalogue;
    private final People people;

    ProposalViews(Catalogue catalogue, People people) {
        this.catalogue = catalogue;
        this.people = people;
    }

    /// @param seen version that the page shows, 0 when there is none
    /// @param state where the proposal stands, in words; null when there is none
    /// @param sent whether it waits for a second person
    /// @param returned why it was given back, null when it was not
    /// @param news what has changed in the national text since the guidance was written
    /// @param overtaken who saved another text meanwhile, null when nobody did
    /// @param clash what differs between that text and this one
    /// @param fixed what is shown and not edited here
    /// @param elsewhere what is hard to read in what is not edited here
    record Editing(
            String code,
            String title,
            String official,
            String href,
            int seen,
            @Nullable String state,
            boolean sent,
            @Nullable String returned,
            List<Difference> news,
            @Nullable String overtaken,
            List<Difference> clash,
            FoundViews.ScoreView score,
            List<String> elsewhere,
            List<Fact> national,
            List<Fact> fixed,
            List<EditorViews.Group> groups,
            Errors errors) {}

    /// @param own whether the reader has prepared it and may not judge it
    /// @param waits whether it waits for a second person now
    /// @param changes what differs from the guidance in force
    /// @param findings everything that could be plainer
    record Judging(
            String code,
            String title,
            String href,
            int seen,
            String state,
            boolean own,
            boolean waits,
            List<Difference> changes,
            FoundViews.ScoreView score,
            List<String> findings,
            String reason,
            Errors errors) {}

    /// @param seen version that the page was or is drawn from
    /// @param overtaken what somebody else saved meanwhile, null when nobody did
    /// @param spare empty lines at the end of each list
    Editing editing(
            Procedure procedure,
            @Nullable Proposal proposal,
            int seen,
            ProposedText text,
            @Nullable Overtaken overtaken,
            Errors errors,
            int spare,
            Language language) {
        Texts texts = Texts.in(language);
        Score score = text.score(procedure);
        var found = new FoundViews(texts);
        return new Editing(
                procedure.code().value(),
                text.plainTitle().vi().isEmpty()
                        ? procedure.title(language.code())
                        : text.plainTitle().in(language.code()),
                procedure.title(),
                HOME + "/" + procedure.code(),
                overtaken == null ? seen : overtaken.version(),
                proposal == null ? null : state(proposal, language),
                proposal != null && proposal.sent(),
                proposal == null ? null : proposal.returned(),
                news(procedure, language),
                overtaken == null ? null : overtaken(overtaken, texts),
                overtaken == null
                        ? List.of()
                        : Differences.between(overtaken.theirs().on(procedure), text.on(procedure), language),
                found.score(score),
                found.elsewhere(score, EditorViews.PLACES),
                new EditionFacts(language).national(procedure.national()),
                fixed(procedure, language),
                new EditorViews(procedure, text, score, spare, texts).groups(),
                errors);
    }

    Judging judging(
            Actor actor, Procedure procedure, Proposal proposal, String reason, Errors errors, Language language) {
        Texts texts = Texts.in(language);
        Score score = proposal.text().score(procedure);
        var found = new FoundViews(texts);
        return new Judging(
                procedure.code().value(),
                proposal.text().plainTitle().in(language.code()),
                HOME + "/" + procedure.code(),
                proposal.version(),
                state(proposal, language),
                proposal.preparer().equals(actor.person()),
                proposal.sent(),
                Differences.between(procedure.guidance(), proposal.text().on(procedure), language),
                found.score(score),
                found.all(score),
                reason,
                errors);
    }

    private String state(Proposal proposal, Language language) {
        return Texts.in(language)
                .get(
                        proposal.sent() ? "guidance.editor.state.sent" : "guidance.editor.state.writing",
                        name(proposal.preparer()),
                        Dates.in(language).shortMoment(proposal.savedAt()));
    }

    private String overtaken(Overtaken overtaken, Texts texts) {
        return overtaken.by() == null
                ? texts.get("guidance.editor.overtaken.published")
                : texts.get("guidance.editor.overtaken", name(overtaken.by()));
    }

    String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("");
    }

    /// What has changed in the national text since the guidance in force was written.
    private List<Difference> news(Procedure procedure, Language language) {
        ProcedureVersion now = procedure.national();
        return catalogue.standings().stream()
                .filter(standing -> standing.code().equals(procedure.code()) && standing.toReview())
                .map(GuidanceStanding::writtenFor)
                .flatMap(before -> catalogue.versions(procedure.code()).stream()
                        .map(Procedure::national)
                        .filter(text -> text.version() == before)
                        .findFirst()
                        .stream())
                .flatMap(before -> Differences.between(before, now, language).stream())
                .toList();
    }

    private static List<Fact> fixed(Procedure procedure, Language language) {
        Texts texts = Texts.in(language);
        var facts = new java.util.ArrayList<Fact>();
        facts.add(Fact.of(
                texts.get("guidance.editor.form"),
                procedure.fileable() ? procedure.form().toString() : texts.get("guidance.editor.form.none")));
        facts.addAll(new EditionFacts(language).channels(procedure));
        procedure
                .components()
                .forEach(component -> facts.add(Fact.of(
                        texts.get("guidance.editor.component", component.code()),
                        component.title(language.code()),
                        component.applies() == null ? null : component.applies().in(language.code()))));
        return facts;
    }
}
