package org.phigiay.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Line;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.dossiers.Dossier;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Span;
import org.phigiay.ui.Tone;
import org.phigiay.ui.Way;

/// One dossier as its page shows it: what was declared and attached, what happened and the clock, what may be done now.
///
/// @param procedure everyday title
/// @param officialTitle official title, with its code
/// @param facts who filed, for whom, how and when
/// @param history what happened, newest first, the next step on top
/// @param clock the wait for reception before it is received, the promise after
/// @param promised whether the clock is the promise's
/// @param reckoning how the promise was reckoned, line by line
/// @param documents slips, draft and result
/// @param steps the internal process, step by step; empty when no step is open
/// @param deeds what this person may do now, the main one first
/// @param purpose why this person reads it, when stated
/// @param chain the parts of the filing; empty when it stands alone
public record DossierView(
        Dossier dossier,
        String procedure,
        String officialTitle,
        String state,
        Tone tone,
        List<Fact> facts,
        List<Part> parts,
        List<Sheet> sheets,
        List<String> missing,
        List<Moment> history,
        Span clock,
        boolean promised,
        List<Line> reckoning,
        List<Way> documents,
        List<StepLine> steps,
        String decision,
        List<Way> deeds,
        @Nullable String purpose,
        List<ChainLines.Line> chain) {

    public String code() {
        return dossier.anyCode();
    }

    public String href() {
        return "/can-bo/ho-so/" + dossier.id();
    }

    /// Answers of one section.
    public record Part(String title, List<Fact> facts) {}

    /// A paper handed in.
    ///
    /// @param picture whether it can be shown inside the page
    public record Sheet(
            String title, String name, String kind, String size, String when, String href, boolean picture) {}

    /// A step of the internal process.
    ///
    /// @param mark `done`, `now` or `next`
    public record StepLine(int number, String title, String who, String mark) {}
}
