package org.phigiay.signing;

import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;

/// Where signing keys are kept. The program brings a demo store; a real one (HSM, remote signing, the specialised
/// service for officials) replaces it.
public interface SigningKeys {

    /// The key of a person in a post of an agency.
    ///
    /// @param name the person's name, @param title the post's, @param organisation the agency's, as certified
    SigningKey personal(PersonId person, String name, String title, String organisation);

    /// The key of an agency: what its seal was on paper.
    ///
    /// @param name the agency's name as certified
    SigningKey agency(AgencyCode agency, String name);
}
