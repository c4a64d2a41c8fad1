package org.phigiay.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Line;
import org.phigiay.forms.AnswerSection;
import org.phigiay.ui.Moment;
import org.phigiay.ui.Span;
import org.phigiay.ui.Tone;
import org.phigiay.ui.Way;

/// Everything a person sees of one dossier of theirs.
///
/// @param home its address
/// @param line early, on time, late or what to expect, in words
/// @param waiting whether the clock is that of reception
/// @param span the clock; null when none runs
/// @param reckoning how the promise was reckoned; empty before reception
/// @param asked what the citizen is asked to supplement, in words; empty when nothing
/// @param result whether there is a result to open
/// @param papers files handed in
/// @param documents receipt and slips
/// @param readings who read it: when, which post, why
record MyDossierView(
        String home,
        String title,
        String agency,
        String phone,
        String code,
        String requestCode,
        String state,
        Tone tone,
        String line,
        boolean waiting,
        @Nullable Span span,
        List<Moment> moments,
        List<Line> reckoning,
        List<String> asked,
        boolean supplement,
        boolean result,
        boolean rate,
        @Nullable Integer stars,
        boolean withdraw,
        List<AnswerSection> answers,
        List<Way> papers,
        List<Way> documents,
        List<List<String>> readings) {}
