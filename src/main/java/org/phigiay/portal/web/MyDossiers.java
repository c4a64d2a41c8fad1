package org.phigiay.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.forms.Draft;
import org.phigiay.forms.Drafts;
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
    private final Catalogue catalogue;
    private final Telling telling;
    private final Clock clock = Clock.systemUTC();

    MyDossiers(Dossiers dossiers, Drafts drafts, Catalogue catalogue, Telling telling) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.telling = telling;
    }

    /// @param drafts what was begun and not sent; on the first page only
    /// @param next address of the next page, null on the last
    record ListView(
            List<Begun> drafts, List<Row> rows, @Nullable String next, boolean first) {}

    record Begun(String href, String discard, String title, String agency, Instant savedAt) {}

    /// @param line what to expect and by when, in words
    record Row(String href, String title, String code, String state, Tone tone, String line) {}

    ListView view(Actor actor, @Nullable String after, Language language) {
        Page<Dossier> page = dossiers.own(actor, after);
        Instant now = clock.instant();
        return new ListView(
                after == null
                        ? drafts.open(actor).stream()
                                .map(draft -> begun(draft, language))
                                .toList()
                        : List.of(),
                page.items().stream()
                        .map(dossier -> row(dossier, now, language))
                        .toList(),
                page.next() == null ? null : "/ho-so?after=" + page.next(),
                after == null);
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
                draft.updatedAt());
    }

    private Row row(Dossier dossier, Instant now, Language language) {
        Texts texts = Texts.in(language);
        return new Row(
                "/ho-so/" + dossier.id(),
                telling.procedure(dossier.procedure(), dossier.procedureVersion(), language),
                dossier.anyCode(),
                texts.get("dossiers.state.citizen." + dossier.state().name()),
                Telling.tone(dossier.state()),
                line(dossier, now, texts, Dates.in(language)));
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
