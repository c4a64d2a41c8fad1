package org.phigiay.dialogue.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.catalogue.ProcedureVersion;
import org.phigiay.dialogue.Place;
import org.phigiay.forms.Draft;
import org.phigiay.forms.DraftId;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.FormDefinition;
import org.phigiay.forms.FormPage;
import org.phigiay.forms.Forms;
import org.phigiay.identity.People;
import org.phigiay.identity.Person;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.AgencyKind;
import org.phigiay.organisation.Organisation;
import org.phigiay.organisation.Post;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.PostCode;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.springframework.stereotype.Component;

/// Finds the place somebody asks about, and says it in words.
@Component
class Places {

    private final Drafts drafts;
    private final Forms forms;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final People people;

    Places(Drafts drafts, Forms forms, Catalogue catalogue, Organisation organisation, People people) {
        this.drafts = drafts;
        this.forms = forms;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.people = people;
    }

    /// @param agency the agency the draft goes to; null while it has chosen none
    /// @param agencies those that can be asked
    record Found(Place place, @Nullable AgencyCode agency, List<AgencyCode> agencies) {}

    /// @throws NotFound when there is no such draft of this person, no such page of its form or no such procedure
    Found find(Actor actor, String draft, String page, String procedure) {
        if (draft.isBlank()) {
            Procedure found = procedure(new ProcedureCode(procedure));
            return new Found(Place.of(found.code()), null, agencies(found));
        }
        Draft mine = drafts.find(actor, draftId(draft));
        Procedure found = procedure(mine.procedure());
        FormDefinition form = forms.definition(mine.form());
        // The pages of a list's items bear a number after the page's own name, and may bear what was answered.
        String own = page.replaceFirst("~.*$", "");
        FormPage asked = own.isEmpty()
                ? null
                : form.pages().stream()
                        .filter(each -> each.id().equals(own))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Place place = new Place(
                mine.procedure(),
                mine.form(),
                asked == null ? null : asked.id(),
                asked == null ? null : asked.title().vi(),
                mine.id());
        AgencyCode chosen = mine.agency();
        boolean there = chosen != null && organisation.agency(chosen).isPresent();
        return new Found(place, there ? chosen : null, agencies(found));
    }

    /// The agency in whose place the person lives; empty when the account does not tell.
    String near(Actor actor, List<AgencyCode> agencies) {
        String address = people.find(actor.person()).map(Person::address).orElse("");
        return agencies.stream()
                .flatMap(code -> organisation.agency(code).stream())
                .filter(agency -> agency.kind() == AgencyKind.COMMUNE)
                .filter(agency -> address != null
                        && address.toLowerCase(Locale.ROOT)
                                .contains(agency.place().toLowerCase(Locale.ROOT)))
                .map(agency -> agency.code().value())
                .findFirst()
                .orElse(agencies.size() == 1 ? agencies.getFirst().value() : "");
    }

    List<Option> options(List<AgencyCode> agencies, String chosen, Language language) {
        return agencies.stream()
                .map(code -> Option.of(
                        code.value(), agency(code, language), code.value().equals(chosen)))
                .toList();
    }

    String agency(AgencyCode code, Language language) {
        return organisation
                .agency(code)
                .map(found -> found.name(language.code()))
                .orElse(code.value());
    }

    String post(PostCode code, Language language) {
        return organisation
                .post(code)
                .map((Post found) -> found.title(language.code()))
                .orElse(code.value());
    }

    String procedure(Place place, Language language) {
        return catalogue
                .find(place.procedure())
                .map(found -> found.plainTitle(language.code()))
                .orElse(place.procedure().value());
    }

    /// Back to the question of the draft, or to the procedure's page.
    String back(Place place) {
        if (place.draft() == null) {
            return "/thu-tuc/" + place.procedure();
        }
        return "/ho-so-nhap/" + place.draft() + (place.page() == null ? "" : "/" + place.page());
    }

    private Procedure procedure(ProcedureCode code) {
        if (!ProcedureVersion.CODE.matcher(code.value()).matches()) {
            throw new NotFound("catalogue.not-found", "");
        }
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }

    /// Those that perform it; every commune where none here does, since somebody can always be asked.
    private List<AgencyCode> agencies(Procedure procedure) {
        if (!procedure.agencies().isEmpty()) {
            return procedure.agencies();
        }
        return organisation.agencies().stream()
                .filter(agency -> agency.kind() == AgencyKind.COMMUNE)
                .map(Agency::code)
                .toList();
    }

    private static DraftId draftId(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
