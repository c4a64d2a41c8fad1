package org.phigiay.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.WhoseDossier;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.QuestionsLeft;
import org.phigiay.guidance.KeptList;
import org.phigiay.guidance.KeptLists;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Page;
import org.phigiay.ui.Dates;
import org.phigiay.ui.Language;
import org.phigiay.ui.Texts;
import org.phigiay.ui.Tone;
import org.springframework.stereotype.Component;

/// Puts together the list of what a person has filed and begun.
@Component
class MyDossiers {
    private final Dossiers dossiers;
    private final Drafts drafts;
    private final QuestionsLeft left;
    private final Catalogue catalogue;
    private final Telling telling;
    private final KeptLists lists;
    private final WhoseDossier whose;
    private final Clock clock = Clock.systemUTC();

    MyDossiers(
            Dossiers dossiers,
            Drafts drafts,
            QuestionsLeft left,
            Catalogue catalogue,
            Telling telling,
            KeptLists lists,
            WhoseDossier whose) {
        this.left = left;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.telling = telling;
        this.lists = lists;
        this.whose = whose;
    }

    /// @param drafts what was begun and not sent; on the first page only
    /// @param kept lists of papers the person is getting ready; on the first page only
    /// @param next address of the next page, null on the last
    record ListView(
            List<Begun> drafts,
            List<Kept> kept,
            List<Row> rows,
            @Nullable String next,
            boolean first) {}

    /// @param drop where it is thrown away
    record Kept(String href, String drop, String title, Instant keptAt) {}

    /// @param left how many questions still ask for the person
    record Begun(String href, String discard, String title, String agency, Instant savedAt, int left) {}

    /// @param line what to expect and by when, in words
    /// @param whose for whom or by whom it was filed; empty when the person filed for themself
    record Row(String href, String title, String code, String state, Tone tone, String line, String whose) {}

    ListView view(Actor actor, @Nullable String after, Language language) {
        Page<Dossier> page = dossiers.own(actor, after);
        Instant now = clock.instant();
        return new ListView(
                after == null
                        ? drafts.open(actor).stream()
                                .map(draft -> begun(draft, language))
                                .toList()
                        : List.of(),
                after == null
                        ? lists.own(actor).stream()
                                .map(list -> kept(list, language))
                                .toList()
                        : List.of(),
                page.items().stream()
                        .map(dossier -> row(actor, dossier, now, language))
                        .toList(),
                page.next() == null ? null : "/ho-so?after=" + page.next(),
                after == null);
    }

    private Kept kept(KeptList list, Language language) {
        String here = "/thu-tuc/" + list.procedure() + "/chuan-bi";
        return new Kept(
                here + "?xem=1" + list.choice(),
                here + "/bo",
                catalogue
                        .find(list.procedure())
                        .map((Procedure procedure) -> procedure.plainTitle(language.code()))
                        .orElse(list.procedure().value()),
                list.keptAt());
    }

    private Begun begun(Draft draft, Language language) {
        AgencyCode agency = draft.agency();
        return new Begun(
                "/ho-so-nhap/" + draft.id(),
                "/ho-so-nhap/" + draft.id() + "/bo",
                catalogue
                        .find(draft.procedure())
                        .map((Procedure procedure) -> procedure.plainTitle(language.code()))
                        .orElse(draft.procedure().value()),
                agency == null ? "" : telling.agency(agency, language),
                draft.updatedAt(),
                left.of(draft));
    }

    private Row row(Actor actor, Dossier dossier, Instant now, Language language) {
        Texts texts = Texts.in(language);
        return new Row(
                "/ho-so/" + dossier.id(),
                telling.procedure(dossier.procedure(), dossier.procedureVersion(), language),
                dossier.anyCode(),
                texts.get("dossiers.state.citizen." + dossier.state().name()),
                Telling.tone(dossier.state()),
                line(dossier, now, texts, Dates.in(language)),
                whose(actor, dossier, texts));
    }

    private String whose(Actor actor, Dossier dossier, Texts texts) {
        if (dossier.filer().equals(dossier.applicant())) {
            return "";
        }
        return dossier.filer().equals(actor.person())
                ? texts.get("portal.list.for", dossier.applicantName())
                : texts.get("portal.list.by", whose.filer(dossier), dossier.applicantName());
    }

    private static String line(Dossier dossier, Instant now, Texts texts, Dates dates) {
        Instant finished = dossier.finishedAt();
        Instant due = dossier.dueAt();
        if (finished != null) {
            return texts.get("portal.list.finished", dates.moment(finished));
        }
        if (dossier.state().waitsForCitizen()) {
            return texts.get("portal.list.asks");
        }
        return due == null
                ? texts.get(
                        "portal.list.reception",
                        dates.moment(dossier.receptionDueAt()),
                        dates.until(dossier.receptionDueAt(), now))
                : texts.get("portal.list.due", dates.moment(due), dates.until(due, now));
    }
}
