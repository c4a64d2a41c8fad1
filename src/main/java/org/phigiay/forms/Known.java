package org.phigiay.forms;

import tools.jackson.databind.JsonNode;

/// An answer that is known before it is given.
///
/// @param ref what it was taken from in words, such as the title and number of a paper; empty where the source says it
public record Known(JsonNode value, Source source, String ref) {

    /// Where it was taken from.
    public enum Source {
        ACCOUNT,
        /// An earlier question of the same form.
        ANSWER,
        /// A result this person was given earlier.
        RESULT,
        /// A dossier this person filed earlier.
        EARLIER,
        /// The form's own proposal.
        USUAL;

        /// Its name in the origins of a draft.
        public String jsonName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
