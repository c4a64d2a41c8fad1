package org.phigiay.authoring;

import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.catalogue.Fee;
import org.phigiay.catalogue.FeeKind;
import tools.jackson.databind.JsonNode;

/// What is promised and charged for a dossier filed with the form, where the announced text leaves it open.
///
/// @param term null while nobody has said it
/// @param fee null while nobody has said it
public record Offer(@Nullable Term term, @Nullable Fee fee) {

    static Offer read(JsonNode offer) {
        int amount = offer.path("amount").asInt(0);
        String unit = offer.path("unit").asString("");
        boolean stated = amount >= 1 && amount <= Term.LARGEST && !unit.isEmpty();
        JsonNode fee = offer.path("fee");
        return new Offer(
                stated ? term(amount, unit) : null,
                fee.isIntegralNumber() && fee.asLong() >= 0 ? new Fee(fee.asLong(), FeeKind.CHARGE) : null);
    }

    private static @Nullable Term term(int amount, String unit) {
        for (TermUnit each : TermUnit.values()) {
            if (each.apiName().equals(unit)) {
                return each == TermUnit.SAME_DAY ? Term.sameDay() : new Term(amount, each);
            }
        }
        return null;
    }
}
