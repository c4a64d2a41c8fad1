package org.phigiay.authoring.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.authoring.Examination;
import org.phigiay.authoring.Examination.Report;
import org.phigiay.authoring.FormDifferences;
import org.phigiay.authoring.FormDraft;
import org.phigiay.authoring.FormDrafts.Outcome;
import org.phigiay.authoring.FormTree;
import org.phigiay.authoring.Papers;
import org.phigiay.authoring.Place;
import org.phigiay.authoring.Remark;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Component;
import org.phigiay.catalogue.Difference;
import org.phigiay.catalogue.Procedure;
import org.phigiay.shared.Actor;
import org.phigiay.shared.OncePerForm;
import org.phigiay.ui.Errors;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Way;
import tools.jackson.databind.node.ObjectNode;

/// What the page of one place receives.
@org.springframework.stereotype.Component
class PartViews {

    private final Examination examination;
    private final Catalogue catalogue;
    private final AuthoringViews views;

    PartViews(Examination examination, Catalogue catalogue, AuthoringViews views) {
        this.examination = examination;
        this.catalogue = catalogue;
        this.views = views;
    }

    /// @param name what the place is called
    /// @param seen version that the page shows, so that the next saving stands
    /// @param overtaken who saved another text meanwhile, null when nobody did
    /// @param clash what differs between that text and this one
    /// @param remarks what the checks say about this place
    /// @param holder whether fields can be added here
    /// @param place for adding fields and for taking it away
    /// @param preview the page as citizens see it, null where there is none
    record Part(
            String code,
            String name,
            String href,
            List<Way> ways,
            int seen,
            @Nullable String overtaken,
            List<Difference> clash,
            List<String> remarks,
            List<SheetView.Group> groups,
            Outline outline,
            boolean holder,
            List<Outline.FieldLine> fields,
            List<Option> types,
            String place,
            boolean removable,
            @Nullable String preview,
            Errors errors,
            String once) {}

    Part part(
            Actor actor,
            FormDraft draft,
            Place place,
            ObjectNode node,
            int seen,
            Outcome.@Nullable Overtaken overtaken,
            Errors errors,
            Language language) {
        Texts texts = Texts.in(language);
        Procedure procedure = catalogue.find(draft.code()).orElseThrow();
        Report report = examination.check(actor, draft);
        Map<String, Long> wrong = report.remarks().stream()
                .filter(Remark::blocks)
                .collect(Collectors.groupingBy(remark -> Outline.key(remark.place()), Collectors.counting()));
        ObjectNode there = FormTree.at(draft.content(), place);
        boolean holder = (!place.page().isEmpty() && place.field().isEmpty())
                || node.path("type").asString("").equals("list");
        boolean inside = !place.field().isEmpty();
        return new Part(
                draft.code().value(),
                Places.name(draft.form(), place, texts),
                Ways.to(draft.code(), place),
                ways(draft, place, procedure, language),
                seen,
                overtaken == null ? null : texts.get("authoring.overtaken", views.name(overtaken.by())),
                overtaken == null || there == null ? List.of() : FormDifferences.between(place, there, node, texts),
                report.remarks().stream()
                        .filter(remark -> remark.place().equals(place))
                        .map(remark -> AuthoringViews.say(remark, texts))
                        .distinct()
                        .toList(),
                sheet(draft, place, node, report, Papers.of(procedure), texts).groups(),
                Outline.of(draft, report.remarks(), texts),
                holder,
                holder && there != null ? Outline.fields(draft, place, there, wrong, texts) : List.of(),
                AuthoringViews.types(inside ? FieldSheet.INSIDE : FieldSheet.TYPES, texts),
                Outline.key(place),
                place.steps().size() > 1,
                place.page().isEmpty() ? null : Ways.preview(draft.code(), place.page()),
                errors,
                OncePerForm.newKey());
    }

    private static SheetView sheet(
            FormDraft draft, Place place, ObjectNode node, Report report, List<Component> papers, Texts texts) {
        var inputs = new Inputs(place, node, report.score(), texts);
        ObjectNode form = draft.form();
        if (!place.field().isEmpty()) {
            return FieldSheet.of(inputs, form, papers);
        }
        if (!place.page().isEmpty()) {
            return PageSheet.of(inputs, form);
        }
        if (place.equals(Place.RESULT)) {
            return FormSheet.result(inputs, form);
        }
        if (place.equals(Place.OFFER)) {
            return FormSheet.offer(inputs);
        }
        return place.list().equals(Place.RULES) ? RuleSheet.of(inputs, form) : FormSheet.of(inputs);
    }

    private static List<Way> ways(FormDraft draft, Place place, Procedure procedure, Language language) {
        Texts texts = Texts.in(language);
        var ways = new java.util.ArrayList<Way>();
        ways.add(new Way(texts.get("authoring.home"), "/can-bo/danh-muc"));
        ways.add(new Way(texts.get("authoring.list.title"), Ways.HOME));
        ways.add(new Way(AuthoringViews.title(draft, procedure, language), Ways.form(draft.code())));
        if (!place.field().isEmpty()) {
            Place holder = place.list().list();
            ways.add(new Way(Places.name(draft.form(), holder, texts), Ways.to(draft.code(), holder)));
        }
        return ways;
    }
}
