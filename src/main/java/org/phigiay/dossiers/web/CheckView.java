package org.phigiay.dossiers.web;

import java.time.Instant;
import java.util.List;
import org.phigiay.forms.AnswerSection;
import org.phigiay.ui.Fact;
import org.phigiay.ui.Way;

/// What the check before filing shows.
///
/// @param action where the filing is sent
/// @param agency where it goes, and for whom it is
/// @param problems what is missing or wrong, each with the page where it is mended
/// @param receptionBy by when the agency must receive it, if it is filed now
/// @param term the legal term in words; empty when the announcement does not say
/// @param fee whole đồng, 0 when it is free, -1 when the announcement does not say
/// @param once key with which a double click files once
record CheckView(
        String title,
        String official,
        String back,
        String action,
        List<Fact> agency,
        List<AnswerSection> sections,
        List<Way> problems,
        Instant receptionBy,
        String term,
        long fee,
        String once) {}
