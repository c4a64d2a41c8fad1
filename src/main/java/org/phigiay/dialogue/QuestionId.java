package org.phigiay.dialogue;

import java.util.UUID;
import org.phigiay.shared.Ids;
import org.phigiay.shared.NotFound;

/// Names a question put to an officer.
public record QuestionId(UUID value) {

    static QuestionId next() {
        return new QuestionId(Ids.next());
    }

    /// @throws NotFound when it cannot be one
    public static QuestionId parse(String text) {
        try {
            return new QuestionId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
