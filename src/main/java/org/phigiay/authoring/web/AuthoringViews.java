package org.phigiay.authoring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.Examination.Report;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.Impact;
import org.phigiay.authoring.Remark;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Procedure;
import org.phigiay.guidance.web.FoundViews;
import org.phigiay.guidance.web.FoundViews.ScoreView;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.shared.Actor;
import org.phigiay.shared.OncePerForm;
import org.phigiay.shared.PersonId;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.springframework.stereotype.Component;

/// What the pages of one form in the making receive.
@Component
class AuthoringViews {

    private final People people;

    AuthoringViews(People people) {
        this.people = people;
    }

    /// @param others procedures whose form can be copied
    record Start(
            String code,
            String title,
            String official,
            String href,
            boolean current,
            List<Option> others,
            List<String> papers,
            Errors errors,
            String once) {}

    record RemarkLine(String place, String text, String href) {}

    /// @param blocking what stands in the way of publishing
    /// @param advice what could be better
    /// @param minutes about how long it takes to fill in, 0 while the form cannot be read
    record Show(
            String code,
            String title,
            String official,
            String href,
            int seen,
            String state,
            boolean sent,
            @Nullable String returned,
            Outline outline,
            List<RemarkLine> blocking,
            List<RemarkLine> advice,
            ScoreView score,
            int pages,
            int minutes,
            List<Option> sections,
            List<Option> types,
            List<Option> rules,
            Errors errors,
            String once) {}

    /// @param own whether the reader has prepared it and may not judge it
    /// @param waits whether it waits for a second person now
    record Judging(
            String code,
            String title,
            String href,
            int seen,
            String state,
            boolean own,
            boolean waits,
            boolean fresh,
            List<Difference> changes,
            Impact impact,
            List<RemarkLine> blocking,
            List<RemarkLine> advice,
            ScoreView score,
            List<String> findings,
            int pages,
            int minutes,
            String reason,
            Errors errors,
            String once) {}

    Start start(
            Procedure procedure,
            boolean current,
            List<Option> others,
            List<String> papers,
            Errors errors,
            Language language) {
        return new Start(
                procedure.code().value(),
                procedure.plainTitle(language.code()),
                procedure.title(),
                Ways.form(procedure.code()),
                current,
                others,
                papers,
                errors,
                OncePerForm.newKey());
    }

    Show show(Procedure procedure, FormDraft draft, Report report, Errors errors, Language language) {
        Texts texts = Texts.in(language);
        return new Show(
                procedure.code().value(),
                title(draft, procedure, language),
                procedure.title(),
                Ways.form(procedure.code()),
                draft.version(),
                state(draft, language),
                draft.sent(),
                draft.returned(),
                Outline.of(draft, report.remarks(), texts),
                remarks(draft, report, true, texts),
                remarks(draft, report, false, texts),
                new FoundViews(texts).score(report.score()),
                report.pages(),
                report.minutes(),
                PageSheet.sections(draft.form(), "", texts),
                types(FieldSheet.TYPES, texts),
                RuleSheet.RULES.stream()
                        .map(rule -> Option.of(rule, texts.get("authoring.rule." + rule), false))
                        .toList(),
                errors,
                OncePerForm.newKey());
    }

    Judging judge(
            Actor actor,
            Procedure procedure,
            FormDraft draft,
            Report report,
            Impact impact,
            List<Difference> changes,
            String reason,
            Errors errors,
            Language language) {
        Texts texts = Texts.in(language);
        var found = new FoundViews(texts);
        return new Judging(
                procedure.code().value(),
                title(draft, procedure, language),
                Ways.form(procedure.code()),
                draft.version(),
                state(draft, language),
                draft.preparer().equals(actor.person()),
                draft.sent(),
                impact.inForce() == null,
                changes,
                impact,
                remarks(draft, report, true, texts),
                remarks(draft, report, false, texts),
                found.score(report.score()),
                found.all(report.score()),
                report.pages(),
                report.minutes(),
                reason,
                errors,
                OncePerForm.newKey());
    }

    static List<Option> types(List<String> types, Texts texts) {
        return types.stream()
                .map(type -> Option.of(type, texts.get("authoring.type." + type), type.equals("text")))
                .toList();
    }

    static List<RemarkLine> remarks(FormDraft draft, Report report, boolean blocking, Texts texts) {
        return report.remarks().stream()
                .filter(remark -> remark.blocks() == blocking)
                .map(remark -> new RemarkLine(
                        Places.name(draft.form(), remark.place(), texts),
                        say(remark, texts),
                        Ways.to(draft.code(), remark.place())))
                .toList();
    }

    static String say(Remark remark, Texts texts) {
        return texts.get(remark.message(), remark.args().toArray());
    }

    String state(FormDraft draft, Language language) {
        return Texts.in(language)
                .get(
                        draft.sent() ? "authoring.state.sent" : "authoring.state.writing",
                        name(draft.preparer()),
                        Dates.in(language).shortMoment(draft.savedAt()));
    }

    String name(PersonId person) {
        return people.find(person).map(Person::name).orElse("");
    }

    static String title(FormDraft draft, Procedure procedure, Language language) {
        return Leaves.text(draft.form().path("title"), language.code(), procedure.plainTitle(language.code()));
    }
}
