package org.phigiay.identity;

import org.jspecify.annotations.Nullable;

/// What [Access] answers.
public sealed interface Decision {

    /// The person may.
    ///
    /// @param as how the person stands to the thing
    /// @param purpose why an official reads; null where nobody asks (an act, or a person's own data)
    record Allowed(Who as, @Nullable String purpose) implements Decision {}

    /// For this person there is no such thing (404).
    record DoesNotExist() implements Decision {}

    /// The person may know of the thing but may not do this to it (403).
    ///
    /// @param ownMatter because the matter is the official's own
    record NotAllowed(boolean ownMatter) implements Decision {}

    /// The person could, after signing in (401).
    record SignInFirst() implements Decision {}

    /// The person may, after proving again who they are (403 on the API, on pages the way to do it).
    record StepUpFirst() implements Decision {}

    /// The person may, after saying why (422).
    record SayWhy() implements Decision {}
}
