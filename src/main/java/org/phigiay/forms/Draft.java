package org.phigiay.forms;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phigiay.files.FileId;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.ProcedureCode;
import tools.jackson.databind.node.ObjectNode;

/// Bản nháp: a filing its owner has begun and not yet sent. It keeps the form version it was started with.
///
/// @param agency where it is to go, null until chosen
/// @param answers the answers so far, right or not
/// @param representation for whom it is, as the filer said; null until asked
/// @param origins where answers came from that the person did not type, by the dotted path of the answer
/// @param page id of the page saved last, null before the first
/// @param version raised by every save; pages carry the one they were drawn from
/// @param filedAt when it was filed, null while it is open
/// @param dossier the dossier it became, null while it is open
public record Draft(
        DraftId id,
        PersonId owner,
        ProcedureCode procedure,
        FormRef form,
        @Nullable AgencyCode agency,
        ObjectNode answers,
        @Nullable ObjectNode representation,
        ObjectNode origins,
        @Nullable String page,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant filedAt,
        @Nullable UUID dossier,
        List<Attached> files) {

    public Draft {
        files = List.copyOf(files);
    }

    /// One file put to a component of the procedure.
    ///
    /// @param file id of the stored file
    /// @param name as the person called it
    public record Attached(String component, FileId file, String name) {}

    /// The components for which there is a file.
    public Set<String> components() {
        return files.stream().map(Attached::component).collect(Collectors.toUnmodifiableSet());
    }
}
