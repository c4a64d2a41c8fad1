package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.DossierState;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.dossiers.PartyTold;
import org.phigiay.dossiers.Submission;
import org.phigiay.files.FileId;
import org.phigiay.files.Files;
import org.phigiay.files.StoredFile;
import org.phigiay.forms.FormRef;
import org.phigiay.identity.Right;
import org.phigiay.processing.ResultDocument;
import org.phigiay.processing.Results;
import org.phigiay.shared.Actor;
import org.phigiay.shared.AgencyCode;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotFound;
import org.phigiay.shared.Page;
import org.phigiay.shared.ProcedureCode;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Languages;
import org.phigiay.ui.Texts;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Filing dossiers and reading them.
@RestController
@RequestMapping("/api/v1/dossiers")
class DossierEndpoints {
    private final Dossiers dossiers;
    private final Results results;
    private final Files files;
    private final ApiSchemas schemas;
    private final ApiBodies bodies;
    private final ApiOnce once;
    private final DossierAnswers answers;
    private final Transactions transactions;

    DossierEndpoints(
            Dossiers dossiers,
            Results results,
            Files files,
            ApiSchemas schemas,
            ApiBodies bodies,
            ApiOnce once,
            DossierAnswers answers,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.results = results;
        this.files = files;
        this.schemas = schemas;
        this.bodies = bodies;
        this.once = once;
        this.answers = answers;
        this.transactions = transactions;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> file(Actor actor, HttpServletRequest request) {
        byte[] bytes = bodies.bytes(request, ApiBodies.LARGEST_JSON);
        JsonNode body = bodies.object(bytes);
        schemas.require(schemas.schema("file-dossier", Languages.of(request)), body);
        Submission submission = submission(body);
        return once.post(
                actor,
                request,
                () -> ApiOnce.hash(bytes),
                HttpStatus.CREATED,
                () -> dossiers.submit(actor, submission),
                filed -> answers.brief((Dossier) filed));
    }

    /// On the form in use and for oneself, unless the body says otherwise.
    private static Submission submission(JsonNode body) {
        Submission submission = Submission.online(
                new ProcedureCode(body.required("procedure").asString()),
                new AgencyCode(body.required("agency").asString()),
                body.required("answers"),
                ActionEndpoints.files(body));
        JsonNode form = body.path("form");
        if (form.isObject()) {
            submission = submission.on(
                    new FormRef(form.path("id").asString(), form.path("version").asInt()));
        }
        return body.has("party") ? submission.forWhom(PartyTold.of(body.path("party"))) : submission;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<DossierAnswers.Brief> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        List<DossierState> states = state == null || state.isBlank() ? List.of() : DossierAnswers.states(state);
        if (states == null) {
            throw Invalid.of("state", "portal.api.error.state");
        }
        return dossiers.list(actor, states, q, after(after)).map(answers::brief);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode read(Actor actor, @PathVariable String id) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id));
        return transactions.read(actor, () -> answers.full(dossier));
    }

    @GetMapping(path = "/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<DossierAnswers.EntryAnswer> timeline(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Texts texts = Texts.in(Languages.of(request));
        return new Page<>(
                dossiers.timeline(actor, DossierId.parse(id)).stream()
                        .map(entry -> DossierAnswers.entry(entry, actor, texts))
                        .toList(),
                null);
    }

    /// The issued result: the original.
    @GetMapping("/{id}/result")
    ResponseEntity<InputStreamResource> result(Actor actor, @PathVariable String id) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id), Right.RESULT_READ);
        FileId issued = results.of(dossier.id())
                .map(ResultDocument::issuedFile)
                .orElseThrow(() -> new NotFound("portal.api.result.not-yet"));
        return FileEndpoints.download(files, files.find(issued).orElseThrow(NotFound::new));
    }

    /// What will be signed, for those who work on it; the hash of exactly these bytes is what `sign` asks for.
    @GetMapping("/{id}/draft")
    ResponseEntity<InputStreamResource> draft(Actor actor, @PathVariable String id) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id), Right.RESULT_READ);
        if (actor.agency().filter(dossier.agency()::equals).isEmpty()
                || results.of(dossier.id()).isEmpty()) {
            throw new NotFound("portal.api.draft.none");
        }
        return FileEndpoints.download(files, results.draftFile(dossier.id()));
    }

    /// A paper handed in with the dossier.
    @GetMapping("/{id}/papers/{file}")
    ResponseEntity<InputStreamResource> paper(Actor actor, @PathVariable String id, @PathVariable String file) {
        Dossier dossier = dossiers.read(actor, DossierId.parse(id), Right.FILE_READ);
        FileId wanted = FileEndpoints.id(file);
        boolean there = transactions.read(
                actor,
                () -> dossiers.papers(dossier.id()).stream()
                        .anyMatch(paper -> paper.file().equals(wanted)));
        StoredFile stored = files.find(wanted).filter(_ -> there).orElseThrow(NotFound::new);
        return FileEndpoints.download(files, stored);
    }

    private static @Nullable String after(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(after).toString();
        } catch (IllegalArgumentException noKey) {
            throw Invalid.of("after", "portal.api.error.after");
        }
    }
}
