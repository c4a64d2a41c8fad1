package org.phigiay.dossiers.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phigiay.catalogue.Catalogue;
import org.phigiay.catalogue.Procedure;
import org.phigiay.forms.DraftId;
import org.phigiay.forms.Drafts;
import org.phigiay.forms.EarlierResults;
import org.phigiay.forms.Forms;
import org.phigiay.forms.Knowledge;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Opens filings under way for the pages.
@Component
class Filings {
    private final Drafts drafts;
    private final Forms forms;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ForWhom forWhom;
    private final ObjectProvider<EarlierResults> results;

    Filings(
            Drafts drafts,
            Forms forms,
            Catalogue catalogue,
            Organisation organisation,
            ForWhom forWhom,
            ObjectProvider<EarlierResults> results) {
        this.drafts = drafts;
        this.forms = forms;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.forWhom = forWhom;
        this.results = results;
    }

    /// @throws NotFound when the person has no such draft
    Filing open(Actor actor, String draft, boolean changing) {
        var found = drafts.find(actor, id(draft));
        return new Filing(found, procedure(found.procedure()), forms.definition(found.form()), changing);
    }

    /// What need not be asked of this person on this draft.
    Knowledge knowledge(Actor actor, Filing filing) {
        boolean oneself = filing.party().kind().equals("self");
        return new Knowledge(
                forWhom.known(actor, filing.draft()),
                ForWhom.told(filing.draft()),
                // Nobody who has not signed in has results, and whoever files for another holds none of that other's.
                kind -> actor.anonymous() || !oneself
                        ? Optional.empty()
                        : results.stream()
                                .flatMap(each -> each.newest(actor, kind).stream())
                                .findFirst(),
                filing.draft().origins());
    }

    Procedure procedure(ProcedureCode code) {
        return catalogue.find(code).orElseThrow(() -> new NotFound("catalogue.not-found", code.value()));
    }

    /// What stands in an address; anything that is no id names no draft.
    static DraftId id(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    String name(AgencyCode agency, Language language) {
        return organisation
                .agency(agency)
                .map((Agency found) -> found.name(language.code()))
                .orElse(agency.value());
    }

    /// The agencies that perform the procedure, to choose from; the only one is chosen.
    List<Option> agencies(Procedure procedure, String chosen, Language language) {
        List<AgencyCode> all = procedure.agencies();
        return all.stream()
                .flatMap(code -> organisation.agency(code).stream())
                .map(agency -> Option.of(
                        agency.code().value(),
                        agency.name(language.code()),
                        agency.address(),
                        all.size() == 1 || agency.code().value().equals(chosen)))
                .toList();
    }
}
