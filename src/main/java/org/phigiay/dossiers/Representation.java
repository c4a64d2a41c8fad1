package org.phigiay.dossiers;

/// For whom the filer files.
public enum Representation {
    /// For oneself.
    SELF,
    /// For a child or a person under one's care (Civil Code Art. 136).
    GUARDIAN,
    /// With an authority given by the applicant (Civil Code Art. 138).
    AUTHORISED,
    /// As the account holder of an organisation.
    ORGANISATION
}
