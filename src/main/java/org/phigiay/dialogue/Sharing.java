package org.phigiay.dialogue;

/// Whether everybody may read a question and its answer.
public enum Sharing {
    /// Between the asker and the agency.
    PRIVATE,
    /// An officer thinks that it helps everybody; a second person has to agree.
    PROPOSED,
    /// Shown at the question of the form and on the procedure's page, without the asker.
    PUBLISHED,
    /// The second person did not agree.
    DECLINED
}
