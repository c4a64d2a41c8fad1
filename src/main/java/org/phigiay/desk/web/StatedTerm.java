package org.phigiay.desk.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Due;
import org.phigiay.calendar.Explanation;
import org.phigiay.calendar.Line;
import org.phigiay.calendar.Term;
import org.phigiay.calendar.TermUnit;
import org.phigiay.shared.Invalid;
import org.phigiay.ui.Language;
import org.phigiay.ui.Option;
import org.phigiay.ui.Texts;

/// The term at reception: promised by the announcement, or stated by the desk where that leaves it open.
public final class StatedTerm {

    private StatedTerm() {}

    /// What is promised if the dossier is received now.
    public record Promise(Instant due, String term, List<Line> lines) {

        static Promise of(Due due, Term term, Language language) {
            return new Promise(due.at(), Explanation.text(term, language), due.lines());
        }
    }

    /// What the desk typed; null when it was not asked or typed nothing.
    ///
    /// @throws Invalid on `term` when it is no number from 1 to 1000
    static @Nullable Term of(Typed typed) {
        String amount = typed.get("term");
        String unit = typed.get("unit");
        if (unit.equals(TermUnit.SAME_DAY.apiName())) {
            return Term.sameDay();
        }
        if (amount.isEmpty()) {
            return null;
        }
        if (!amount.matches("\\d{1,4}") || Integer.parseInt(amount) < 1 || Integer.parseInt(amount) > Term.LARGEST) {
            throw Invalid.of("term", "calendar.amount-range");
        }
        return new Term(Integer.parseInt(amount), TermUnit.parse(unit));
    }

    static List<Option> units(Typed typed, Texts texts) {
        String chosen = typed.or("unit", TermUnit.WORKING_DAY.apiName());
        return Arrays.stream(TermUnit.values())
                .map(unit -> Option.of(
                        unit.apiName(),
                        texts.get("calendar.unit." + unit.apiName()),
                        unit.apiName().equals(chosen)))
                .toList();
    }
}
