package org.phigiay.shared;

import java.util.UUID;

/// Names one person (citizen, official or organisation's account holder) inside this installation.
/// It is not the personal identity number and says nothing about the person.
public record PersonId(UUID value) {
    /// The system itself, as the actor of what no person did (a follower, a clock).
    public static final PersonId SYSTEM = new PersonId(new UUID(0, 0));

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
