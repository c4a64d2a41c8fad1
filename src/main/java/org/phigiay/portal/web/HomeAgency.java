package org.phigiay.portal.web;

import java.util.Optional;
import org.phigiay.organisation.Agency;
import org.phigiay.organisation.Organisation;
import org.phigiay.shared.AgencyCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The agency whose portal this is: the one that is set, else the first commune. Answered from memory.
@Component
class HomeAgency {
    private final Organisation organisation;
    private final String set;

    /// @param set code of the agency, empty for the first commune
    HomeAgency(Organisation organisation, @Value("${phigiay.home-agency:}") String set) {
        this.organisation = organisation;
        this.set = set;
    }

    Optional<Agency> get() {
        if (!set.isBlank()) {
            return organisation.agency(new AgencyCode(set));
        }
        return organisation.agencies().stream()
                .filter(agency -> agency.parent() != null)
                .findFirst();
    }
}
