package org.phigiay.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.dossiers.AttachedFile;
import org.phigiay.dossiers.Dossier;
import org.phigiay.dossiers.DossierAction;
import org.phigiay.dossiers.DossierAction.HandOver;
import org.phigiay.dossiers.DossierAction.RequestSupplement;
import org.phigiay.dossiers.DossierId;
import org.phigiay.dossiers.Dossiers;
import org.phigiay.files.FileId;
import org.phigiay.processing.Processing;
import org.phigiay.processing.StepAction;
import org.phigiay.shared.Actor;
import org.phigiay.shared.FieldError;
import org.phigiay.shared.Invalid;
import org.phigiay.shared.NotAllowedNow;
import org.phigiay.shared.Page;
import org.phigiay.shared.PersonId;
import org.phigiay.shared.Transactions;
import org.phigiay.ui.Language;
import org.phigiay.ui.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What may be done to a dossier now, and doing it.
@RestController
@RequestMapping("/api/v1/dossiers/{id}/actions")
class ActionEndpoints {
    private static final String ACTION = "action";

    private final Dossiers dossiers;
    private final Processing processing;
    private final ApiActions actions;
    private final ApiOffers offers;
    private final ApiSchemas schemas;
    private final ApiBodies bodies;
    private final ApiOnce once;
    private final DossierAnswers answers;
    private final Transactions transactions;

    ActionEndpoints(
            Dossiers dossiers,
            Processing processing,
            ApiActions actions,
            ApiOffers offers,
            ApiSchemas schemas,
            ApiBodies bodies,
            ApiOnce once,
            DossierAnswers answers,
            Transactions transactions) {
        this.dossiers = dossiers;
        this.processing = processing;
        this.actions = actions;
        this.offers = offers;
        this.schemas = schemas;
        this.bodies = bodies;
        this.once = once;
        this.answers = answers;
        this.transactions = transactions;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ApiOffers.Offer> list(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Language language = Languages.of(request);
        Dossier dossier = dossiers.glance(actor, DossierId.parse(id));
        return new Page<>(
                actions.possible(actor, dossier).stream()
                        .map(action -> offers.offer(actor, dossier, action, language))
                        .toList(),
                null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> act(Actor actor, @PathVariable String id, HttpServletRequest request) {
        byte[] bytes = bodies.bytes(request, ApiBodies.LARGEST_JSON);
        JsonNode body = bodies.object(bytes);
        DossierId dossier = DossierId.parse(id);
        Language language = Languages.of(request);
        return once.post(
                actor,
                request,
                () -> ApiOnce.hash(bytes),
                HttpStatus.OK,
                () -> act(actor, dossier, body, language),
                _ -> transactions.read(actor, () -> answers.brief(dossiers.find(dossier))));
    }

    private DossierId act(Actor actor, DossierId id, JsonNode body, Language language) {
        Dossier dossier = dossiers.glance(actor, id);
        ApiAction action = ApiAction.named(body.path(ACTION).asString(""))
                .orElseThrow(() -> Invalid.of(ACTION, "portal.api.error.action", String.join(", ", ApiAction.names())));
        actions.require(actor, dossier, action);
        ObjectNode fields = (ObjectNode) body.deepCopy();
        fields.remove(ACTION);
        schemas.require(offers.schema(actor, dossier, action, language), fields);
        try {
            perform(actor, id, action, fields);
        } catch (NotAllowedNow overtaken) {
            throw actions.notNow(actor, id);
        }
        return id;
    }

    private static @Nullable Term term(ObjectNode fields) {
        JsonNode term = fields.path("term");
        return term.isObject()
                ? new Term(
                        term.path("amount").asInt(),
                        TermUnit.parse(term.path("unit").asString("")))
                : null;
    }

    private void perform(Actor actor, DossierId id, ApiAction action, ObjectNode fields) {
        switch (action) {
            case RECEIVE -> move(actor, id, new DossierAction.Receive(text(fields, "note"), term(fields)));
            case REQUEST_SUPPLEMENT -> move(actor, id, requestSupplement(fields));
            case SUPPLEMENT ->
                move(
                        actor,
                        id,
                        new DossierAction.Supplement(fields.get("answers"), files(fields), text(fields, "note")));
            case REFUSE ->
                move(
                        actor,
                        id,
                        new DossierAction.Refuse(
                                required(fields, "reason"), required(fields, "clause"), text(fields, "wayOn")));
            case HAND_OVER ->
                move(
                        actor,
                        id,
                        new HandOver(
                                HandOver.Way.valueOf(required(fields, "way").toUpperCase(Locale.ROOT))));
            case WITHDRAW ->
                move(
                        actor,
                        id,
                        new DossierAction.Withdraw(
                                text(fields, "reason"), fields.path("asked").asBoolean(false)));
            case ASSIGN -> {
                String to = text(fields, "to");
                step(actor, id, new StepAction.Assign(to == null ? null : new PersonId(UUID.fromString(to))));
            }
            case COMPLETE_STEP -> step(actor, id, new StepAction.CompleteStep(text(fields, "opinion"), lines(fields)));
            case RETURN_STEP ->
                step(actor, id, new StepAction.ReturnStep(fields.required("to").asInt(), required(fields, "reason")));
            case SIGN -> step(actor, id, new StepAction.Sign(required(fields, "seen")));
            case ISSUE -> step(actor, id, new StepAction.Issue());
            case RATE -> {
                Dossier rated =
                        dossiers.rate(actor, id, fields.required("stars").asInt(), text(fields, "words"));
                java.util.Objects.requireNonNull(rated);
            }
        }
    }

    private void move(Actor actor, DossierId id, DossierAction move) {
        Dossier moved = dossiers.act(actor, id, move);
        java.util.Objects.requireNonNull(moved);
    }

    private void step(Actor actor, DossierId id, StepAction step) {
        processing.act(actor, id, step);
    }

    private static RequestSupplement requestSupplement(ObjectNode fields) {
        List<RequestSupplement.Item> items = new ArrayList<>();
        fields.required("items")
                .forEach(item -> items.add(new RequestSupplement.Item(
                        item.required("component").asString(), item.path("note").asString(""))));
        return new RequestSupplement(
                items, required(fields, "reason"), required(fields, "clause"), day(text(fields, "until")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noSuchDay) {
            throw new Invalid(List.of(FieldError.of("until", "portal.api.error.date")));
        }
    }

    /// The papers named in a body that fits its schema.
    static List<AttachedFile> files(JsonNode fields) {
        List<AttachedFile> files = new ArrayList<>();
        fields.path("files")
                .forEach(file -> files.add(new AttachedFile(
                        file.required("component").asString(),
                        new FileId(UUID.fromString(file.required("file").asString())))));
        return files;
    }

    private static Map<String, String> lines(ObjectNode fields) {
        Map<String, String> lines = new LinkedHashMap<>();
        fields.path("fields")
                .properties()
                .forEach(line -> lines.put(line.getKey(), line.getValue().asString()));
        return lines;
    }

    private static @Nullable String text(ObjectNode fields, String name) {
        JsonNode value = fields.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static String required(ObjectNode fields, String name) {
        return fields.required(name).asString();
    }
}
