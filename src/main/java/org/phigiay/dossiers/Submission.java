package org.phigiay.dossiers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.forms.FormRef;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is filed.
///
/// @param procedure what is asked for
/// @param agency who is to settle it
/// @param form the version of the form that was filled; null is the procedure's current one
/// @param answers answers to that form, by question
/// @param files papers by component
/// @param channel how it comes in
/// @param party for whom the filer files, as told
/// @param origins where a prefilled answer came from, by the answer's path: a JSON object, empty when all was typed
public record Submission(
        ProcedureCode procedure,
        AgencyCode agency,
        @Nullable FormRef form,
        JsonNode answers,
        List<AttachedFile> files,
        Channel channel,
        PartyTold party,
        JsonNode origins) {
    public Submission {
        files = List.copyOf(files);
    }

    /// Filed online for oneself, on the form as it is now.
    public static Submission online(
            ProcedureCode procedure, AgencyCode agency, JsonNode answers, List<AttachedFile> files) {
        return new Submission(
                procedure,
                agency,
                null,
                answers,
                files,
                Channel.ONLINE,
                PartyTold.self(),
                JsonNodeFactory.instance.objectNode());
    }

    /// The same, filled on this version of the form.
    public Submission on(FormRef version) {
        return new Submission(procedure, agency, version, answers, files, channel, party, origins);
    }

    /// The same, for somebody else.
    public Submission forWhom(PartyTold other) {
        return new Submission(procedure, agency, form, answers, files, channel, other, origins);
    }

    /// The same, with where its prefilled answers came from.
    public Submission from(JsonNode where) {
        return new Submission(procedure, agency, form, answers, files, channel, party, where);
    }
}
