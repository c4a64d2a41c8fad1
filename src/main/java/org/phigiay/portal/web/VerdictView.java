package org.phigiay.portal.web;

import java.util.List;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Tone;

/// A verdict as it is shown: the answer first, then why, then by whom and since when.
///
/// @param title the answer
/// @param lead what it means for the reader
/// @param reasons what speaks against it
/// @param facts the result we issued; empty when there is none
/// @param signatures what each signature says, one list of facts each
/// @param byCode whether only a code was asked, so that the paper itself is still to be compared
record VerdictView(
        Tone tone,
        String title,
        String lead,
        List<String> reasons,
        List<Fact> facts,
        List<List<Fact>> signatures,
        boolean byCode) {}
