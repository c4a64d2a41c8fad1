package org.phigiay.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phigiay.calendar.Line;
import org.phigiay.dossiers.ChainLines;
import org.phigiay.forms.AnswerSection;
import org.phigiay.ui.Fact;
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
/// @param whose whose it is and who filed it; empty when somebody filed for themself
/// @param chain the parts of the filing; empty when it stands alone
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
        List<List<String>> readings,
        List<Fact> whose,
        List<ChainLines.Line> chain) {}
