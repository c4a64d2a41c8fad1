package org.phigiay.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Hai câu trả lời: two devices of one person answered the same question, and one answer has to stay.
///
/// @param field dotted path of the answer
/// @param here what was sent last and waits; a missing node when it was left empty
/// @param hereAt when it was sent
/// @param there what stands in the draft; a missing node when it was left empty
/// @param thereAt when it was saved from the other device, null when nobody noted it
public record Clash(
        String field,
        JsonNode here,
        Instant hereAt,
        JsonNode there,
        @Nullable Instant thereAt) {

    /// An answer as people read it; empty for none.
    ///
    /// @param answers all answers of the draft: some texts are made of several
    public static String text(Field field, JsonNode answer, JsonNode answers, String language) {
        ObjectNode with = answers.deepCopy().asObject();
        if (answer.isMissingNode() || answer.isNull()) {
            Answers.remove(with, field.id());
        } else {
            Answers.set(with, field.id(), answer);
        }
        return AnswerText.of(field, with, language);
    }
}
