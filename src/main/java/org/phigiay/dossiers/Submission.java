package org.phigiay.dossiers;

import java.util.List;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.JsonNode;

/// What is filed.
///
/// @param procedure what is asked for
/// @param agency who is to settle it
/// @param answers answers to the procedure's form, by question
/// @param files papers by component
/// @param channel how it comes in
/// @param representation for whom the filer files
public record Submission(
        ProcedureCode procedure,
        AgencyCode agency,
        JsonNode answers,
        List<AttachedFile> files,
        Channel channel,
        Representation representation) {
    public Submission {
        files = List.copyOf(files);
    }

    /// Filed online for oneself.
    public static Submission online(
            ProcedureCode procedure, AgencyCode agency, JsonNode answers, List<AttachedFile> files) {
        return new Submission(procedure, agency, answers, files, Channel.ONLINE, Representation.SELF);
    }
}
