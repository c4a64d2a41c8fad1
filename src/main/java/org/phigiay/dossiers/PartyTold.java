package org.phigiay.dossiers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.phigiay.shared.VietnameseText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lời khai nộp cho ai: for whom a matter is, as it was typed or sent, right or not. One shape for drafts and for
/// programs; [Parties] says what is wrong with it.
///
/// @param kind `self`, `guardian`, `authorised`, `authorised-body` or `organisation`; empty when not told
/// @param name as told, composed and trimmed
/// @param personalNumber digits; spaces and dots are forgiven
/// @param birthDate `yyyy-MM-dd`, or whatever was typed instead
/// @param care `child`, `ward` or `court`
/// @param taxCode digits; only for an organisation
public record PartyTold(
        String kind, String name, String personalNumber, String birthDate, String care, String taxCode) {
    /// An organisation that has given a letter of authority.
    public static final String AUTHORISED_BODY = "authorised-body";

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    public PartyTold {
        kind = kind.strip();
        name = VietnameseText.nfc(name).strip().replaceAll("\\s+", " ");
        personalNumber = personalNumber.replaceAll("[\\s.]", "");
        birthDate = birthDate.strip();
        care = care.strip();
        taxCode = taxCode.replaceAll("[\\s.-]", "");
    }

    /// For oneself.
    public static PartyTold self() {
        return new PartyTold("self", "", "", "", "", "");
    }

    /// Of a draft or a request; nothing told is for oneself only where that is decided.
    public static PartyTold of(JsonNode json) {
        return new PartyTold(
                text(json, "kind"),
                text(json, "name"),
                text(json, "personalNumber"),
                text(json, "birthDate"),
                text(json, "care"),
                text(json, "taxCode"));
    }

    /// What was told when it was filed.
    public static PartyTold of(Party party) {
        return switch (party) {
            case Party.Self _ -> self();
            case Party.Ward ward ->
                new PartyTold(
                        "guardian",
                        ward.name(),
                        ward.personalNumber() == null ? "" : ward.personalNumber(),
                        ward.birthDate().toString(),
                        ward.care().name().toLowerCase(Locale.ROOT),
                        "");
            case Party.Principal principal ->
                new PartyTold(
                        "authorised",
                        principal.name(),
                        principal.personalNumber(),
                        principal.birthDate().toString(),
                        "",
                        "");
            case Party.PrincipalBody body -> new PartyTold(AUTHORISED_BODY, body.name(), "", "", "", body.taxCode());
            case Party.AccountBody body -> new PartyTold("organisation", body.name(), "", "", "", body.taxCode());
        };
    }

    /// As a draft keeps it: what was not told is not there.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "kind", kind);
        put(json, "name", name);
        put(json, "personalNumber", personalNumber);
        put(json, "birthDate", birthDate);
        put(json, "care", care);
        put(json, "taxCode", taxCode);
        return json;
    }

    /// Whether it speaks of an organisation.
    public boolean body() {
        return kind.equals("organisation") || kind.equals(AUTHORISED_BODY);
    }

    /// Whether a letter of authority belongs to it.
    public boolean authorised() {
        return kind.equals("authorised") || kind.equals(AUTHORISED_BODY);
    }

    /// The day of birth when it is one.
    public Optional<LocalDate> born() {
        try {
            return Optional.of(LocalDate.parse(birthDate, ISO));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Party.Care> standing() {
        return switch (care) {
            case "child" -> Optional.of(Party.Care.CHILD);
            case "ward" -> Optional.of(Party.Care.WARD);
            case "court" -> Optional.of(Party.Care.COURT);
            default -> Optional.empty();
        };
    }

    /// What it comes to once [Parties] has found nothing wrong with it.
    Party party() {
        return switch (kind) {
            case "guardian" ->
                new Party.Ward(
                        name,
                        personalNumber.isEmpty() ? null : personalNumber,
                        born().orElseThrow(),
                        standing().orElseThrow());
            case "authorised" -> new Party.Principal(name, personalNumber, born().orElseThrow());
            case AUTHORISED_BODY -> new Party.PrincipalBody(name, taxCode);
            case "organisation" -> new Party.AccountBody(name, taxCode);
            default -> Party.SELF;
        };
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.asString() : "";
    }

    private static void put(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
